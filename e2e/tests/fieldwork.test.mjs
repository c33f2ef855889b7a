// In the field, without a network: what people said at the door comes in once, whatever breaks, and leaves the telephone.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../lib/axe.mjs';
import { NARROW, fits, launch, visit } from '../lib/browser.mjs';
import { fill, focusShows, tabTo, typeIn } from '../lib/form.mjs';
import { numberIn, today } from '../lib/journey.mjs';
import { startDemo } from '../lib/server.mjs';
import { accountOf, passSignIn, signIn } from '../lib/signin.mjs';

let demo;
let browser;
let photo;

before(async () => {
  demo = await startDemo();
  browser = await launch();
  const page = await browser.newPage();
  // A photo as a telephone takes it: larger than the house keeps.
  const drawn = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1800 });
    const pen = canvas.getContext('2d');
    for (let stripe = 0; stripe < 60; stripe += 1) {
      pen.fillStyle = `hsl(${stripe * 6} 60% 50%)`;
      pen.fillRect(stripe * 40, 0, 40, 1800);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  });
  photo = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(drawn, 'base64') };
  await page.close();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

const SEND = '#send';
const text = (page, selector) => page.locator(selector).innerText();
/** Photos are made smaller here and read again in the house: how long that takes is the machine's. */
const PATIENCE = 120_000;
const until = (page, selector, wanted) =>
  page.waitForFunction(([where, words]) => document.querySelector(where)?.textContent.trim() === words, [selector, wanted], { timeout: PATIENCE });

/** A telephone on which somebody signed in and opened the page, so that it opens without a network from now on. */
async function telephone({ role = 'intermediary', language = 'nl', viewport = NARROW } = {}) {
  const phone = await visit(browser, demo, { viewport, language });
  await signIn(phone.page, accountOf(demo, role));
  await opened(phone.page);
  phone.clean();
  return phone;
}

async function opened(page) {
  await page.goto('/werk/veld');
  await page.locator('#ready').waitFor();
}

async function openBatch(page, label) {
  const process = await page.locator('#process option').nth(1).getAttribute('value');
  await fill(page, { label, process, channel: 'square-talk', captured: today() });
  await page.locator('#batch-form button[type=submit]').click();
  await page.locator('#writing').waitFor();
}

/** Writes down what one person said, reads it back, keeps it, and gives what stands on the card. */
async function capture(page, title, { photos = 1 } = {}) {
  await fill(page, { title, body: `${title}, zei ze. En: 's avonds is het er donker.`, 'idea-language': 'nl', pseudonym: 'Zonnebloem', consent: true });
  for (let many = 0; many < photos; many += 1) {
    await page.setInputFiles('#file', photo);
    await page.locator('#photos li').nth(many).waitFor();
  }
  if (photos > 0) await fill(page, { 'photo-consent': true });
  await page.locator('#capture-form button[type=submit]').click();
  await page.locator('#reading').waitFor();
  assert.equal(await text(page, '#read-title'), title);
  const card = { number: await text(page, '#card-number'), code: await text(page, '#card-code') };
  await page.locator('#keep-read').click();
  await page.locator('#writing').waitFor();
  return card;
}

/** Everything that lies on the telephone, as text. */
const lying = (page) =>
  page.evaluate(async () => {
    const database = await new Promise((resolve) => {
      indexedDB.open('meemaak-veld').onsuccess = ({ target }) => resolve(target.result);
    });
    const kinds = [...database.objectStoreNames];
    const all = await Promise.all(
      kinds.map((kind) => new Promise((resolve) => {
        database.transaction(kind).objectStore(kind).getAll().onsuccess = ({ target }) => resolve(target.result);
      })),
    );
    database.close();
    const photos = all.flat().flatMap((row) => row.photos ?? []).length;
    return JSON.stringify({ photos, all });
  });

/** How often each of these titles came in, and with how many photos, as the officer finds them. */
async function arrivals(titles) {
  const officer = await visit(browser, demo);
  await signIn(officer.page, accountOf(demo, 'participation-officer'));
  const found = new Map(titles.map((title) => [title, []]));
  await officer.page.goto('/werk/privacy');
  for (;;) {
    const links = await officer.page.locator('main a[href^="/werk/privacy/"]').evaluateAll((all) => all.map((link) => [link.closest('tr, li').innerText, link.getAttribute('href')]));
    for (const [row, href] of links) for (const title of titles) if (new RegExp(`${title}(?!\\d)`).test(row)) found.get(title).push(href);
    const next = officer.page.locator('main a[rel="next"]');
    if (!(await next.count())) break;
    await next.click();
    await officer.page.waitForLoadState();
  }
  const told = {};
  for (const [title, hrefs] of found) {
    told[title] = [];
    for (const href of hrefs) {
      await officer.page.goto(href);
      told[title].push(await officer.page.locator('main img.voice-photo').count());
    }
  }
  await officer.close();
  return told;
}

