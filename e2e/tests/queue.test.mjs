// The queue of a telephone, without a browser: whatever breaks on the line, each capture comes in once and none is lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Queue, Trouble, drawn, fresh } from '../../crates/voice/src/pages/fieldwork/queue.mjs';

/** Rows in memory, with the same promises as those on a telephone. */
function rows() {
  const kinds = new Map();
  const of = (kind) => kinds.get(kind) ?? kinds.set(kind, new Map()).get(kind);
  return {
    rows: async (kind) => structuredClone([...of(kind).values()]),
    row: async (kind, id) => structuredClone(of(kind).get(id)),
    put: async (all) => all.forEach(([kind, row]) => of(kind).set(row.id, structuredClone(row))),
    async change(kind, id, make) {
      const row = of(kind).get(id);
      const made = row === undefined ? undefined : make(structuredClone(row));
      if (made === null) of(kind).delete(id);
      else if (made !== undefined) of(kind).set(id, structuredClone(made));
      return made;
    },
    remove: async (kind, ids) => ids.forEach((id) => of(kind).delete(id)),
    wipe: async () => kinds.clear(),
    all: () => JSON.stringify([...kinds.values()].flatMap((kind) => [...kind.values()])),
  };
}

/** A small generator whose runs can be repeated. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A house that keeps each id once, and a line that `breaks(where)`: before the house heard, or after. */
function house({ account = 'an', breaks = () => false, judge = () => ({ kind: 'received' }) } = {}) {
  const arrived = new Map();
  const brought = [];
  const through = (where) => {
    if (breaks(where)) throw new Trouble('offline');
  };
  return {
    arrived,
    brought,
    tries: 0,
    gone: new Set(),
    answersToBring: [],
    line() {
      return {
        standing: async () => {
          through('standing');
          return { account, token: 'token' };
        },
        gone: async (held) => {
          through('gone');
          return held.map((each) => each.split('.')[0]).filter((id) => this.gone.has(id));
        },
        send: async (parcel, token) => {
          assert.equal(token, 'token');
          through('before');
          this.tries += 1;
          const told = judge(parcel);
          if (told.kind === 'received' && !arrived.has(parcel.id)) arrived.set(parcel.id, structuredClone(parcel));
          through('after');
          return told.kind === 'received' ? { kind: 'received', number: parcel.number } : told;
        },
        bring: async (id) => {
          through('before');
          brought.push(id);
          through('after');
        },
        answers: async () => {
          through('answers');
          return structuredClone(this.answersToBring);
        },
        smaller: async (photo) => ({ ...photo, small: true }),
      };
    },
  };
}

const FIELDS = { label: 'Markt', process: 'p', channel: 'square-talk', captured: '2026-03-01' };
const said = (title) => ({ fields: { title, body: `${title}, zei ze.` }, photos: [{ blob: `photo of ${title}`, words: '' }] });

async function begun(store = rows(), account = 'an') {
  const queue = new Queue({ store, account });
  await queue.openBatch(FIELDS);
  return queue;
}

