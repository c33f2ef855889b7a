// The work of each role, from «my work» on: what waits is found on the desk, is done, and shows on the public page of the
// contribution. Each on SQLite at a desk, and on PostgreSQL in a window as narrow as an old phone.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, launch } from '../lib/browser.mjs';
import { desks, send, words } from '../lib/desk.mjs';
import { fill } from '../lib/form.mjs';
import { fine, numberIn, option, today } from '../lib/journey.mjs';
import { engines, startDemo } from '../lib/server.mjs';

for (const engine of engines) {
  describe(`on ${engine}`, () => {
    let demo;
    let browser;
    let at;
    const viewport = engine === 'sqlite' ? WIDE : NARROW;

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

    test('the specialist checks the frames, names who else is touched, and asks the author', async () => {
      const specialist = await at.atWork('specialist', 'public-space');
      const number = await at.openAct(specialist, 'kadertoets');
      await fill(specialist.page, { legal: 'fits', practical: 'fits', financial: 'fits-if' });
      await send(specialist, 'legal');
      assert.ok(await specialist.page.locator('main [role="alert"]').count(), 'a condition without its rule was taken');
      assert.ok(await specialist.page.locator('main [name="practical"][value="fits"]').isChecked(), 'what was chosen is gone');
      const rule = 'Het past als het onderhoud in het contract van 2027 komt.';
      await fill(specialist.page, { 'financial-rule': rule });
      await send(specialist, 'legal');

      const touches = specialist.page.locator('main a[href$="/raakt-ook"]').first();
      await touches.click();
      await specialist.page.waitForURL('**/raakt-ook');
      await fine(specialist);
      const why = 'De bomen staan in het gras van Groen.';
      await specialist.page.getByLabel('Groen en water').check();
      await fill(specialist.page, { why });
      await send(specialist, 'why');
      await at.isPublic(number, rule, why, 'Nog niet gehoord.');

      await specialist.page.locator('main a[href$="/vraag"]').first().click();
      await specialist.page.waitForURL('**/vraag');
      await fine(specialist);
      await fill(specialist.page, { words: 'Welke plek bedoelt u precies?' });
      await send(specialist, 'words');
      assert.ok((await words(specialist)).includes('Welke plek bedoelt u precies?'));
      specialist.clean();
    });

    test('the controller objects for the department of finance and says when that is met', async () => {
      const controller = await at.atWork('controller');
      const number = await at.openAct(controller, 'bezwaar', { view: 'alle' });
      const disadvantage = 'Voor het onderhoud van de bank is geen post in de begroting.';
      await fill(controller.page, { nature: 'costs', euros: 'veel', words: disadvantage });
      await send(controller, 'nature');
      assert.ok(await controller.page.locator('main [role="alert"]').count(), '«veel» is no amount');
      await fill(controller.page, { euros: '1200' });
      await send(controller, 'nature');
      await at.isPublic(number, disadvantage, 'Nog niet afgehandeld.');
      await controller.page.locator('main a[href$="/bezwaar/einde"]').first().click();
      await controller.page.waitForURL('**/bezwaar/einde');
      await fine(controller);
      await controller.page.locator('main input[name="ending"][value$="-met"]').first().check();
      const measure = 'De bank komt op de post van het wijkbudget.';
      await fill(controller.page, { motive: measure });
      await send(controller, 'ending');
      await at.isPublic(number, measure);
      controller.clean();
    });

    test('the budget holder refuses only with a reason, and commits the means', async () => {
      const holder = await at.atWork('budget-holder', 'public-space');
      const number = await at.openAct(holder, 'middelen/antwoord');
      await fill(holder.page, { answer: 'no' });
      await send(holder, 'answer');
      assert.ok(await holder.page.locator('main [role="alert"]').count(), 'means were refused without a reason');
      await fill(holder.page, { answer: 'yes' });
      await send(holder, 'answer');
      await at.isPublic(number, 'Toegezegd');
      holder.clean();
    });

    test('the head of a department takes a dossier and names who holds it; another head is heard', async () => {
      const { samples, accounts } = demo;
      const heads = accounts.filter((it) => it.role === 'department-head').map((it) => it.department);
      const dossier = [samples['/werk/dossiers/{id}/aanvaarden']].flat()[0].slice(0, '/werk/dossiers/'.length + 36);
      let head;
      for (const department of heads) {
        head = await at.atWork('department-head', department);
        if (await head.page.locator(`main a[href="${dossier}"]`).count()) break;
        head = undefined;
      }
      assert.ok(head, 'no head finds the dossier that waits to be taken');
      const number = await at.openAct(head, 'aanvaarden');
      await send(head, 'holder');
      assert.ok(await head.page.locator('main [role="alert"]').count(), 'it was taken without anybody who holds it');
      await fill(head.page, { holder: await option(head.page, 'holder') });
      await send(head, 'holder');
      await at.isPublic(number, 'Aangenomen door een dienst');
      head.clean();

      const green = await at.atWork('department-head', 'green');
      const touched = await at.openAct(green, 'raakt-ook/gehoord');
      await green.page.locator('main input[name="verdict"][value$="-dissents"]').first().check();
      const finds = 'Zes bakken is te veel: de maaimachine kan er niet langs.';
      await fill(green.page, { words: finds });
      await send(green, 'verdict');
      await at.isPublic(touched, finds, 'Niet eens');
      green.clean();
    });

    test('the council secretary gives an advice its day, and moves it only with a reason', async () => {
      const secretary = await at.atWork('council-secretary');
      const number = await at.openAct(secretary, 'agenda');
      await fill(secretary.page, { body: 'Gemeenteraad', date: '2020-01-01' });
      await send(secretary, 'body');
      assert.ok(await secretary.page.locator('main [role="alert"]').count(), 'a day of 2020 was taken');
      const later = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
      await fill(secretary.page, { date: later(10) });
      await send(secretary, 'body');
      await secretary.page.locator('main a[href$="/agenda"]').first().click();
      await secretary.page.waitForURL('**/agenda');
      await fill(secretary.page, { body: 'Gemeenteraad', date: later(20) });
      await send(secretary, 'body');
      assert.ok(await secretary.page.locator('main [role="alert"]').count(), 'the day was moved without a reason');
      const motive = 'De agenda van de raad was vol.';
      await fill(secretary.page, { motive });
      await send(secretary, 'body');
      await at.isPublic(number, 'Gemeenteraad', motive);
      await secretary.page.goto('/werk/agenda');
      await fine(secretary);
      const listed = await words(secretary);
      assert.ok(listed.includes(number) && listed.includes('Gemeenteraad, '), `the agenda does not tell of it: ${listed}`);
      secretary.clean();
    });

    test('the alderman decides, and says why when it differs from the advice', async () => {
      const alderman = await at.atWork('decision-maker');
      const number = await at.openAct(alderman, 'besluit');
      await fill(alderman.page, { outcome: 'not-adopted', date: today(), words: 'Dit jaar niet.' });
      await send(alderman, 'outcome');
      assert.ok(await alderman.page.locator('main [role="alert"]').count(), 'it differs from the advice without a reason');
      const deviation = 'Het geld gaat dit jaar naar de riolering.';
      await fill(alderman.page, { deviation });
      await send(alderman, 'outcome');
      await at.isPublic(number, 'Beslist', deviation);
      alderman.clean();
    });

    test('the neighbourhood manager goes and looks, and confirms that it is there', async () => {
      const manager = await at.atWork('neighbourhood-manager');
      const { page } = manager;
      await page.locator('main a[href="/werk/uitvoering"], nav a[href="/werk/uitvoering"]').first().click();
      await page.waitForURL('**/werk/uitvoering');
      await fine(manager);
      let confirmed;
      const rows = await page.locator('main a[href^="/werk/uitvoering/"]').evaluateAll((links) => links.map((it) => it.getAttribute('href')));
      for (const row of rows) {
        await page.goto(row);
        await fine(manager);
        const form = page.locator('main form:has([name="said"])');
        if (!(await form.count())) continue;
        await send(manager, 'said');
        assert.ok(await page.locator('main [role="alert"]').count(), 'it was confirmed without a word');
        await page.locator('main input[name="said"]').first().check();
        await send(manager, 'said');
        await page.locator('.mm-back').first().click();
        await page.waitForURL('**/werk/dossiers/*');
        confirmed = numberIn(await words(manager));
        break;
      }
      assert.ok(confirmed, 'nothing waits to be looked at in the neighbourhood');
      await at.isPublic(confirmed, 'de wijkmanager');
      manager.clean();
    });

    test('the intermediary writes down what somebody says, and brings an answer back', async () => {
      const intermediary = await at.atWork('intermediary');
      const { page } = intermediary;
      await page.locator('a[href="/werk/intake"]').first().click();
      await page.waitForURL('**/werk/intake');
      await fine(intermediary);
      await send(intermediary, 'title');
      assert.ok(await page.locator('main [role="alert"]').count(), 'an empty form was taken');
      const title = 'Een lagere toonbank in het buurthuis';
      await fill(page, {
        process: await option(page, 'process'),
        title,
        body: 'Wie in een rolstoel zit, komt er niet bij.',
        'idea-language': 'nl',
        channel: 'house-visit',
        spoken: await page.locator('main [name="spoken"]').first().getAttribute('value'),
        'read-back': true,
        'answer-by': 'intermediary',
        consent: true,
      });
      await send(intermediary, 'title');
      assert.ok(!(await page.locator('main [role="alert"]').count()), await words(intermediary));
      assert.ok(numberIn(await words(intermediary)), 'no number to give to who said it');

      await page.goto('/werk');
      await page.locator('a[href="/werk/bezorging"]').first().click();
      await page.waitForURL('**/werk/bezorging');
      await fine(intermediary);
      const waiting = await page.locator('main a[href^="/werk/bezorging/"]').evaluateAll((links) => links.map((it) => it.getAttribute('href')));
      const answer = waiting.find((href) => /\/[0-9a-f-]{36}$/.test(href));
      assert.ok(answer, 'no answer waits to be brought');
      await page.locator(`main a[href="${answer}"]`).first().click();
      await page.waitForURL(`**${answer}`);
      await fine(intermediary);
      await send(intermediary, 'status');
      assert.ok(await page.locator('main [role="alert"]').count(), 'nothing was chosen');
      await page.locator('main input[name="status"][value="confirmed"]').first().check();
      await send(intermediary, 'status');
      assert.ok(!(await page.locator('main [role="alert"]').count()), await words(intermediary));
      intermediary.clean();
    });
  });
}