test('ten captures with photos, the network cut, the page closed and opened: all arrive once, and their words leave the telephone', async () => {
  const phone = await telephone();
  let { page } = phone;
  await phone.context.setOffline(true);
  await page.goto('/werk/veld');
  await until(page, '#network', 'Er is geen netwerk');
  await openBatch(page, 'Markt zonder netwerk');
  const titles = Array.from({ length: 10 }, (_, place) => `Buiten bereik ${place + 1}`);
  const cards = [];
  for (const title of titles.slice(0, 6)) cards.push(await capture(page, title));
  await fill(page, { title: 'Nog niet af' });
  await page.waitForTimeout(500);
  await page.close();

  page = await phone.context.newPage();
  await page.goto('/werk/veld');
  await until(page, '#batch-count', '6');
  assert.equal(await page.inputValue('#title'), 'Nog niet af', 'what was being written is still there');
  await fill(page, { title: '' });
  // What is planned in an area came with the page.
  await page.selectOption('#area', { label: 'Overvaart' });
  await page.locator('#plans', { hasText: 'Natuurlijke oevers langs de vaart' }).waitFor();
  await page.selectOption('#area', '');
  assert.equal(await text(page, '#plans'), '');
  for (const title of titles.slice(6)) cards.push(await capture(page, title));
  assert.equal(await text(page, '#waiting'), '10');
  await accessible(page, 'the field page without a network');
  await fits(page, 'the field page without a network');
  await page.close();

  page = await phone.context.newPage();
  await phone.context.setOffline(false);
  await page.goto('/werk/veld');
  await until(page, '#waiting', '0');
  await until(page, '#told', 'Alles is aangekomen.');
  await page.locator(SEND).click();
  await accessible(page, 'the field page after sending');
  await fits(page, 'the field page after sending');
  const left = await lying(page);
  for (const [place, { number, code }] of cards.entries()) {
    assert.ok(left.includes(number) && !left.includes(code) && !left.includes(titles[place]), `${titles[place]} is still on the telephone`);
  }
  assert.equal(JSON.parse(left).photos, 0);
  for (const { number } of cards) assert.equal((await page.goto(`/bijdragen/${number}`)).status(), 200, `${number} on the card leads nowhere`);
  await page.goto('/werk/intake/partijen');
  assert.match(await page.locator('tr', { hasText: 'Markt zonder netwerk' }).innerText(), /10 van 10 opgetekend/);
  assert.deepEqual(await arrivals(titles), Object.fromEntries(titles.map((title) => [title, [1]])));
  await page.goto('/werk/veld');
  await page.locator('#close-batch').click();
  await page.locator('#opening').waitFor();
  assert.ok(!(await lying(page)).includes(cards[0].number), 'with the batch its numbers go');
  await phone.close();
});

test('the page can be put on the home screen', async () => {
  const phone = await telephone();
  const line = await phone.context.newCDPSession(phone.page);
  const { installabilityErrors } = await line.send('Page.getInstallabilityErrors');
  // A browser of a test is always a private one; nothing else may stand in the way.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((error) => error !== 'in-incognito'), []);
  assert.deepEqual((await line.send('Page.getAppManifest')).errors, []);
  phone.clean();
  await phone.close();
});

test('cut in the middle of sending, before and after the house has heard: still once', async () => {
  const phone = await telephone();
  const { page } = phone;
  await phone.context.setOffline(true);
  await page.goto('/werk/veld');
  await openBatch(page, 'Markt met haperend netwerk');
  const titles = ['Hapering 1', 'Hapering 2', 'Hapering 3', 'Hapering 4', 'Hapering 5'];
  for (const title of titles) await capture(page, title, { photos: 2 });
  let heard = 0;
  let cuts = 0;
  let kept = 0;
  let looked;
  const untilLooked = new Promise((resolve) => {
    looked = resolve;
  });
  await page.route('**/werk/veld', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    heard += 1;
    // The second is cut before the house hears of it, the third after it was handled: its answer is lost.
    if (heard === 2 || heard === 3) {
      if (heard === 3) {
        await untilLooked;
        kept = (await route.fetch()).status();
      }
      await route.abort('connectionreset');
      cuts += 1;
      return undefined;
    }
    return route.fallback();
  });
  await phone.context.setOffline(false);
  await until(page, '#waiting', '4');
  await page.locator('.mm-badge', { hasText: 'Misschien al aangekomen' }).waitFor({ timeout: PATIENCE });
  // What may have arrived can be neither changed nor thrown away.
  assert.equal(await page.locator('#kept-list li', { hasText: 'Hapering 2' }).locator('button:visible').count(), 0);
  await accessible(page, 'the field page with a broken line');
  // The page tries again by itself; the button is for whoever does not wait for that.
  await page.locator(SEND).click();
  looked();
  for (let waited = 0; cuts < 2 && waited < PATIENCE; waited += 50) await page.waitForTimeout(50);
  await page.reload();
  await until(page, '#waiting', '0');
  assert.deepEqual([cuts, kept, heard], [2, 200, 7], 'the house had taken in what was then sent once more');
  assert.deepEqual(await arrivals(titles), Object.fromEntries(titles.map((title) => [title, [2]])));
  await phone.close();
});

