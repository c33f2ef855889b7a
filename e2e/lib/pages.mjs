// Every page there is, from the router itself: nobody keeps a list by hand.

/** Whether anyone may see the page. */
export const isPublic = (route) => String(route.access).toLowerCase() === 'public';

/** Whether it is a page at all: pictures, style sheets and the interface for programs are tested elsewhere. */
export const isForPeople = (route) => !/^\/(\.well-known|api|assets|bestanden|favicon|logo|thema\.css|metrics|gezond|klaar|health|ready)\b|\.(svg|pdf|atom|csv|json|toml|m?js|webmanifest)$|\/(tabel|uitvoer)\/\{file\}$|^\/jaaroverzicht$|\{\*/.test(route.path);

const shape = (route) => new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);

/** The route that a path belongs to: the one with most of its parts written out. */
function routeOf(routes, path) {
  const fits = routes.filter((route) => shape(route).test(path));
  return fits.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

/** What the program itself tells about routes that nobody can link to. */
function sampled(route, samples) {
  const whole = samples[route.path];
  if (whole !== undefined) return [whole].flat();
  const names = [...route.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
  // An «id» is another thing on every page.
  if (names.some((name) => name === 'id' || samples[name] === undefined)) return [];
  return [names.reduce((path, name) => path.replace(`{${name}}`, encodeURIComponent(samples[name])), route.path)];
}

/** So many addresses of one route are opened. */
const MOST = 2;
/** So many pages of one route are read for their links, by each person. */
const READ = 12;

/** Follows every link from every page that one visitor sees: for each route the first addresses found, in the order in which they were. */
async function seenBy(visitor, routes, samples) {
  const seen = new Map(routes.map((route) => [route.path, []]));
  const waiting = ['/', '/werk', '/beheer', ...routes.flatMap((route) => (route.path.includes('{') ? sampled(route, samples) : [route.path]))];
  const asked = new Set();
  const taken = new Map();
  while (waiting.length > 0) {
    const path = waiting.shift();
    const route = routeOf(routes, path.split(/[?#]/)[0]);
    if (!route || asked.has(path) || (taken.get(route.path) ?? 0) >= READ) continue;
    asked.add(path);
    const answer = await visitor.context.request.get(path, { maxRedirects: 0 });
    if (answer.status() !== 200) continue;
    taken.set(route.path, (taken.get(route.path) ?? 0) + 1);
    const paths = seen.get(route.path);
    if (paths.length < MOST) paths.push(path);
    if (!isPage(answer)) continue;
    for (const [, href] of (await answer.text()).matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const link = href.replaceAll('&amp;', '&');
      // The language of a page is the visitor's own.
      if (link.includes('taal=')) continue;
      if (link.startsWith('/') && !link.startsWith('//')) waiting.push(link.split('#')[0]);
      else if (link.startsWith('?')) waiting.push(path.split('?')[0] + link.split('#')[0]);
    }
  }
  return seen;
}

/**
 * Gives for each route the addresses found and who may see them: a map from route path to `[{ path, visitor }]`. All look at the
 * same time; the earlier a visitor stands in the list, the earlier what that visitor found is taken.
 */
export async function discover(routes, visitors, samples) {
  const found = new Map(routes.map((route) => [route.path, []]));
  const all = await Promise.all(visitors.map((visitor) => seenBy(visitor, routes, samples)));
  for (const [nth, seen] of all.entries()) {
    for (const [route, paths] of seen) {
      const places = found.get(route);
      const fresh = paths.filter((path) => !places.some((place) => place.path === path));
      places.push(...fresh.slice(0, MOST - places.length).map((path) => ({ path, visitor: visitors[nth] })));
    }
  }
  return found;
}

/** Whether the answer is a page; a picture, a download or a feed has nothing for axe. */
export const isPage = (answer) => (answer.headers()['content-type'] ?? '').startsWith('text/html');
