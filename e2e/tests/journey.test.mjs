// One contribution, from the resident who says it to the answer and what the resident thinks of it, and a proposal of a real
// city that lies still in public before it is accepted: in a browser without JavaScript and with it, by keyboard alone in a
// narrow window, and in Arabic.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, launch, visit } from '../lib/browser.mjs';
import { fill, submit } from '../lib/form.mjs';
import { act, contribute, fine, journeyPage, keyboard, numberIn, openDossier, option, pointer, today } from '../lib/journey.mjs';
import { importProposals, startDemo } from '../lib/server.mjs';
import { accountOf, signIn } from '../lib/signin.mjs';

let demo;
let browser;
let proposals;
const staff = {};

/** The department whose head and specialist carry the dossiers. */
const DEPARTMENT = { code: 'public-space', name: 'Openbaar domein' };

/** Departments that hand back what is not theirs. */
const OTHERS = [
  { code: 'green', name: 'Groen' },
  { code: 'living', name: 'Samenleven' },
];

before(async () => {
  demo = await startDemo();
  proposals = await importProposals(demo, demo.samples.slug);
  browser = await launch();
  const of = (role) => demo.accounts.find((it) => it.role === role && it.department === DEPARTMENT.code) ?? accountOf(demo, role);
  for (const role of ['participation-officer', 'department-head', 'specialist', 'council-secretary', 'decision-maker']) {
    const visitor = await visit(browser, demo, { viewport: WIDE });
    await signIn(visitor.page, of(role));
    staff[role] = { ...visitor, account: of(role) };
  }
  for (const { code } of OTHERS) {
    const account = demo.accounts.find((it) => it.role === 'department-head' && it.department === code);
    const visitor = await visit(browser, demo, { viewport: WIDE });
    await signIn(visitor.page, account);
    staff[code] = { ...visitor, account };
  }
});

after(async () => {
  for (const visitor of Object.values(staff)) await visitor.close();
  await browser?.close();
  await demo?.stop();
});

/** Somebody reads the words before they become public. `mark` stands in the row: a number, or a title. Gives its number. */
async function makePublic(mark, title) {
  const officer = staff['participation-officer'];
  let number;
  await officer.page.goto('/werk/privacy');
  for (let pages = 0; pages < 20; pages += 1) {
    const row = officer.page.locator('main tr', { hasText: mark });
    if (await row.count()) {
      number = numberIn(await row.first().innerText());
      await row.first().locator('a').first().click();
      break;
    }
    await officer.page.locator('main a[rel="next"]').click();
    await officer.page.waitForLoadState();
  }
  await officer.page.waitForURL('**/werk/privacy/*');
  await fine(officer);
  assert.ok((await officer.page.locator('main').innerText()).includes(title));
  await submit(officer.page, 'main button[name="decision"][value="show"]');
  officer.clean();
  return number;
}

/** The officer looks at it and finds that it belongs here. */
async function screen(number) {
  await act(staff['participation-officer'], number, 'screening', async (page) => ({ verdict: 'in-scope', kind: await option(page, 'kind') }));
}

/** Two departments hand it back: nobody wants it, and everybody sees that. */
async function handedBack(number) {
  for (const { code, name } of OTHERS) {
    await act(staff['participation-officer'], number, 'toewijzen', async (page) => ({ department: await option(page, 'department', name) }));
    await act(staff[code], number, 'teruggeven', { reason: 'Dit hoort bij een andere dienst, want wij beheren dit plein niet.' });
  }
}

/** From the assignment to the published answer, each step by the person whose work it is. */
async function carry(number, outcome) {
  const officer = staff['participation-officer'];
  await act(officer, number, 'toewijzen', async (page) => ({ department: await option(page, 'department', DEPARTMENT.name) }));
  const specialist = staff.specialist;
  await act(staff['department-head'], number, 'aanvaarden', async (page) => ({ holder: await option(page, 'holder', specialist.account.name) }));
  await act(specialist, number, 'kadertoets', { legal: 'fits', financial: 'fits', practical: 'fits' });
  await act(specialist, number, 'advies', {
    fit: 'fits',
    words: 'Wij raden aan dit te doen. Het past in het plan en het kost weinig.',
    motive: 'Iedereen kan er gebruik van maken en het onderhoud blijft klein.',
  });
  await act(staff['council-secretary'], number, 'agenda', { body: 'College van burgemeester en schepenen', date: today() });
  const deviation = outcome === 'not-adopted' ? { deviation: 'Het advies was gunstig, maar het geld is dit jaar nodig voor de riolering onder het plein.' } : {};
  await act(staff['decision-maker'], number, 'besluit', {
    outcome,
    date: today(),
    words: 'Het college heeft het voorstel besproken en daarover beslist.',
    ...deviation,
  });
  const why = outcome === 'not-adopted' ? { 'why-not': 'Dit jaar gaat het geld naar de riolering onder het plein, want die is op. Daarna kijken we opnieuw.' } : {};
  await openDossier(officer, number);
  await officer.page.locator('main a[href$="/antwoord"]').first().click();
  await officer.page.waitForURL('**/antwoord');
  await fine(officer);
  await fill(officer.page, {
    done: 'We hebben uw idee besproken met de dienst die het plein onderhoudt. Daarna heeft het college beslist.',
    criterion: 'Of iedereen het plein kan gebruiken.',
    ...why,
  });
  if (await officer.page.locator('main [name="plain"]').count()) await fill(officer.page, { plain: true });
  const form = officer.page.url();
  await submit(officer.page, 'main button[name="action"][value="publish"]');
  assert.notEqual(officer.page.url(), form, `the answer was not accepted: ${await officer.page.locator('main').innerText()}`);
  officer.clean();
}

