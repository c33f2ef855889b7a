// Filling in forms as people do: with a pointer, or with the keyboard alone.

import assert from 'node:assert/strict';

/** The field with this name (for a group: the choice with this value). */
function field(page, name, value) {
  const named = `main [name="${name}"]`;
  const choice = /["\\\n]/.test(value) ? '' : `, ${named}[value="${value}"]`;
  return page.locator(`${named}:is(textarea, select, input:not([type=radio]):not([type=checkbox]))${choice}`).first();
}

/** Fills the fields by name; a group takes the value of its choice, a checkbox `true`. */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const input = value === true ? page.locator(`main [name="${name}"]`).first() : field(page, name, value);
    const kind = await input.evaluate((element) => (element.tagName === 'SELECT' ? 'select' : element.type));
    if (kind === 'select') await input.selectOption(value);
    else if (kind === 'radio' || kind === 'checkbox') await input.check();
    else await input.fill(value);
  }
}

/** The button of what the page is for; a form may have others, to go back or to add something. */
const MAIN_BUTTON = 'main form button.utrecht-button--primary-action[type=submit]';

/** Presses the page's main button and waits for the page that follows. */
export async function submit(page, selector = MAIN_BUTTON) {
  await page.locator(selector).first().click();
  await page.waitForLoadState();
}

/** Moves the focus with Tab until it stands on `selector`; fails when a whole round does not reach it. */
export async function tabTo(page, selector) {
  for (let steps = 0; steps < 250; steps += 1) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    if (there) return;
  }
  assert.fail(`the keyboard does not reach ${selector} on ${page.url()}`);
}

/** Where the focus stands can be seen: it has an outline, or a shadow that draws one. */
export async function focusShows(page) {
  const shows = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  });
  assert.ok(shows, `the focus cannot be seen on ${page.url()}`);
}

/** Fills the fields with the keyboard alone. */
export async function typeIn(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const group = `[name="${name}"]:is([type=radio])`;
    if (await page.locator(`main ${group}`).count()) {
      // Tab reaches the group once (its checked choice, or its first); arrows move within it.
      await tabTo(page, group);
      for (let steps = 0; steps < 30; steps += 1) {
        const stands = await page.evaluate((wanted) => document.activeElement.value === wanted, value);
        if (stands) break;
        await page.keyboard.press('ArrowDown');
      }
      const stands = await page.evaluate(([wanted, called]) => document.activeElement.name === called && document.activeElement.value === wanted, [value, name]);
      assert.ok(stands, `the arrows do not reach ${name} = ${value}`);
      await page.keyboard.press('Space');
    } else if (value === true) {
      await tabTo(page, `[name="${name}"]`);
      await page.keyboard.press('Space');
    } else {
      await tabTo(page, `[name="${name}"]`);
      if (await page.evaluate(() => document.activeElement.tagName === 'SELECT')) {
        const label = await page.evaluate((wanted) => [...document.activeElement.options].find((option) => option.value === wanted)?.label, value);
        assert.ok(label, `${name} offers no ${value}`);
        await page.keyboard.type(label.slice(0, 20));
      } else {
        await page.keyboard.type(value);
      }
    }
    await focusShows(page);
  }
}

/** Presses the form's button with the keyboard alone. */
export async function press(page, selector = MAIN_BUTTON) {
  await tabTo(page, selector);
  await focusShows(page);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}
