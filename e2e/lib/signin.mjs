// Signing in as somebody of the demo: mail address, password, and the code that the phone shows.

import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { fill, submit } from './form.mjs';
import { totp } from './totp.mjs';

/** Fills in the sign-in page that is shown, with the second factor, and stands on the page that follows. */
export async function passSignIn(page, account) {
  await fill(page, { mail: account.login, password: account.password });
  await submit(page);
  for (let tries = 0; tries < 2 && (await page.locator('main [name="code"]').count()); tries += 1) {
    // A code is good once: somebody who signed in within the same half minute waits for the next one.
    if (tries > 0) await wait(30_000 - (Date.now() % 30_000) + 500);
    const shown = page.locator('main form[action="/aanmelden/instellen"]');
    const secret = (await shown.count()) ? await page.locator('main code').first().innerText() : account.totp_secret;
    await fill(page, { code: totp(secret) });
    await submit(page);
  }
}

/** Signs in and asserts that it worked. */
export async function signIn(page, account) {
  await page.goto('/aanmelden');
  await passSignIn(page, account);
  assert.ok(await page.locator('form[action="/afmelden"]').count(), `${account.role} (${account.login}) is not signed in: ${await page.locator('main').innerText()}`);
}

/** The account of a role. */
export function accountOf(demo, role) {
  const account = demo.accounts.find((it) => it.role === role);
  assert.ok(account, `the demo has no ${role}`);
  return account;
}