test('codes hold only signs of the house, each as likely as another, and ids sort by time', () => {
  const counts = new Map();
  for (let times = 0; times < 4000; times += 1) {
    const number = drawn(8);
    assert.match(number, /^[34679CDFGHJKMNPQRTVWX]{4}-[34679CDFGHJKMNPQRTVWX]{4}$/);
    for (const sign of number.replace('-', '')) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  assert.equal(counts.size, 21);
  for (const [sign, many] of counts) assert.ok(many > 1200 && many < 1900, `${sign} came ${many} times of 32000`);
  assert.match(drawn(16), /^(?:[34679CDFGHJKMNPQRTVWX]{4}-){3}[34679CDFGHJKMNPQRTVWX]{4}$/);
  assert.match(fresh(1_772_449_200_000), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(fresh(1_772_449_200_000) < fresh(1_772_449_200_001));
  assert.equal(new Set(Array.from({ length: 2000 }, () => fresh(1))).size, 2000);
});

test('whatever breaks, in any order, each capture comes in exactly once and nothing is left of its words', async () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const next = chance(seed);
    let broken = 0.4;
    const there = house({ breaks: () => next() < broken });
    const store = rows();
    let queue = await begun(store);
    const cards = [];
    for (let many = 0; many < 10; many += 1) {
      const card = queue.card();
      cards.push(card);
      await queue.keep(card, said(`Woord ${many}`));
      if (next() < 0.5) await queue.send(there.line());
      // The page is closed and opened: only what is on the telephone is left.
      if (next() < 0.3) queue = new Queue({ store, account: 'an' });
    }
    broken = 0;
    const last = await queue.send(there.line());
    assert.equal(last.told, 'done', `seed ${seed}`);
    assert.deepEqual([...there.arrived.keys()].sort(), cards.map(({ id }) => id).sort(), `seed ${seed}`);
    for (const { id, number, code } of cards) {
      const parcel = there.arrived.get(id);
      assert.deepEqual([parcel.number, parcel.code, parcel.photos.length], [number, code, 1]);
    }
    assert.equal(await queue.waiting(), 0);
    assert.ok(!store.all().includes('Woord') && !cards.some(({ code }) => store.all().includes(code)), 'words and codes are gone');
    assert.deepEqual((await queue.captures()).map(({ local }) => local), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await queue.closeBatch();
    assert.equal(store.all(), '[]', 'with the batch, its numbers go too');
  }
});

test('what may have arrived is neither changed nor thrown away until the house has told', async () => {
  let lost = true;
  const there = house({ breaks: (where) => where === 'after' && lost });
  const queue = await begun();
  const card = queue.card();
  await queue.keep(card, said('Eerst'));
  assert.equal((await queue.send(there.line())).told, 'offline');
  assert.equal(await queue.drop(card.id), false);
  await assert.rejects(queue.keep(card, said('Anders')), Trouble);
  lost = false;
  assert.equal((await queue.send(there.line())).sent, 1);
  assert.equal(there.arrived.get(card.id).fields.title, 'Eerst');
});

test('what is being sent cannot be changed in another window meanwhile', async () => {
  const store = rows();
  const queue = await begun(store);
  const other = new Queue({ store, account: 'an' });
  const card = queue.card();
  await queue.keep(card, said('Eerst'));
  const there = house();
  const line = there.line();
  const { send } = line;
  line.send = async (parcel, token) => {
    await assert.rejects(other.keep(card, said('Anders')), Trouble);
    assert.equal(await other.drop(card.id), false);
    return send(parcel, token);
  };
  assert.equal((await queue.send(line)).sent, 1);
  assert.equal(there.arrived.get(card.id).fields.title, 'Eerst');
});

test('what the house refuses waits with its sentence, is corrected and then comes in', async () => {
  const errors = [{ name: 'title', text: 'Vul dit veld in.' }];
  const there = house({ judge: ({ fields }) => (fields.title === 'fout' ? { kind: 'refused', errors } : { kind: 'received' }) });
  const queue = await begun();
  const card = queue.card();
  await queue.keep(card, said('fout'));
  await queue.keep(queue.card(), said('goed'));
  const came = await queue.send(there.line());
  assert.deepEqual([came.sent, came.refused], [1, 1]);
  const [refused] = await queue.captures();
  assert.deepEqual([refused.state, refused.errors, refused.photos.length], ['refused', errors, 1]);
  assert.equal((await queue.send(there.line())).refused, 0, 'it is not sent again as it is');
  await queue.keep(card, said('beter'));
  assert.equal((await queue.send(there.line())).sent, 1);
  assert.deepEqual((await queue.captures()).map(({ local }) => local), [1, 2], 'it keeps its number');
});

test('one that may not be sent keeps no other from going, and can still be thrown away', async () => {
  const there = house();
  const queue = await begun();
  const cards = [queue.card(), queue.card()];
  await queue.keep(cards[0], said('Mag niet'));
  await queue.keep(cards[1], said('Mag wel'));
  const line = there.line();
  const { send } = line;
  line.send = async (parcel, token) => {
    if (parcel.id === cards[0].id) throw new Trouble('forbidden');
    return send(parcel, token);
  };
  const came = await queue.send(line);
  assert.deepEqual([came.told, came.sent, await queue.waiting()], ['forbidden', 1, 1]);
  assert.equal(await queue.drop(cards[0].id), true);
  line.send = async () => {
    throw new Trouble('signed-out');
  };
  await queue.keep(queue.card(), said('Later'));
  assert.equal((await queue.send(line)).told, 'signed-out');
  assert.equal((await queue.captures()).at(-1).state, 'waiting', 'who is sent to sign in has handed nothing over');
});

test('photos that are too large go smaller, once', async () => {
  const seen = [];
  const there = house({
    judge: ({ photos }) => {
      seen.push(photos[0].small ?? false);
      return photos[0].small ? { kind: 'received' } : { kind: 'large' };
    },
  });
  const queue = await begun();
  await queue.keep(queue.card(), said('Groot'));
  assert.equal((await queue.send(there.line())).sent, 1);
  assert.deepEqual(seen, [false, true]);
  const never = house({ judge: () => ({ kind: 'large' }) });
  await queue.keep(queue.card(), said('Nog groter'));
  assert.equal((await queue.send(never.line())).refused, 1);
  assert.equal(never.tries, 2);
});

test('what was taken back leaves the telephone at the next contact, sent or not', async () => {
  const there = house();
  const store = rows();
  const queue = await begun(store);
  const [sent, waiting] = [queue.card(), queue.card()];
  await queue.keep(sent, said('Verstuurd'));
  await queue.send(there.line());
  await queue.keep(waiting, said('Nog hier'));
  there.gone.add(sent.id).add(waiting.id);
  const came = await queue.send(there.line());
  assert.deepEqual([came.gone, there.arrived.has(waiting.id)], [2, false]);
  assert.ok(!store.all().includes('Nog hier') && !store.all().includes(sent.number));
});

test('another account neither sees, sends nor throws away what somebody kept', async () => {
  const store = rows();
  const an = await begun(store);
  const card = an.card();
  await an.keep(card, said('Van An'));
  const jef = new Queue({ store, account: 'jef' });
  assert.deepEqual([await jef.captures(), await jef.batch(), await jef.others()], [[], undefined, 1]);
  const there = house({ account: 'jef' });
  assert.equal((await jef.send(there.line())).told, 'done');
  assert.equal((await an.send(there.line())).told, 'other', 'nor under the sign-in of somebody else');
  assert.equal(await jef.drop(card.id), false);
  assert.deepEqual([there.arrived.size, await an.waiting()], [0, 1]);
  await jef.wipe();
  assert.equal(store.all(), '[]', 'wiping the telephone wipes all of it');
});

test('an answer that was brought leaves the telephone at once, and the house is told when it can be', async () => {
  let cut = false;
  const there = house({ breaks: () => cut });
  const store = rows();
  const queue = await begun(store);
  there.answersToBring = ['a', 'b', 'c'].map((id) => ({ id, number: id, to: 'Zonnebloem', parts: [], words: `antwoord ${id}` }));
  await queue.send(there.line());
  assert.deepEqual((await queue.answers()).map(({ id }) => id), ['a', 'b', 'c']);
  cut = true;
  await queue.bring('a');
  assert.ok(!store.all().includes('antwoord a'));
  await queue.send(there.line());
  assert.equal(await queue.waiting(), 1);
  cut = false;
  there.answersToBring = there.answersToBring.filter(({ id }) => id === 'c');
  await queue.send(there.line());
  assert.deepEqual([there.brought, await queue.waiting()], [['a'], 0]);
  assert.deepEqual((await queue.answers()).map(({ id }) => id), ['c'], 'what was erased or brought by somebody else is gone as well');
  assert.ok(!store.all().includes('antwoord b'));
});