test('a sign-in that has ended, and what the house refuses, cost nothing', async () => {
  const phone = await telephone();
  const { page } = phone;
  await openBatch(page, 'Huisbezoek');
  await phone.context.setOffline(true);
  await capture(page, 'Bewaard zonder aanmelding', { photos: 0 });
  // What the telephone itself would have refused, as an older page might have kept it.
  await page.evaluate(async () => {
    const database = await new Promise((resolve) => {
      indexedDB.open('meemaak-veld').onsuccess = ({ target }) => resolve(target.result);
    });
    const store = database.transaction('captures', 'readwrite').objectStore('captures');
    const [row] = await new Promise((resolve) => {
      store.getAll().onsuccess = ({ target }) => resolve(target.result);
    });
    store.put({ ...row, fields: { ...row.fields, title: '' } });
    database.close();
  });
  const cookies = await phone.context.cookies();
  await phone.context.clearCookies();
  await phone.context.setOffline(false);
  await page.locator('#sign-in').waitFor();
  assert.match(await text(page, '#told'), /niet meer aangemeld/);
  assert.equal(await text(page, '#waiting'), '1');
  await accessible(page, 'the field page signed out');
  await page.locator('#sign-in').click();
  await passSignIn(page, accountOf(demo, 'intermediary'));
  await page.waitForURL('**/werk/veld');
  await page.locator('.mm-badge', { hasText: 'Nog niet goed' }).waitFor();
  assert.match(await text(page, '#kept-list'), /Vul dit veld in/);
  await accessible(page, 'the field page with a refusal');
  await page.locator('#kept-list [data-part=open]').click();
  await page.locator('#title-error').waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.matches('.mm-summary')), 'the focus stands on what is wrong');
  await accessible(page, 'the form with what the house refused');
  await fits(page, 'the form with what the house refused');
  await fill(page, { title: 'Verbeterd en verstuurd' });
  await page.locator('#capture-form button[type=submit]').click();
  await page.locator('#keep').click();
  await until(page, '#waiting', '0');
  assert.deepEqual(await arrivals(['Verbeterd en verstuurd']), { 'Verbeterd en verstuurd': [0] });
  assert.ok(cookies.length > 0);
  await phone.close();
});

test('somebody else on the same telephone sees nothing of it, and wiping takes everything', async () => {
  const phone = await telephone();
  const { page } = phone;
  await openBatch(page, 'Geheim');
  await phone.context.setOffline(true);
  await capture(page, 'Alleen voor mij', { photos: 0 });
  await phone.context.clearCookies();
  // The other person takes the telephone over while what was kept still waits.
  await page.close();
  const next = await phone.context.newPage();
  await phone.context.setOffline(false);
  await signIn(next, accountOf(demo, 'participation-officer'));
  await opened(next);
  const shown = await text(next, 'main');
  assert.ok(!shown.includes('Alleen voor mij') && !shown.includes('Geheim'), shown);
  assert.match(shown, /wacht nog werk van iemand anders/);
  await next.locator(SEND).click();
  await until(next, '#waiting', '0');
  assert.match(await lying(next), /Alleen voor mij/, 'it was not sent under another name');
  await next.locator('#wipe').click();
  assert.equal(await text(next, '#wipe-count'), '1');
  await accessible(next, 'the question before wiping');
  await next.locator('#wipe-yes').click();
  await next.locator('#wiped').waitFor();
  await accessible(next, 'a wiped telephone');
  assert.deepEqual(await next.evaluate(async () => [(await indexedDB.databases()).length, (await caches.keys()).length]), [0, 0]);
  assert.deepEqual(await arrivals(['Alleen voor mij']), { 'Alleen voor mij': [] });
  await phone.close();
});

