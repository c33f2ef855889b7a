// Somebody answers a few questions on a telephone and gets a code to keep; the same questions come out of a printer.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, NARROW, visit } from '../lib/browser.mjs';
import { fill, submit } from '../lib/form.mjs';
import { fine } from '../lib/journey.mjs';
import { startDemo } from '../lib/server.mjs';

let demo;
let browser;

before(async () => {
  demo = await startDemo();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

const CODE = /^[BCDFGHJKMNPQRTVWXYZ]{4}-[BCDFGHJKMNPQRTVWXYZ]{4}$/;

test('who answers before gets a code that is nowhere in an address', async () => {
  const visitor = await visit(browser, demo, { viewport: NARROW });
  const { page } = visitor;
  await page.goto(`/processen/${demo.samples.slug}/vragen`);
  await fine(visitor);
  // Nothing filled in: said beside the field, and nothing lost.
  await fill(page, { 'took-part': 'yes' });
  await submit(page);
  await fine(visitor);
  assert.ok(await page.locator('[role=alert]').isVisible());
  assert.ok(await page.locator('[name="took-part"][value="yes"]').isChecked());
  await fill(page, { 'q-again': '4' });
  await submit(page);
  await fine(visitor);
  const code = (await page.locator('.measure-code').innerText()).trim();
  assert.match(code, CODE);
  assert.ok(!page.url().includes(code));
  await page.goto(`/processen/${demo.samples.slug}/vragen/papier?aantal=2`);
  await fine(visitor);
  const printed = await page.locator('.measure-code').allInnerTexts();
  assert.equal(new Set(printed).size, 2);
  for (const it of printed) assert.match(it.trim(), CODE);
});
