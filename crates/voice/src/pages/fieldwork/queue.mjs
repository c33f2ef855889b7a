// What a telephone keeps without a network, and how it is sent: each capture once, whatever breaks in between.
//
// Nothing here knows of pages or browsers. `store` keeps rows by kind and id; `line` speaks with the house. Two windows
// may hold the same queue: a row is looked at and changed in one go.
// A capture is `waiting`, then `tried` (it may have arrived although no answer came back), and at last `sent`: then only
// its number is left, until its batch is closed. `refused` waits for somebody to correct it.

const SIGNS = '34679CDFGHJKMNPQRTVWX';

/** Why nothing can be sent now: `offline`, `busy`, `signed-out`, `forbidden` or `other`. */
export class Trouble extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

const fromBrowser = (length) => globalThis.crypto.getRandomValues(new Uint8Array(length));

/** A code of the house in groups of four. Every sign is as likely as another: bytes from 252 on are thrown away. */
export function drawn(length, bytes = fromBrowser) {
  let signs = '';
  while (signs.length < length) {
    for (const byte of bytes(length)) {
      if (byte < SIGNS.length * 12 && signs.length < length) signs += SIGNS[byte % SIGNS.length];
    }
  }
  return signs.match(/.{1,4}/g).join('-');
}

/** An id that sorts by time (UUIDv7), as the house makes them. */
export function fresh(millis, bytes = fromBrowser) {
  const random = bytes(10);
  random[0] = 0x70 | (random[0] & 0x0f);
  random[2] = 0x80 | (random[2] & 0x3f);
  const hex = Math.trunc(millis).toString(16).padStart(12, '0') + [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const byAge = (a, b) => (a.kept ?? a.opened) - (b.kept ?? b.opened) || (a.local ?? 0) - (b.local ?? 0) || (a.id < b.id ? -1 : 1);

/** The queue of one account. What others keep on this telephone it counts, and never shows or sends. */
export class Queue {
  constructor({ store, account, now = Date.now, bytes = fromBrowser }) {
    Object.assign(this, { store, account, now, bytes });
  }

  async own(kind) {
    return (await this.store.rows(kind)).filter((row) => row.account === this.account).sort(byAge);
  }

  /** How many captures and answers on this telephone belong to somebody else. */
  async others() {
    const rows = [...(await this.store.rows('captures')), ...(await this.store.rows('brought'))];
    return rows.filter((row) => row.account !== this.account && row.state !== 'sent').length;
  }

  /** The batch that is open. */
  async batch() {
    return (await this.own('batches')).findLast((batch) => !batch.closed);
  }

  async openBatch(fields) {
    const batch = { id: fresh(this.now(), this.bytes), account: this.account, opened: this.now(), fields, last: 0, closed: false };
    await this.store.put([['batches', batch]]);
    return batch;
  }

  /** Closes the open batch. What was sent of it goes at once, the rest when it has been sent. */
  async closeBatch() {
    const batch = await this.batch();
    if (!batch) return;
    await this.store.put([['batches', { ...batch, closed: true }]]);
    await this.tidy();
  }

  captures() {
    return this.own('captures');
  }

  /** How many captures a batch has, sent ones too: what the house is told to expect. */
  async counted(batch) {
    return (await this.captures()).filter((capture) => capture.batch === batch).length;
  }

  /** What may be given out before anything is kept: the id, and the two codes for the author's card. */
  card() {
    return { id: fresh(this.now(), this.bytes), number: drawn(8, this.bytes), code: drawn(16, this.bytes) };
  }

  /** Keeps a capture in the open batch, under its card, and gives it its number in the batch. */
  async keep(card, { fields, photos }) {
    const before = await this.store.change('captures', card.id, (row) => (this.mayChange(row) ? { ...row, fields, photos, state: 'waiting', errors: [] } : undefined));
    if (before) return before;
    if (await this.store.row('captures', card.id)) throw new Trouble('tried');
    const batch = await this.batch();
    const local = batch.last + 1;
    const capture = { ...card, account: this.account, batch: batch.id, local, kept: this.now(), state: 'waiting', fields, photos, errors: [] };
    await this.store.put([['captures', capture], ['batches', { ...batch, last: local }]]);
    return capture;
  }

  /** What may have arrived already is no longer changed or thrown away here: the house may have other words by now. */
  mayChange(capture) {
    return capture.account === this.account && (capture.state === 'waiting' || capture.state === 'refused');
  }

  /** Throws a capture away. `false` when it may have arrived: then it is taken back at the desk. */
  async drop(id) {
    const dropped = await this.store.change('captures', id, (row) => (this.mayChange(row) ? null : undefined));
    await this.tidy();
    return dropped === null;
  }

  answers() {
    return this.own('answers');
  }

  /** An answer was brought: its words go at once, and the house is told when there is a network. */
  async bring(delivery) {
    await this.store.put([['brought', { id: delivery, account: this.account, kept: this.now() }]]);
    await this.store.remove('answers', [delivery]);
  }

  /** How many captures and brought answers still have to reach the house. */
  async waiting() {
    const captures = (await this.captures()).filter((capture) => capture.state !== 'sent').length;
    return captures + (await this.own('brought')).length;
  }

  /**
   * Sends everything, the oldest first, and fetches the answers to bring. Gives what came of it:
   * `{ told, sent, refused, gone }`, where `told` is `done` or the kind of {@link Trouble} that stopped it.
   */
  async send(line) {
    const came = { told: 'done', sent: 0, refused: 0, gone: 0 };
    try {
      const { account, token } = await line.standing();
      if (account !== this.account) throw new Trouble('other');
      await this.letGo(line, token, came);
      for (const { id } of await this.captures()) {
        // One that may not be sent keeps no other from going.
        if (!(await this.sendOne(line, token, id, came))) came.told = 'forbidden';
      }
      for (const { id } of await this.own('brought')) {
        await line.bring(id, token);
        await this.store.remove('brought', [id]);
      }
      await this.fetchAnswers(line);
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) throw trouble;
      came.told = trouble.kind;
    }
    await this.tidy();
    return came;
  }

  async letGo(line, token, came) {
    const held = await this.captures();
    if (held.length === 0) return;
    const gone = await line.gone(held.map(({ id, number }) => `${id}.${number}`), token);
    const going = held.filter(({ id }) => gone.includes(id)).map(({ id }) => id);
    await this.store.remove('captures', going);
    came.gone += going.length;
  }

  /** Sends one. `false` when this account may not; whether it arrived is known in any case but for a broken line. */
  async sendOne(line, token, id, came) {
    let before;
    const capture = await this.store.change('captures', id, (row) => {
      before = row.state;
      return before === 'waiting' || before === 'tried' ? { ...row, state: 'tried' } : undefined;
    });
    if (!capture) return true;
    const batch = await this.store.row('batches', capture.batch);
    const parcel = { ...capture, batchFields: batch?.fields ?? {}, count: await this.counted(capture.batch) };
    try {
      let answer = await line.send(parcel, token);
      if (answer.kind === 'large' && line.smaller) {
        parcel.photos = await Promise.all(capture.photos.map(line.smaller));
        answer = await line.send(parcel, token);
      }
      await this.settle(capture, answer, came);
      return true;
    } catch (trouble) {
      // Whoever is turned away at the door has handed nothing over.
      const turnedAway = trouble.kind === 'forbidden' || trouble.kind === 'signed-out';
      if (turnedAway) await this.store.put([['captures', { ...capture, state: before }]]);
      if (trouble.kind === 'forbidden') return false;
      throw trouble;
    }
  }

  async settle(capture, answer, came) {
    if (answer.kind === 'received') {
      const { id, account, batch, local, kept } = capture;
      const left = { id, account, batch, local, kept, state: 'sent', number: answer.number, other: answer.number !== capture.number, sent: this.now() };
      await this.store.put([['captures', left]]);
      came.sent += 1;
    } else if (answer.kind === 'gone') {
      await this.store.remove('captures', [capture.id]);
      came.gone += 1;
    } else {
      const errors = answer.errors ?? [{ name: 'file', word: answer.kind }];
      await this.store.put([['captures', { ...capture, state: 'refused', errors }]]);
      came.refused += 1;
    }
  }

  /** The answers to bring take the place of those that were here: what was brought or taken back is gone with that. */
  async fetchAnswers(line) {
    const answers = await line.answers();
    if (!answers) return;
    const before = (await this.answers()).map(({ id }) => id);
    await this.store.remove('answers', before.filter((id) => !answers.some((answer) => answer.id === id)));
    await this.store.put(answers.map((answer, place) => ['answers', { ...answer, account: this.account, kept: place }]));
  }

  /** Closed batches go with what was sent of them, once all of it has been. */
  async tidy() {
    const captures = await this.captures();
    for (const batch of (await this.own('batches')).filter(({ closed }) => closed)) {
      const its = captures.filter((capture) => capture.batch === batch.id);
      await this.store.remove('captures', its.filter(({ state }) => state === 'sent').map(({ id }) => id));
      if (its.every(({ state }) => state === 'sent')) await this.store.remove('batches', [batch.id]);
    }
  }

  /** Everything on this telephone goes, whosever it is. */
  async wipe() {
    await this.store.wipe();
  }
}
