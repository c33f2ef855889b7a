// Keeps the page of the field and what it needs, so that it opens without a network. It keeps no words of anybody and
// sends nothing: that is the page's own work, in front of whoever holds the telephone.

const NAME = 'veld';
const PAGE = '/werk/veld';
/** A network that is there but does not answer within so many milliseconds is none. */
const PATIENCE = 4_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** Keeps all of this or nothing: a page without its scripts is worse than the page of before. */
async function keep({ pages, files }) {
  const wanted = [...pages, ...files.map((file) => [file, file])];
  const fetched = await Promise.all(wanted.map(async ([from, as]) => [as, await fetch(from, { credentials: 'same-origin', redirect: 'error', cache: 'no-cache' })]));
  if (fetched.some(([, answer]) => !answer.ok)) return false;
  const cache = await caches.open(NAME);
  for (const [as, answer] of fetched) await cache.put(as, answer);
  const held = new Set(wanted.map(([, as]) => new URL(as, self.location.origin).href));
  for (const request of await cache.keys()) if (!held.has(request.url)) await cache.delete(request);
  return true;
}

self.addEventListener('message', (event) => {
  const told = keep(event.data).catch(() => false).then((done) => event.ports[0]?.postMessage(done));
  event.waitUntil(told);
});

async function kept(request, url) {
  const cache = await caches.open(NAME);
  if (request.mode !== 'navigate') return cache.match(request);
  const language = url.searchParams.get('taal');
  return (language && (await cache.match(`${PAGE}?taal=${language}`))) || cache.match(PAGE);
}

async function answered(request, url) {
  const asked = fetch(request);
  // Whoever has been answered from here need not hear that the network failed after all.
  asked.catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  try {
    const first = await Promise.race([asked, late]);
    if (first && first.status < 500) return first;
  } catch {
    return (await kept(request, url)) ?? Response.error();
  }
  return (await kept(request, url)) ?? asked;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const isPage = request.mode === 'navigate' && url.pathname === PAGE;
  const isFile = request.mode !== 'navigate' && request.destination !== '';
  if (isPage || isFile) event.respondWith(answered(request, url));
});