test('what its author wants back is erased on the telephone by its number, or at the desk by the number on the card', async () => {
  const phone = await telephone();
  const { page } = phone;
  await openBatch(page, 'Teruggenomen');
  await phone.context.setOffline(true);
  await capture(page, 'Wis mij hier');
  const { number } = await capture(page, 'Wis mij aan het loket');
  await page.locator('#kept-list li', { hasText: 'Nr. 1' }).locator('[data-part=drop]').click();
  await page.locator('#kept-list li', { hasText: 'Nr. 1' }).locator('[data-part=yes]').click();
  await until(page, '#waiting', '1');
  assert.ok(!(await lying(page)).includes('Wis mij hier'));

  const desk = await visit(browser, demo);
  await signIn(desk.page, accountOf(demo, 'participation-officer'));
  await desk.page.goto('/werk/veld/terug');
  await fill(desk.page, { number, proof: 'receipt' });
  await desk.page.locator('main form button[type=submit]').click();
  await desk.page.locator('.mm-notice').waitFor();
  await accessible(desk.page);
  await desk.close();

  await phone.context.setOffline(false);
  await until(page, '#waiting', '0');
  assert.match(await text(page, '#told'), /nam woorden terug/);
  assert.ok(!(await lying(page)).includes('Wis mij aan het loket'));
  assert.deepEqual(await arrivals(['Wis mij hier', 'Wis mij aan het loket']), { 'Wis mij hier': [], 'Wis mij aan het loket': [] });
  await phone.close();
});

test('answers to bring can be read without a network, and leave the telephone once brought', async () => {
  const phone = await telephone();
  const { page } = phone;
  const answers = page.locator('#bringing-list > li');
  await answers.first().waitFor();
  const many = await answers.count();
  await phone.context.setOffline(true);
  await page.goto('/werk/veld');
  await answers.first().waitFor();
  assert.equal(await answers.count(), many);
  const number = numberIn(await answers.first().innerText());
  await answers.first().locator('summary').click();
  const said = await answers.first().locator('[data-part=parts]').innerText();
  assert.ok(said.length > 60, said);
  await accessible(page, 'an answer to bring');
  await fits(page, 'an answer to bring');
  await answers.first().locator('[data-part=brought]').click();
  await until(page, '#waiting', '1');
  assert.ok(!(await lying(page)).includes(number), 'its words are gone at once');
  await phone.context.setOffline(false);
  await until(page, '#waiting', '0');
  await page.goto('/werk/bezorging?weg=intermediary&welke=klaar');
  assert.match(await page.locator('tr', { hasText: number }).innerText(), /./, 'the house knows that it was brought');
  await page.goto('/werk/bezorging');
  assert.equal(await page.locator('tr', { hasText: number }).count(), 0);
  await phone.close();
});

test('by keyboard alone, in Arabic, without a network', async () => {
  const phone = await telephone({ language: 'ar' });
  const { page } = phone;
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  await phone.context.setOffline(true);
  await page.goto('/werk/veld?taal=ar');
  assert.equal(await page.getAttribute('html', 'lang'), 'ar');
  await typeIn(page, { label: 'الساحة' });
  await tabTo(page, '#process');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '#batch-form button[type=submit]');
  await page.keyboard.press('Enter');
  await page.locator('#writing').waitFor();
  await accessible(page, 'the form in Arabic');
  await fits(page, 'the form in Arabic');
  // An empty form says what is missing, and the focus goes there.
  await tabTo(page, '#capture-form button[type=submit]');
  await page.keyboard.press('Enter');
  await page.locator('.mm-summary').waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.matches('.mm-summary')));
  await accessible(page, 'what is missing, in Arabic');
  await typeIn(page, { title: 'مقعد في الساحة', body: 'تقول إنها تتعب عند العودة من السوق.' });
  await tabTo(page, '#idea-language');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await typeIn(page, { consent: true });
  await tabTo(page, '#capture-form button[type=submit]');
  await page.keyboard.press('Enter');
  await page.locator('#reading').waitFor();
  assert.equal(await page.getAttribute('#read-body', 'lang'), 'ar');
  await accessible(page, 'reading back in Arabic');
  await fits(page, 'reading back in Arabic');
  await tabTo(page, '#keep-read');
  await focusShows(page);
  await page.keyboard.press('Enter');
  await until(page, '#waiting', '1');
  // The other languages were kept as well.
  await page.goto('/werk/veld?taal=en');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await until(page, '#waiting', '1');
  await phone.context.setOffline(false);
  await until(page, '#waiting', '0');
  await phone.close();
});

test('without JavaScript the page says how it can be done otherwise', async () => {
  const reader = await visit(browser, demo, { js: false, viewport: NARROW });
  await signIn(reader.page, accountOf(demo, 'intermediary'));
  await reader.page.goto('/werk/veld');
  assert.ok(await reader.page.locator('#plain a[href="/werk/intake"]').isVisible());
  assert.ok(!(await reader.page.locator('#fieldwork').isVisible()));
  await fits(reader.page);
  reader.clean();
  await reader.close();
});
