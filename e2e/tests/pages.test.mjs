// Every page that the router knows: axe finds nothing, nothing scrolls sideways, nobody else is asked anything.
//
// The addresses come from the links that each role finds on its pages, so a page that nobody can reach is found too.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accessible } from '../lib/axe.mjs';
import { NARROW, WIDE, fits, launch, visit } from '../lib/browser.mjs';
import { discover, isForPeople, isPage, isPublic } from '../lib/pages.mjs';
import { routes, startDemo } from '../lib/server.mjs';
import { signIn } from '../lib/signin.mjs';

/** Pages in the middle of something, that no link leads to, and where they are seen instead. */
const ELSEWHERE = {
  '/aanmelden/code': 'signing in with a second factor: signin.mjs',
  '/aanmelden/instellen': 'signing in for the first time',
  '/bewaard/{id}': 'expired.test.mjs',
  '/werk/dossiers/{id}/afhandelen': 'only where one or two people do all the work: crates/answer/tests/light.rs',
};

let demo;
let browser;
let visitor;
let found;
const staff = [];

// The router tells its routes before the demo runs, so that every page is a test of its own.
const pages = (await routes()).filter(isForPeople).filter((route) => !ELSEWHERE[route.path]);
const open = pages.filter(isPublic);
const closed = pages.filter((route) => !isPublic(route));

before(async () => {
  demo = await startDemo();
  browser = await launch();
  visitor = await visit(browser, demo);
  for (const account of demo.accounts) {
    const one = await visit(browser, demo, { viewport: WIDE });
    await signIn(one.page, account);
    one.clean();
    staff.push(Object.assign(one, { role: account.role }));
  }
  found = await discover(pages, [visitor, ...staff], demo.samples);
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

test('the router has public pages and pages for staff', () => {
  assert.ok(open.length > 5, `only ${open.length} public pages`);
  assert.ok(closed.length > 5, `only ${closed.length} pages for staff`);
});

const places = (route) => {
  const all = found.get(route.path);
  assert.ok(all.length > 0, `no link leads anybody of the demo to ${route.path}, and the demo gives no sample of it`);
  return all;
};

for (const [name, language, viewport] of [
  ['at 320 px in Dutch', 'nl', NARROW],
  ['at 320 px in Arabic', 'ar', NARROW],
  ['at 1280 px in Dutch', 'nl', WIDE],
  ['at 1280 px in English', 'en', WIDE],
]) {
  describe(`public pages ${name}`, () => {
    let reader;
    before(async () => {
      reader = await visit(browser, demo, { language, viewport });
    });
    after(() => reader?.close());

    for (const route of open) {
      test(route.path, async () => {
        for (const { path } of places(route)) {
          reader.problems.length = 0;
          const answer = await reader.page.goto(path);
          assert.ok(answer.ok(), `${path} answers ${answer.status()}`);
          if (!isPage(answer)) continue;
          assert.equal(await reader.page.getAttribute('html', 'dir'), language === 'ar' ? 'rtl' : 'ltr', path);
          assert.equal(await reader.page.getAttribute('html', 'lang'), language, path);
          await accessible(reader.page, path);
          await fits(reader.page, path);
          reader.clean();
        }
      });
    }
  });
}

describe('pages for staff, each seen by somebody who may', () => {
  for (const route of closed) {
    test(route.path, async () => {
      for (const { path, visitor: one } of places(route)) {
        one.problems.length = 0;
        await one.page.setViewportSize(WIDE);
        const answer = await one.page.goto(path);
        assert.ok(answer.ok(), `${path} answers ${answer.status()}`);
        if (!isPage(answer)) continue;
        await accessible(one.page, `${path} as ${one.role}`);
        await one.page.setViewportSize(NARROW);
        await fits(one.page, `${path} as ${one.role}`);
        one.clean();
      }
    });
  }
});
