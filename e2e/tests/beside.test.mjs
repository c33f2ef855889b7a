// What staff does beside the way of one contribution: paper is checked by a second person, the agenda of the college is read,
// time of volunteers is written down, another department is asked for its money, a choice is looked at again, what was put off is
// taken up, and an answer begins with an example. Each from «my work» on by links, on SQLite at a desk, and on PostgreSQL in a
// window as narrow as an old phone; the forms that are typed in most also without a script.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, launch } from '../lib/browser.mjs';
import { desks, follow, isRefused, isTaken, tells, words } from '../lib/desk.mjs';
import { fill, submit } from '../lib/form.mjs';
import { fine, numberIn, option } from '../lib/journey.mjs';
import { picture } from '../lib/picture.mjs';
import { engines, startDemo } from '../lib/server.mjs';

const later = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The days of the month before this one. */
function monthBefore() {
  const first = new Date();
  first.setUTCDate(1);
  first.setUTCDate(0);
  const days = first.toISOString().slice(0, 8);
  const name = new Intl.DateTimeFormat('nl-BE', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(first);
  return { day: (number) => `${days}${String(number).padStart(2, '0')}`, name };
}

for (const engine of engines) {
  describe(`on ${engine}`, () => {
    let demo;
    let browser;
    let at;
    const viewport = engine === 'sqlite' ? WIDE : NARROW;
    const seen = ({ page }, name) => picture(page, `${name}-${viewport.width}`);

    before(async () => {
      demo = await startDemo({ engine });
      browser = await launch();
      at = desks({ browser, demo, viewport });
    });
    after(async () => {
      await at?.close();
      await browser?.close();
      await demo?.stop();
    });

    for (const js of [true, false]) {
      const how = js ? '' : ', without a script';

      test(`a second person lays paper beside what was typed in; who typed it does not${how}`, async () => {
        const typist = await at.atWork('neighbourhood-manager', undefined, { js });
        const label = `Buurtfeest Molenveld, ${js ? 'kraam' : 'zaal'}`;
        await follow(typist, 'nav a[href="/werk/intake"]', '**/werk/intake');
        await follow(typist, 'main a[href="/werk/intake/partijen"]', '**/werk/intake/partijen');
        await isRefused(typist, 'label', 'a batch without a name was taken');
        await fill(typist.page, { process: await option(typist.page, 'process', 'Kerkplein'), label, channel: 'paper', expected: '3' });
        await isTaken(typist, 'label');
        assert.match(typist.page.url(), /partij=/);
        const sheets = [
          ['Een fontein waar je uit kunt drinken', 'In de zomer is het heet op het plein. Kinderen drinken nu niets.'],
          ['Een hek rond de speelhoek', 'Mijn zoon loopt zo de straat op. Een laag hek is genoeg.'],
        ];
        for (const [title, body] of sheets) {
          await fill(typist.page, { title, body, 'answer-by': 'none', consent: true });
          await submit(typist.page, 'main button[name="go"][value="next"]');
          await fine(typist);
          assert.ok(!(await typist.page.locator('main [role="alert"]').count()), await words(typist));
        }
        await tells(typist, '2 van 3 opgetekend');
        await follow(typist, 'main a[href="/werk/intake/partijen"]', '**/werk/intake/partijen');
        await tells(typist, '0 van 2 nagekeken');
        await seen(typist, 'partijen');
        await follow(typist, 'main a[href="/werk/intake/nakijken"]', '**/werk/intake/nakijken');
        assert.ok(!(await words(typist)).includes(label), 'who typed it in is asked to check it');
        await seen(typist, 'nakijken-typist');

        const second = await at.atWork('participation-officer', undefined, { js });
        const { page } = second;
        await follow(second, 'main a[href="/werk/intake/nakijken"]', '**/werk/intake/nakijken');
        await tells(second, '2 bladen');
        await seen(second, 'nakijken-partijen');
        await page.locator('main a', { hasText: label }).click();
        await page.waitForURL('**partij=*');
        await fine(second);
        await tells(second, 'Blad 1', 'Op papier zouden het er 3 zijn');
        assert.equal(await page.locator('main [name="title"]').inputValue(), sheets[0][0]);
        await seen(second, 'nakijken-blad');

        // A colleague who typed it in and comes to the same address finds nothing to check.
        await typist.page.goto(page.url());
        await fine(typist);
        assert.equal(await typist.page.locator('main form [name="title"]').count(), 0, 'who typed it in can check it');
        await tells(typist, '2 bladen');
        await seen(typist, 'nakijken-eigen');

        const last = 'main a[href*="na="]';
        await page.locator(last).click();
        await page.waitForURL('**na=*');
        await tells(second, 'Blad 2');
        await fill(page, { title: '' });
        await isRefused(second, 'title', 'a sheet without words was taken');
        await tells(second, 'Schrijf het idee in één zin, zoals op het papier.');
        assert.equal(await page.locator('main [name="body"]').inputValue(), sheets[1][1], 'what was typed is gone');
        await seen(second, 'nakijken-leeg');
        await fill(page, { title: 'Een laag hek rond de speelhoek' });
        await isTaken(second, 'title');
        await tells(second, 'Het blad is nagekeken en verbeterd.', 'Blad 1', '1 van 2 nagekeken');
        await isTaken(second, 'title');
        await tells(second, 'Het blad is nagekeken: het klopte.', '2 van 2 nagekeken', 'Er wacht hier geen papier op u.');
        await seen(second, 'nakijken-klaar');
        // One sheet less was typed in than there is paper: from here on it is typed in.
        await follow(second, 'main .mm-note a[href*="/werk/intake?partij="]', '**/werk/intake?partij=*');
        await tells(second, label);
        typist.clean();
        second.clean();
      });
    }

    test('the council secretary puts an advice on the agenda of the college, and who decides there finds it under its day', async () => {
      const secretary = await at.atWork('council-secretary');
      const number = await at.openAct(secretary, 'agenda');
      await fill(secretary.page, { body: '', date: later(12) });
      await isRefused(secretary, 'body', 'it was put on the agenda of nobody');
      assert.equal(await secretary.page.locator('main [name="date"]').inputValue(), later(12), 'what was typed is gone');
      await seen(secretary, 'agenda-leeg');
      await fill(secretary.page, { body: 'College van burgemeester en schepenen' });
      await isTaken(secretary, 'body');
      await follow(secretary, 'nav a[href="/werk/agenda"]', '**/werk/agenda');
      const day = new Intl.DateTimeFormat('nl-BE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(later(12)));
      const meeting = secretary.page.locator('main h2', { hasText: `College van burgemeester en schepenen, ${day}` });
      assert.ok((await meeting.locator('+ ul').innerText()).includes(number), 'it does not stand under its meeting');
      await seen(secretary, 'agenda');
      secretary.clean();

      const alderman = await at.atWork('decision-maker');
      await follow(alderman, 'nav a[href="/werk/agenda"]', '**/werk/agenda');
      await alderman.page.locator('main li', { hasText: number }).locator('a').first().click();
      await alderman.page.waitForURL('**/werk/dossiers/*');
      await fine(alderman);
      await tells(alderman, number, day);
      assert.ok(await alderman.page.locator('main a[href$="/besluit"]').count(), 'who decides finds no way to write the decision down');
      await at.isPublic(number, 'College van burgemeester en schepenen', day);
      alderman.clean();
    });

    test('time of volunteers is written down, and too much of it is said against what they can give', async () => {
      const manager = await at.atWork('neighbourhood-manager');
      const { page } = manager;
      const what = await page.locator('main a[href$="/uren"]').first().innerText();
      await follow(manager, 'main a[href$="/uren"]', '**/uren');
      await tells(manager, what, 'Er is nog niets opgeschreven.');
      await isRefused(manager, 'hours-many', 'no hours at all were taken');
      const { day, name } = monthBefore();
      await fill(page, { 'hours-on': day(10), 'hours-people': '6', 'hours-many': 'veel' });
      await isRefused(manager, 'hours-many', '«veel» is no number of hours');
      assert.equal(await page.locator('main [name="hours-people"]').inputValue(), '6', 'what was typed is gone');
      await seen(manager, 'uren-fout');
      await fill(page, { 'hours-many': '9' });
      await isTaken(manager, 'hours-many');
      await tells(manager, '9 uur');
      await fill(page, { 'hours-on': day(17), 'hours-people': '7', 'hours-many': '7,5', 'hours-private': true });
      await isTaken(manager, 'hours-many');
      await tells(manager, `In ${name} gaven zij 17 uur.`, 'hoogstens 12 uur per maand');
      await seen(manager, 'uren');
      manager.clean();

      // Whoever carries it out reads the same beside it, and strikes what was wrong.
      const address = page.url().slice(page.url().indexOf('/werk/'), -'/uren'.length);
      const officer = await at.atWork('participation-officer');
      await follow(officer, 'main a[href="/werk/uitvoering"]', '**/werk/uitvoering');
      await seen(officer, 'uitvoering');
      await follow(officer, `main a[href="${address}"]`, `**${address}`);
      await tells(officer, `In ${name} gaven zij 17 uur.`);
      await seen(officer, 'uren-uitvoering');
      await officer.page.locator('main details:has([name="hours-number"]) summary').click();
      await fill(officer.page, { 'hours-number': await option(officer.page, 'hours-number') });
      await isTaken(officer, 'hours-number');
      assert.ok(!(await words(officer)).includes('gaven zij 17 uur'), 'what was struck still counts');
      officer.clean();
    });

    test('money of another department is promised only once who holds it commits it', async () => {
      const asker = await at.atWork('specialist', 'green');
      const { page } = asker;
      await follow(asker, 'main a[href^="/werk/uitvoering/"]', '**/werk/uitvoering/*');
      await follow(asker, 'a.mm-back', '**/werk/dossiers/*');
      const number = numberIn(await words(asker));
      await follow(asker, 'main a[href$="/uitvoering"][href*="dossiers"]', '**/dossiers/*/uitvoering');
      const what = 'Een lamp bij de steiger, die uitgaat om middernacht';
      const living = 'Samenleven en welzijn';
      const means = await option(page, 'means-of', 'Openbaar domein');
      const own = await option(page, 'department', 'Groen en water');
      await fill(page, { what, doer: 'department', department: own, until: later(120), promised: '1250', source: 'Post straatverlichting', 'means-of': means });
      await isRefused(asker, 'what', 'money that nobody committed was promised');
      assert.equal(await page.locator('main [name="what"]').inputValue(), what, 'what was typed is gone');
      await seen(asker, 'geld-belofte');
      await fill(page, { sought: true });
      await isTaken(asker, 'what');
      await tells(asker, 'nog niets beloofd', 'gevraagd aan Openbaar domein');
      await seen(asker, 'geld-gevraagd');
      const address = page.url().slice(page.url().indexOf('/werk/'));
      await at.isPublic(number, what, 'nog niets beloofd');

      const holder = await at.atWork('budget-holder', 'public-space');
      await tells(holder, 'Groen en water vraagt', '1.250 aan Openbaar domein en mobiliteit. Zeg of u dat geld toezegt.');
      await seen(holder, 'geld-werk');
      await follow(holder, `main a[href="${address}"]`, `**${address}`);
      await seen(holder, 'geld-antwoord');
      await fill(holder.page, { means: 'no' });
      await isRefused(holder, 'means', 'money was refused without a reason');
      assert.ok(await holder.page.locator('main [name="means"][value="no"]').isChecked(), 'what was chosen is gone');
      const why = 'De post straatverlichting is dit jaar leeg.';
      await fill(holder.page, { 'means-motive': why });
      await isTaken(holder, 'means');
      assert.equal(await holder.page.locator('main [name="means"]').count(), 0, 'it is asked again');
      await at.isPublic(number, why, 'Openbaar domein en mobiliteit zei nee');
      holder.clean();

      await follow(asker, 'nav a[href="/werk"]', '**/werk');
      await tells(asker, 'Openbaar domein en mobiliteit zei nee op de vraag om', 'Zoek een andere bron voor dat geld.');
      await seen(asker, 'geld-werk-vrager');
      await follow(asker, `main a[href="${address}"]`, `**${address}`);
      await tells(asker, why);
      await page.locator('main #fund summary').click();
      await seen(asker, 'geld-opnieuw');
      await fill(page, { 'fund-amount': '1250', 'fund-source': 'Subsidie buurtwerk', 'fund-of': await option(page, 'fund-of', living) });
      await isTaken(asker, 'fund-amount');
      await tells(asker, `gevraagd aan ${living}`);

      const head = await at.atWork('department-head', 'living');
      await follow(head, `main a[href="${address}"]`, `**${address}`);
      await fill(head.page, { means: 'yes' });
      await isTaken(head, 'means');
      await at.isPublic(number, what, `1.250 beloofd (Subsidie buurtwerk, ${living})`);
      await page.reload();
      assert.ok(!(await words(asker)).includes('nog niets beloofd'), await words(asker));
      await seen(asker, 'geld-toegezegd');
      asker.clean();
      head.clean();
    });

    test('who holds a dossier looks again at a choice whose day came', async () => {
      const specialist = await at.atWork('specialist', 'living');
      const { page } = specialist;
      await seen(specialist, 'opnieuw-werk');
      await follow(specialist, 'main a[href$="/waarden/opnieuw"]', '**/waarden/opnieuw');
      const number = numberIn(await words(specialist));
      await tells(specialist, 'Deze waarden botsten', 'gaat voor.');
      await seen(specialist, 'opnieuw');
      const finds = 'Er doen meer kinderen mee. Het werk van de groendienst duurde wel twee weken langer.';
      await fill(page, { words: finds });
      await isRefused(specialist, 'words', 'nobody said whether it stays');
      assert.equal(await page.locator('main [name="words"]').inputValue(), finds, 'what was typed is gone');
      await seen(specialist, 'opnieuw-fout');
      await fill(page, { ending: 'stays' });
      await isTaken(specialist, 'words');
      await tells(specialist, finds);
      await seen(specialist, 'opnieuw-klaar');
      assert.equal(await page.locator('main a[href$="/waarden/opnieuw"]').count(), 0, 'it is asked again');
      await follow(specialist, 'nav a[href="/werk"]', '**/werk');
      assert.equal(await page.locator('main a[href$="/waarden/opnieuw"]').count(), 0, 'it still waits on the desk');
      await at.isPublic(number, finds);
      specialist.clean();
    });

    test('what was put off is taken up again, and the public page says why', async () => {
      const officer = await at.atWork('participation-officer');
      const { page } = officer;
      // Long before its day it is found among all by its state.
      await page.locator('.mm-views a[href$="lijst=alle"]').click();
      await page.waitForURL('**lijst=alle*');
      await page.locator('main select[name="stand"]').selectOption('uitgesteld');
      await page.locator('main form[action="/werk"] button[type="submit"]').first().click();
      await page.waitForURL('**stand=uitgesteld*');
      await fine(officer);
      await seen(officer, 'uitgesteld');
      const number = await at.openAct(officer, 'weer-oppakken');
      await seen(officer, 'weer-oppakken');
      await tells(officer, 'Uitgesteld of bewaard tot');
      const why = 'Er kwam geld vrij voor een dak.';
      await fill(page, { motive: why });
      await isTaken(officer, 'motive');
      assert.equal(await page.locator('main a[href$="/weer-oppakken"]').count(), 0, 'it can be taken up twice');
      await tells(officer, why, 'Uit een eerdere ronde');
      await seen(officer, 'weer-opgepakt');
      await at.isPublic(number, why);
      officer.clean();
    });

    for (const [js, title] of [[true, 'De stoep is te smal'], [false, 'Drempel weghalen']]) {
      test(`an answer begins with an example, and is not sent while it leaves something open${js ? '' : ', without a script'}`, async () => {
        const officer = await at.atWork('participation-officer', undefined, { js });
        const { page } = officer;
        const number = await at.open(officer, title);
        await follow(officer, 'main a[href$="/antwoord"]', '**/antwoord');
        const value = (name) => page.locator(`main [name="${name}"]`).inputValue();
        const criterion = 'Dit gaf de doorslag: wie een kinderwagen duwt, moet er veilig langs kunnen.';
        await fill(page, { criterion });
        await seen(officer, 'antwoord');
        await submit(page, 'main button[name="action"][value="begin"]');
        await fine(officer);
        assert.equal(await value('criterion'), criterion, 'the example took the place of what was typed');
        assert.match(await value('done'), /\[welke dienst\]/);
        await tells(officer, 'De lege velden zijn gevuld met het voorbeeld.');
        await seen(officer, 'antwoord-voorbeeld');

        const done = 'Dank u voor uw bijdrage. De dienst Openbaar domein heeft ernaar gekeken. Het gaat door: [wat er precies komt].';
        await fill(page, { done, coming: 'Het werk begint in maart en is klaar in mei.', plain: true });
        await isRefused(officer, 'done', 'an answer that leaves something open was sent');
        await tells(officer, 'Hier staat nog iets om in te vullen: [wat er precies komt]. Vul het in, of haal de zin weg.');
        assert.equal(await value('done'), done, 'what was typed is gone');
        assert.equal(await value('criterion'), criterion, 'what was typed is gone');
        assert.ok(await page.locator('main [name="plain"]').isChecked(), 'what was ticked is gone');
        await seen(officer, 'antwoord-open');

        const whole = done.replace('[wat er precies komt]', 'er komt meer plaats voor wie te voet gaat');
        await fill(page, { done: whole });
        await isTaken(officer, 'done');
        await at.isPublic(number, whole, criterion);
        officer.clean();
      });
    }
  });
}
