// Rows on this telephone, in IndexedDB. A write has happened only when it is on the disk.

const NAME = 'meemaak-veld';
const KINDS = ['batches', 'captures', 'answers', 'brought', 'drafts'];

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const finished = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });

async function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    for (const kind of KINDS) request.result.createObjectStore(kind, { keyPath: 'id' });
  };
  const database = await settled(request);
  // Another window wipes the telephone: let it.
  database.onversionchange = () => database.close();
  return database;
}

/** The rows of this telephone. */
export async function kept() {
  const database = await open();
  const writing = (kinds) => database.transaction(kinds, 'readwrite', { durability: 'strict' });
  return {
    rows: (kind) => settled(database.transaction(kind).objectStore(kind).getAll()),
    row: (kind, id) => settled(database.transaction(kind).objectStore(kind).get(id)),
    /** Writes all of these rows, or none. */
    async put(rows) {
      if (rows.length === 0) return;
      const transaction = writing([...new Set(rows.map(([kind]) => kind))]);
      for (const [kind, row] of rows) transaction.objectStore(kind).put(row);
      await finished(transaction);
    },
    /** Looks at a row and changes it in one go: `make` gives the new row, `null` to remove it, `undefined` to leave it. */
    async change(kind, id, make) {
      const transaction = writing([kind]);
      const place = transaction.objectStore(kind);
      const row = await settled(place.get(id));
      const made = row === undefined ? undefined : make(row);
      if (made === null) place.delete(id);
      else if (made !== undefined) place.put(made);
      await finished(transaction);
      return made;
    },
    async remove(kind, ids) {
      if (ids.length === 0) return;
      const transaction = writing([kind]);
      for (const id of ids) transaction.objectStore(kind).delete(id);
      await finished(transaction);
    },
    async wipe() {
      const transaction = writing(KINDS);
      for (const kind of KINDS) transaction.objectStore(kind).clear();
      await finished(transaction);
      database.close();
      await settled(indexedDB.deleteDatabase(NAME));
    },
  };
}