/** The author says whether the answer was understood and fair. */
async function react(visitor, hands, { number, code }) {
  const { page } = visitor;
  await page.goto(`/bijdragen/${number}`);
  await hands.follow(page, `main a[href="/bijdragen/${number}/oordeel"]`);
  await page.waitForURL('**/oordeel');
  await fine(visitor);
  await hands.fill(page, { understood: 'yes', fair: 'no', code: 'X' });
  await hands.go(page, 'main form[action$="/oordeel"] button[type=submit]');
  assert.ok(await page.locator('main [role="alert"]').count(), 'a wrong code is not told');
  assert.ok(await page.locator('main [name="understood"][value="yes"]').isChecked(), 'what was chosen is gone');
  await page.locator('main [name="code"]').evaluate((input) => {
    input.value = '';
  });
  await hands.fill(page, { code });
  await hands.go(page, 'main form[action$="/oordeel"] button[type=submit]');
  assert.equal(await page.locator('main [role="alert"]').count(), 0, await page.locator('main').innerText());
  await fine(visitor);
}

const dutch = {
  language: 'nl',
  title: 'Een drinkfontein naast de linde',
  body: 'In de zomer is er nergens water op het plein.\nEen fontein om uit te drinken helpt iedereen.',
  place: 'Naast de linde',
};
const arabic = {
  language: 'ar',
  title: 'مقاعد في الظل للمسنين',
  body: 'لا يوجد مكان للجلوس في الظل.\nنريد مقاعد تحت الأشجار.',
  place: 'بجانب الكنيسة',
};

for (const { name, options, hands, idea, outcome, proposal } of [
  { name: 'with JavaScript, at a desk', options: { viewport: WIDE }, hands: pointer, idea: { ...dutch, mail: 'bewoner@voorbeeld.test' }, outcome: 'adopted', proposal: 'Bijenkorven en biodiversiteit in De Halve Wereld' },
  { name: 'without JavaScript', options: { js: false, viewport: WIDE }, hands: pointer, idea: dutch, outcome: 'not-adopted', proposal: 'Maak de Spuistraat duurzaam' },
  { name: 'by keyboard alone, at 320 px, without JavaScript', options: { js: false, viewport: NARROW }, hands: keyboard, idea: dutch, outcome: 'adopted', proposal: 'Fleurige plantenbakken in de Jodenbreestraat' },
  { name: 'in Arabic, at 320 px', options: { viewport: NARROW, language: 'ar' }, hands: pointer, idea: arabic, outcome: 'not-adopted', proposal: 'Van dood asfalt naar levend groen' },
]) {
  describe(name, () => {
    let resident;
    let receipt;
    const title = `${idea.title} (${name.length})`;
    before(async () => {
      resident = await visit(browser, demo, options);
    });
    after(() => resident?.close());

    test('somebody submits an idea and gets a number and a code', async () => {
      receipt = await contribute(resident, hands, demo.samples.slug, { ...idea, title });
      resident.clean();
    });

    test('its journey can be followed at once, its words after somebody looked at them', async () => {
      const before = await journeyPage(resident, receipt.number);
      assert.ok(!before.includes(title), 'the words are public before anybody looked at them');
      await makePublic(receipt.number, title);
      const words = await journeyPage(resident, receipt.number);
      assert.ok(words.includes(title) && words.includes(receipt.number), words);
      assert.ok(!words.includes(receipt.code), 'the follow code stands on a public page');
      resident.clean();
    });

    test('it is carried to a decision and a motivated answer', async () => {
      await screen(receipt.number);
      await carry(receipt.number, outcome);
      const words = await journeyPage(resident, receipt.number);
      assert.ok(words.includes('We hebben uw idee besproken met de dienst'), words);
      resident.clean();
    });

    test('the author reacts to the answer', async () => {
      await react(resident, hands, receipt);
      resident.clean();
    });

    test('a real proposal that two departments hand back lies still in public, and is accepted and answered after all', async (t) => {
      if (!proposals) return t.skip('the file of the proposals is not there');
      const number = await makePublic(proposal, proposal);
      const still = resident.page.locator('main .mm-note.utrecht-alert--warning');
      await screen(number);
      await handedBack(number);
      await journeyPage(resident, number);
      assert.equal(await still.count(), 1, 'nobody sees that it lies still');
      await carry(number, 'adopted');
      const words = await journeyPage(resident, number);
      assert.ok(words.includes('We hebben uw idee besproken met de dienst'), words);
      assert.equal(await still.count(), 0, 'it still seems to lie still');
      resident.clean();
    });
  });
}
