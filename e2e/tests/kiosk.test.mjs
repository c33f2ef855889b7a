// A shared computer at a counter: nothing of the last person is left for the next one.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { launch, visit } from '../lib/browser.mjs';
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

/** What the page holds once the browser has made up its mind: going back to a form that was sent is refused after a while. */
async function settled(page) {
  for (let tries = 0; ; tries += 1) {
    try {
      await page.waitForLoadState('load', { timeout: 5_000 });
      return await page.content();
    } catch (error) {
      if (tries > 30) throw error;
      await wait(200);
    }
  }
}

test('the next person finds nothing of the last one, not even with the back button', async () => {
  const visitor = await visit(browser, demo);
  const { page } = visitor;
  const start = `/processen/${demo.samples.slug}/kiosk`;
  await page.goto(start);
  await fine(visitor);
  await page.locator('main a[href*="kiosk=1"]').click();
  const secret = 'Wat alleen deze persoon mag weten';
  await fill(page, { title: secret, body: `${secret}, en meer.`, 'idea-language': 'nl' });
  await submit(page);
  await fine(visitor);
  // The way out of the kiosk is on every screen.
  await page.locator(`main a[href="${start}"], a[href="${start}"]`).first().click();
  await page.waitForURL(`**${start}`);
  for (let back = 0; back < 3; back += 1) {
    await page.goBack().catch(() => {});
    assert.ok(!(await settled(page)).includes(secret), `the back button shows it again on ${page.url()}`);
    const values = await page.locator('input, textarea').evaluateAll((fields) => fields.map((field) => field.value));
    assert.ok(!values.some((value) => value.includes(secret)), `a field still holds it on ${page.url()}`);
  }
  await page.goto(start);
  await page.locator('main a[href*="kiosk=1"]').click();
  const values = await page.locator('main input[type=text], main textarea').evaluateAll((fields) => fields.map((field) => field.value));
  assert.deepEqual(values.filter((value) => value.includes(secret)), []);
  visitor.clean();
  await visitor.close();
});

test('a receipt left open wipes itself', async () => {
  const visitor = await visit(browser, demo);
  const { page } = visitor;
  await page.goto(`/processen/${demo.samples.slug}/kiosk`);
  await page.locator('main a[href*="kiosk=1"]').click();
  await fill(page, { title: 'Een fietsenrek bij de bakker', body: 'Nu staan de fietsen in de weg.', 'idea-language': 'nl' });
  await submit(page);
  await submit(page);
  await submit(page);
  await fill(page, { 'answer-by': 'none' });
  await submit(page);
  await submit(page);
  await page.waitForURL('**/ontvangst*');
  await fine(visitor);
  const receipt = await visitor.context.request.get(page.url());
  assert.match(receipt.headers().refresh, /^\d{1,3};\s*url=\/processen\/.*\/kiosk$/);
  await page.locator('a[href*="langer=1"]').click();
  await fine(visitor);
  const longer = await visitor.context.request.get(page.url());
  assert.equal(longer.headers().refresh, undefined, 'who asked for more time has it');
  visitor.clean();
  await visitor.close();
});
