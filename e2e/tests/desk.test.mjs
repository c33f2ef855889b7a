// The desk by keys, and the same with several dossiers: with a script and without.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../lib/axe.mjs';
import { NARROW, WIDE, fits, launch, visit } from '../lib/browser.mjs';
import { startDemo } from '../lib/server.mjs';
import { accountOf, signIn } from '../lib/signin.mjs';

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

async function officer(options) {
  const visitor = await visit(browser, demo, options);
  await signIn(visitor.page, accountOf(demo, 'participation-officer'));
  visitor.clean();
  return visitor;
}

const focused = (page) => page.evaluate(() => document.activeElement?.closest('tbody tr')?.rowIndex ?? null);

test('keys go through the list, only while the focus is in it', async () => {
  const one = await officer();
  const { page } = one;
  await page.goto('/werk');
  assert.ok(await page.locator('[data-desk-keys]').isVisible(), 'the keys are told');
  await page.keyboard.press('j');
  assert.equal(await focused(page), null, 'outside the list a letter is a letter');
  await page.locator('[data-desk-rows]').focus();
  await page.keyboard.press('j');
  assert.equal(await focused(page), 1);
  await page.keyboard.press('j');
  assert.equal(await focused(page), 2);
  await page.keyboard.press('x');
  const boxes = page.locator('[data-desk-rows] tbody input[type="checkbox"]');
  assert.ok(await boxes.nth(1).isChecked());
  await page.keyboard.press('k');
  assert.equal(await focused(page), 1);
  assert.ok(!(await boxes.nth(0).isChecked()));
  const href = await page.locator('[data-desk-rows] tbody tr').first().locator('a').getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${href}`);
  one.clean();
  await one.close();
});

for (const js of [true, false]) {
  test(`several are asked of a department ${js ? 'with' : 'without'} a script, and the page says with which it was done`, async () => {
    const one = await officer({ js });
    const { page } = one;
    await page.goto('/werk?stand=S2');
    const rows = page.locator('[data-desk-rows] tbody tr');
    const many = await rows.count();
    assert.ok(many >= 2, `${many} rows`);
    await page.locator('[data-desk-all]').click();
    const boxes = page.locator('[data-desk-rows] tbody input[type="checkbox"]');
    for (let nth = 0; nth < many; nth += 1) assert.ok(await boxes.nth(nth).isChecked(), `row ${nth}`);
    for (let nth = 2; nth < many; nth += 1) await boxes.nth(nth).uncheck();
    const numbers = await Promise.all([0, 1].map((nth) => rows.nth(nth).locator('td bdi').innerText()));
    await page.locator('button[name="wat"][value="toewijzen"]').click();
    await page.waitForURL('**/werk/samen?**');
    if (js) await accessible(page, 'before it is done');
    await page.setViewportSize(NARROW);
    await fits(page, 'before it is done');
    await page.setViewportSize(WIDE);
    const offered = page.locator('input[name="kies"]');
    assert.equal(await offered.count(), 2);
    await page.locator('select[name="department"]').selectOption({ index: 1 });
    await page.locator('main button[type="submit"]').click();
    const told = await page.locator('main').innerText();
    assert.match(told, /2 gedaan, 0 niet gedaan/);
    for (const number of numbers) assert.ok(told.includes(number), `${number} is named`);
    if (js) await accessible(page, 'after it was done');
    await page.setViewportSize(NARROW);
    await fits(page, 'after it was done');
    one.clean();
    await one.close();
  });
}

test('a list is kept under a name and thrown away', async () => {
  const one = await officer();
  const { page } = one;
  await page.goto('/werk?lijst=alle&stand=S4');
  await page.locator('details summary').first().click();
  await page.locator('input[name="naam"]').fill('Wie neemt het aan?');
  await page.locator('form[action="/werk/lijsten"] button').click();
  const kept = page.locator('main nav a', { hasText: 'Wie neemt het aan?' });
  assert.equal(await kept.getAttribute('aria-current'), 'true');
  await accessible(page, 'with a list');
  await page.goto('/werk');
  await kept.click();
  assert.match(page.url(), /stand=S4/);
  await page.locator('details summary').first().click();
  await page.locator('form[action="/werk/lijsten/weg"] button').click();
  assert.equal(await kept.count(), 0);
  one.clean();
  await one.close();
});
