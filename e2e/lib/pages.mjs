// Every page there is, from the router itself: nobody keeps a list by hand.

import assert from 'node:assert/strict';

/**
 * Concrete paths for a route with parameters, from the samples that the demo wrote.
 *
 * A sample may name a whole route (with one path or several, each perhaps with a query) or one parameter.
 */
export function concrete(route, samples) {
  const whole = samples[route.path];
  if (whole !== undefined) return [whole].flat();
  const parameters = [...route.path.matchAll(/\{(\*?[^}]+)\}/g)].map((match) => match[1]);
  let path = route.path;
  for (const name of parameters) {
    const value = samples[name.replace(/^\*/, '')];
    assert.ok(value !== undefined, `the demo has no sample for {${name}} of ${route.path}`);
    path = path.replace(`{${name}}`, encodeURIComponent(String(value)).replaceAll('%2F', '/'));
  }
  return [path];
}

/** Whether anyone may see the page. */
export const isPublic = (route) => String(route.access).toLowerCase() === 'public';

/** Whether it is a page at all: assets and the interface for programs are tested elsewhere. */
export const isForPeople = (route) => !/^\/(api|assets|metrics|gezond|klaar|health|ready)\b/.test(route.path);
