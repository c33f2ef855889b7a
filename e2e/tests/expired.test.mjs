// A sign-in that has ended costs nobody what was typed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visit } from '../lib/browser.mjs';
import { fill, submit } from '../lib/form.mjs';
import { fine } from '../lib/journey.mjs';
import { startDemo } from '../lib/server.mjs';
import { accountOf, passSignIn, signIn } from '../lib/signin.mjs';

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

for (const js of [true, false]) {
  test(`what was typed comes back after signing in again, with JavaScript ${js ? 'on' : 'off'}`, async () => {
    const officer = await visit(browser, demo, { js });
    const account = accountOf(demo, 'participation-officer');
    await signIn(officer.page, account);
    await officer.page.goto('/werk/processen/nieuw');
    const words = `Een plein om op te zitten, woorden die niet weg mogen (${js})`;
    const field = await officer.page.locator('main input[type=text][name], main textarea[name]').first().getAttribute('name');
    await fill(officer.page, { [field]: words });
    // The sign-in ends elsewhere, as when its time has passed: the browser still sends what it had.
    const had = await officer.context.cookies();
    const desk = await (await officer.context.request.get('/werk')).text();
    const csrf = desk.match(/name="csrf"[^>]*value="([^"]+)"/)?.[1];
    assert.ok(csrf, 'the desk has a form to sign out');
    const out = await officer.context.request.post('/afmelden', { form: { csrf }, headers: { 'sec-fetch-site': 'same-origin' } });
    assert.ok(out.ok(), `signing out answers ${out.status()}`);
    await officer.context.clearCookies();
    await officer.context.addCookies(had);
    await submit(officer.page);
    assert.match(officer.page.url(), /\/aanmelden/, 'the sign-in page is shown');
    await fine(officer);
    await passSignIn(officer.page, account);
    const kept = await officer.page.content();
    assert.ok(kept.includes(words), `the words are not on ${officer.page.url()}: ${await officer.page.locator('main').innerText()}`);
    await fine(officer);
    await submit(officer.page);
    assert.ok(!/\/aanmelden/.test(officer.page.url()), 'the form can be sent after all');
    officer.clean();
    await officer.close();
  });
}
