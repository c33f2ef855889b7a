// The way of one contribution, as the people in it walk it.

import assert from 'node:assert/strict';
import { accessible } from './axe.mjs';
import { fits } from './browser.mjs';
import { fill, press, submit, typeIn } from './form.mjs';

/** Somebody with a pointer. */
export const pointer = { fill, go: submit, follow: (page, selector) => page.locator(selector).first().click() };

/** Somebody with a keyboard and nothing else. */
export const keyboard = { fill: typeIn, go: press, follow: press };

const NUMBER = /\b[34679CDFGHJKMNPQRTVWX]{4}-[34679CDFGHJKMNPQRTVWX]{4}\b(?!-)/;
const CODE = /\b(?:[34679CDFGHJKMNPQRTVWX]{4}-){3}[34679CDFGHJKMNPQRTVWX]{4}\b/;

/** The first public number in a text. */
export const numberIn = (text) => text.match(NUMBER)?.[0];

/** Today where the municipality is. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(new Date());

/** Every page on the way is one that anybody can use. (axe is a script: it cannot run where scripts are off.) */
export async function fine(visitor) {
  if (visitor.js) await accessible(visitor.page);
  await fits(visitor.page);
}

/**
 * Submits an idea screen by screen and gives what the receipt says: `{ number, code }`.
 */
export async function contribute(visitor, hands, slug, idea) {
  const { page } = visitor;
  await page.goto(`/processen/${slug}`);
  await fine(visitor);
  await hands.follow(page, `main a[href^="/processen/${slug}/bijdragen"]:not([href*="lijst"])`);
  await page.waitForURL(`**/processen/${slug}/bijdragen*`);

  // An empty form comes back with what is missing, and the focus stands there.
  await hands.go(page);
  assert.ok(await page.locator('main [role="alert"] a').count(), 'the page does not say what is missing');
  await fine(visitor);

  await hands.fill(page, { title: idea.title, body: idea.body, 'idea-language': idea.language });
  await hands.go(page);
  await fine(visitor);
  await hands.fill(page, { place: idea.place });
  await hands.go(page);
  await fine(visitor);
  await hands.go(page); // no photo
  await hands.fill(page, { 'answer-by': idea.mail ? 'mail' : 'none' });
  await fine(visitor);
  await hands.go(page);
  if (idea.mail) {
    await hands.fill(page, { mail: idea.mail });
    await fine(visitor);
    await hands.go(page);
  }
  // Once more in full, and send.
  await fine(visitor);
  const check = await page.locator('main').innerText();
  assert.ok(check.includes(idea.title) && check.includes(idea.body), 'the words are not shown before they are sent');
  await hands.go(page);
  await fine(visitor);
  const receipt = await page.locator('main').innerText();
  const code = receipt.match(CODE)?.[0];
  const number = numberIn(receipt.replace(CODE, ''));
  assert.ok(number && code, `the receipt has no number and code:\n${receipt}`);
  return { number, code };
}

/** Opens the journey page and gives its words. */
export async function journeyPage(visitor, number) {
  const answer = await visitor.page.goto(`/bijdragen/${number}`);
  assert.equal(answer.status(), 200);
  await fine(visitor);
  return visitor.page.locator('main').innerText();
}

/** A member of staff opens a dossier from the desk, by its number, wherever on the desk it lies. */
export async function openDossier({ page }, number) {
  await page.goto('/werk');
  const views = await page.locator('.mm-views a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const view of ['/werk', ...views]) {
    await page.goto(view.startsWith('?') ? `/werk${view}` : view);
    for (let pages = 0; pages < 20; pages += 1) {
      const row = page.locator('main tr', { hasText: number });
      if (await row.count()) {
        await row.locator('a').first().click();
        await page.waitForURL('**/werk/dossiers/*');
        return;
      }
      const next = page.locator('main a[rel="next"]');
      if (!(await next.count())) break;
      await next.click();
      await page.waitForLoadState();
    }
  }
  assert.fail(`${number} lies on no list of this desk`);
}

/** One act on a dossier: follows its link, fills in its form, sends it. */
export async function act(staff, number, link, values) {
  await openDossier(staff, number);
  await staff.page.locator(`main a[href$="/${link}"]`).first().click();
  await staff.page.waitForURL(`**/${link}`);
  await fine(staff);
  await fill(staff.page, typeof values === 'function' ? await values(staff.page) : values);
  const form = staff.page.url();
  await submit(staff.page);
  assert.notEqual(staff.page.url(), form, `${link} was not accepted: ${await staff.page.locator('main').innerText()}`);
  staff.clean();
}

/** The value of the choice with this label in a list. */
export async function option(page, name, label) {
  const value = await page.locator(`main select[name="${name}"] option`).evaluateAll(
    (options, wanted) => options.find((it) => it.value && (!wanted || it.label.includes(wanted)))?.value,
    label,
  );
  assert.ok(value, `${name} does not offer ${label}`);
  return value;
}
