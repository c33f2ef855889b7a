// axe-core on a page, injected past the strict policy: the page's own policy forbids every inline script, as it should.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds; colour contrast that axe could not settle counts as found. */
export async function findings(page) {
  await page.evaluate(source);
  const { violations, incomplete } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations', 'incomplete'],
    }),
  );
  const told = (result, how) =>
    result.nodes.map((node) => `${how}${result.id}: ${result.help} — ${node.html.slice(0, 160)} [${node.any[0]?.message ?? node.failureSummary ?? ''}]`);
  return [
    ...violations.flatMap((result) => told(result, '')),
    ...incomplete.filter((result) => result.id === 'color-contrast').flatMap((result) => told(withText(result), 'not settled: ')),
  ];
}

/** Without the signs that are drawn and not read, such as the box to tick on paper. */
const withText = (result) => ({ ...result, nodes: result.nodes.filter((node) => node.any[0]?.data?.messageKey !== 'nonBmp') });

/** Asserts that axe finds nothing. */
export async function accessible(page, label = page.url()) {
  assert.deepEqual(await findings(page), [], `axe on ${label}`);
}
