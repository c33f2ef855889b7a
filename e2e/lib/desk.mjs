// Members of staff at «my work»: everything begins there, and the way goes by links.

import assert from 'node:assert/strict';
import { visit } from './browser.mjs';
import { fine, numberIn } from './journey.mjs';
import { signIn } from './signin.mjs';

/** What the page says. */
export async function words({ page }) {
  return page.locator('main').innerText();
}

/** The page says each of these. */
export async function tells(visitor, ...expected) {
  const told = await words(visitor);
  for (const one of expected) assert.ok(told.includes(one), `«${one}» is not told: ${told}`);
}

/** The form that holds this field has been filled in; its own button sends it. */
export async function send(visitor, field) {
  await visitor.page.locator(`main form:has([name="${field}"]) button.utrecht-button--primary-action[type=submit]`).first().click();
  await visitor.page.waitForLoadState();
  await fine(visitor);
}

/** Sends the form as it is; it comes back and says what is missing or wrong. */
export async function isRefused(visitor, field, why) {
  await send(visitor, field);
  assert.ok(await visitor.page.locator('main [role="alert"]').count(), why);
}

/** Sends the form; nothing in it was wrong. */
export async function isTaken(visitor, field) {
  await send(visitor, field);
  assert.ok(!(await visitor.page.locator('main [role="alert"]').count()), await words(visitor));
}

/** Follows the first link that matches, to an address that ends so. */
export async function follow(visitor, selector, address) {
  await visitor.page.locator(selector).first().click();
  await visitor.page.waitForURL(address);
  await fine(visitor);
}

/** The desks of one demo: opens visitors, and closes them all in the end. */
export function desks({ browser, demo, viewport }) {
  const opened = [];

  /** Anybody, signed in or not. */
  async function somebody(options = {}) {
    const visitor = await visit(browser, demo, { viewport, ...options });
    opened.push(visitor);
    return visitor;
  }

  /** Somebody of that role (and department) stands at «my work». */
  async function atWork(role, department, options) {
    const account = demo.accounts.find((it) => it.role === role && (!department || it.department === department));
    assert.ok(account, `the demo has no ${role} of ${department}`);
    const visitor = await somebody(options);
    await signIn(visitor.page, account);
    await visitor.page.goto('/werk');
    await fine(visitor);
    return { ...visitor, account };
  }

  /** The dossier of the sample of an act. */
  function sample(act) {
    const address = [demo.samples[`/werk/dossiers/{id}/${act}`]].flat()[0];
    assert.ok(address, `the demo has nothing for ${act}`);
    return address.slice(0, '/werk/dossiers/'.length + 36);
  }

  /** Opens a dossier that a list of the desk tells of, by its address or by words of its title. Gives the number of its contribution. */
  async function open(visitor, wanted, { view } = {}) {
    const { page } = visitor;
    if (view) {
      await page.locator(`.mm-views a[href$="lijst=${view}"]`).click();
      await page.waitForURL(`**lijst=${view}*`);
    }
    const link = wanted.startsWith('/') ? page.locator(`main a[href="${wanted}"]`) : page.locator('main a[href^="/werk/dossiers/"]', { hasText: wanted });
    for (let pages = 0; pages < 20 && !(await link.count()); pages += 1) {
      const next = page.locator('main a[rel="next"]');
      assert.ok(await next.count(), `${wanted} does not lie on the desk of ${visitor.account.login}`);
      await next.click();
      await page.waitForLoadState();
    }
    const address = await link.first().getAttribute('href');
    await link.first().click();
    await page.waitForURL(`**${address}`);
    await fine(visitor);
    return numberIn(await words(visitor));
  }

  /** Opens the dossier of the sample of an act, and then the act. Gives the number of its contribution. */
  async function openAct(visitor, act, options) {
    const number = await open(visitor, sample(act), options);
    await follow(visitor, `main a[href$="/${act}"]`, `**/${act}`);
    return number;
  }

  /** What everybody sees of a contribution. */
  async function isPublic(number, ...expected) {
    const resident = await somebody();
    const answer = await resident.page.goto(`/bijdragen/${number}`);
    assert.equal(answer.status(), 200);
    await fine(resident);
    // What is folded away is public too.
    await resident.page.locator('main details').evaluateAll((all) => all.forEach((it) => (it.open = true)));
    await tells(resident, ...expected);
    resident.clean();
  }

  const close = async () => {
    for (const visitor of opened) await visitor.close();
  };
  return { atWork, sample, open, openAct, isPublic, close };
}
