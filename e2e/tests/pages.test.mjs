// Every page that the router knows: axe finds nothing, nothing scrolls sideways, nobody else is asked anything.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accessible } from '../lib/axe.mjs';
import { NARROW, WIDE, fits, launch, visit } from '../lib/browser.mjs';
import { concrete, isForPeople, isPublic } from '../lib/pages.mjs';
import { routes, startDemo } from '../lib/server.mjs';
import { signIn } from '../lib/signin.mjs';

let demo;
let browser;

// The router tells its routes before the demo runs, so that every page is a test of its own.
const pages = (await routes()).filter(isForPeople);
const open = pages.filter(isPublic);
const closed = pages.filter((route) => !isPublic(route));

before(async () => {
  demo = await startDemo();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

test('the router has public pages and pages for staff', () => {
  assert.ok(open.length > 5, `only ${open.length} public pages`);
  assert.ok(closed.length > 5, `only ${closed.length} pages for staff`);
});

/** Whether the answer is a page; a picture, a download or a feed has nothing for axe. */
const isPage = (answer) => (answer.headers()['content-type'] ?? '').startsWith('text/html');

for (const [name, language, viewport] of [
  ['at 320 px in Dutch', 'nl', NARROW],
  ['at 320 px in Arabic', 'ar', NARROW],
  ['at 1280 px in Dutch', 'nl', WIDE],
  ['at 1280 px in English', 'en', WIDE],
]) {
  describe(`public pages ${name}`, () => {
    let visitor;
    before(async () => {
      visitor = await visit(browser, demo, { language, viewport });
    });
    after(() => visitor?.close());

    for (const route of open) {
      test(route.path, async () => {
        for (const path of concrete(route, demo.samples)) {
          visitor.problems.length = 0;
          const answer = await visitor.context.request.get(path);
          assert.ok(answer.ok(), `${path} answers ${answer.status()}`);
          if (!isPage(answer)) continue;
          await visitor.page.goto(path);
          assert.equal(await visitor.page.getAttribute('html', 'dir'), language === 'ar' ? 'rtl' : 'ltr', path);
          assert.equal(await visitor.page.getAttribute('html', 'lang'), language, path);
          await accessible(visitor.page, path);
          await fits(visitor.page, path);
          visitor.clean();
        }
      });
    }
  });
}

describe('pages for staff, each seen by somebody who may', () => {
  const visitors = [];
  before(async () => {
    for (const account of demo.accounts) {
      const visitor = await visit(browser, demo, { viewport: WIDE });
      await signIn(visitor.page, account);
      visitors.push({ ...visitor, role: account.role });
    }
  });
  after(async () => {
    for (const visitor of visitors) await visitor.close();
  });

  for (const route of closed) {
    test(route.path, async () => {
      for (const path of concrete(route, demo.samples)) {
        const refused = [];
        let seen = false;
        for (const visitor of visitors) {
          const answer = await visitor.context.request.get(path, { maxRedirects: 0 });
          if (answer.status() !== 200) {
            refused.push(`${visitor.role}: ${answer.status()}`);
            continue;
          }
          seen = true;
          if (!isPage(answer)) break;
          visitor.problems.length = 0;
          await visitor.page.setViewportSize(WIDE);
          await visitor.page.goto(path);
          await accessible(visitor.page, `${path} as ${visitor.role}`);
          await visitor.page.setViewportSize(NARROW);
          await fits(visitor.page, path);
          visitor.clean();
          break;
        }
        assert.ok(seen, `nobody of the demo may see ${path} (${refused.join(', ')})`);
      }
    });
  }
});
