// Chromium, and a page that watches: no request to another host, no console error, no policy violation.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = [process.env.MEEMAAK_TEST_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Debian's Chromium, quiet: it asks nobody anything by itself. */
export function launch() {
  const executablePath = places.find((place) => place && existsSync(place));
  assert.ok(executablePath, 'Chromium is needed: apt-get install chromium');
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  // Root has no sandbox to give away.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath, args });
}

/** Narrow as an old phone. */
export const NARROW = { width: 320, height: 640 };
/** Wide as a desk. */
export const WIDE = { width: 1280, height: 900 };

const LOCALES = { nl: 'nl-BE', en: 'en-GB', ar: 'ar' };

/**
 * Opens a visitor: a browser context of its own with one page.
 *
 * `problems` gathers what must never happen; `clean()` asserts that nothing did.
 */
export async function visit(browser, demo, { js = true, viewport = WIDE, language = 'nl', state } = {}) {
  const context = await browser.newContext({
    baseURL: demo.url,
    viewport,
    javaScriptEnabled: js,
    locale: LOCALES[language],
    storageState: state,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Brussels',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const problems = [];
  const host = new URL(demo.url).host;
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) problems.push(`a request to another host: ${request.url()}`);
  });
  page.on('pageerror', (error) => problems.push(`a script failed: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // Chromium calls a page that answers 403, 404 or 422 a resource that failed to load: the page itself is judged by its test.
    const isPage = message.text().startsWith('Failed to load resource') && samePage(message.location().url, page.url());
    if (!isPage) problems.push(`the console says: ${message.text()} (${message.location().url})`);
  });
  page.on('response', (response) => {
    const document = response.request().isNavigationRequest();
    if (!document && response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
    if (response.status() >= 500) problems.push(`${response.status()} for ${response.url()}`);
  });
  const clean = () => assert.deepEqual(problems, []);
  return { context, page, js, problems, clean, close: () => context.close() };
}

function samePage(a, b) {
  const bare = (address) => address.split(/[?#]/, 1)[0];
  return bare(a) === bare(b);
}

/** The page fits its window: nobody has to scroll sideways to read a sentence. */
export async function fits(page, label = page.url()) {
  const { wide, window, culprits } = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const culprits = [...document.querySelectorAll('body *')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > edge + 1 || box.left < -1) && getComputedStyle(element).position !== 'absolute';
      })
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return { wide: document.documentElement.scrollWidth, window: edge, culprits };
  });
  assert.ok(wide <= window + 1, `${label} scrolls sideways: ${wide} px in a window of ${window} px (${culprits.join(', ')})`);
}
