// The line to the house. Whoever has no sign-in is sent to the sign-in page: a redirect that is not followed says so.

import { Trouble } from './queue.mjs';

const QUICK = 15_000;
const SLOW = 120_000;

async function ask(path, { time = QUICK, ...options } = {}) {
  let answer;
  try {
    answer = await fetch(path, { redirect: 'manual', cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(time), ...options });
  } catch {
    throw new Trouble('offline');
  }
  if (answer.type === 'opaqueredirect' || answer.status === 401) throw new Trouble('signed-out');
  if (answer.status === 403) throw new Trouble('forbidden');
  if (answer.status === 408 || answer.status === 409 || answer.status === 429 || answer.status >= 500) throw new Trouble('busy');
  return answer;
}

/** The answer read to its end: a connection that breaks here is no answer. */
async function read(answer) {
  try {
    return await answer.json();
  } catch {
    throw new Trouble('offline');
  }
}

function form(token, pairs) {
  const body = new FormData();
  for (const [name, value] of pairs) body.append(name, value);
  body.append('csrf', token);
  return body;
}

const post = (path, token, pairs, options) => ask(path, { method: 'POST', body: form(token, pairs), ...options });

/** `delivers`: whether this account may bring answers; `smaller` makes a photo smaller that is too large for the house. */
export function lineTo({ delivers, smaller }) {
  return {
    smaller,
    standing: async () => read(await ask('/werk/veld/stand')),
    gone: async (held, token) => (await read(await post('/werk/veld/stand', token, held.map((each) => ['held', each])))).gone,
    async send({ id, number, code, batch, count, batchFields, fields, photos }, token) {
      const pairs = Object.entries({ ...batchFields, ...fields, id, number, code, batch, 'batch-count': count, 'photo-count': photos.length });
      for (const { blob, words } of photos) pairs.push(['photo-words', words], ['file', new File([blob], 'foto.jpg', { type: 'image/jpeg' })]);
      const answer = await post('/werk/veld', token, pairs, { time: SLOW });
      if (answer.status === 410) return { kind: 'gone' };
      if (answer.status === 413) return { kind: 'large' };
      if (answer.status === 422) return { kind: 'refused', errors: (await read(answer)).errors };
      if (answer.status === 200) return { kind: 'received', number: (await read(answer)).number };
      return { kind: 'unknown', errors: [{ name: 'process', word: 'unknown' }] };
    },
    /** Says that an answer was brought. One that is gone or was brought before needs no more saying. */
    async bring(delivery, token) {
      const answer = await post(`/werk/bezorging/${delivery}`, token, [['status', 'confirmed']], { redirect: 'follow' });
      if (new URL(answer.url).pathname.startsWith('/aanmelden')) throw new Trouble('signed-out');
    },
    answers: async () => (delivers ? (await read(await ask('/werk/bezorging/mee'))).answers : undefined),
  };
}
