// The pictures of the handbook, taken anew from the demo: node pictures.mjs (after `cargo build`).

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, visit } from './lib/browser.mjs';
import { startDemo } from './lib/server.mjs';
import { signIn } from './lib/signin.mjs';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../docs/handbook/pictures');
const WINDOW = { width: 1100, height: 820 };

/** Each picture: its name, who looks (nobody: the public), and the route in the samples of the demo, or an address. */
const PICTURES = [
  ['desk', 'participation-officer', '/werk'],
  ['screening', 'participation-officer', '/werk/dossiers/{id}/screening'],
  ['dossier', 'participation-officer', '/werk/dossiers/{id}'],
  ['assign', 'participation-officer', '/werk/dossiers/{id}/toewijzen'],
  ['accept', 'department-head', '/werk/dossiers/{id}/aanvaarden'],
  ['frames', 'specialist', '/werk/dossiers/{id}/kadertoets'],
  ['table', 'specialist', '/werk/dossiers/{id}/tafel'],
  ['bundle', 'participation-officer', '/werk/processen/{id}/bundelen/{proposal}'],
  ['objection', 'department-head', '/werk/dossiers/{id}/bezwaar'],
  ['means', 'budget-holder', '/werk/dossiers/{id}/middelen/antwoord'],
  ['values', 'specialist', '/werk/dossiers/{id}/waarden'],
  ['advice', 'specialist', '/werk/dossiers/{id}/advies'],
  ['agenda', 'council-secretary', '/werk/dossiers/{id}/agenda'],
  ['decision', 'decision-maker', '/werk/dossiers/{id}/besluit'],
  ['answer', 'participation-officer', '/werk/dossiers/{id}/antwoord'],
  ['delivery', 'participation-officer', '/werk/bezorging'],
  ['intake', 'intermediary', '/werk/intake'],
  ['fieldwork', 'intermediary', '/werk/veld'],
  ['review', 'process-guardian', '/werk/herzieningen'],
  ['carrying-out', 'specialist', '/werk/uitvoering'],
  ['doing', null, '/hoe-doen-we-het'],
];

const demo = await startDemo();
const browser = await launch();
const visitors = new Map();

/** The page of somebody, signed in when there is an account. */
async function pageOf(account) {
  const name = account?.login ?? '';
  if (!visitors.has(name)) {
    const visitor = await visit(browser, demo, { viewport: WINDOW });
    if (account) await signIn(visitor.page, account);
    visitors.set(name, visitor);
  }
  return visitors.get(name).page;
}

/** The page as the first one sees it to whom it opens, whoever has the role before others: a dossier opens to its own department. */
async function opened(role, address) {
  const accounts = role ? demo.accounts.toSorted((a, b) => (b.role === role) - (a.role === role)) : [null];
  for (const account of accounts) {
    const page = await pageOf(account);
    if ((await page.goto(address)).status() === 200) return page;
  }
  throw new Error(`${address} opens to no ${role}`);
}

try {
  await mkdir(folder, { recursive: true });
  for (const [name, role, route] of [...PICTURES, ['journey', null, `/bijdragen/${demo.samples.number}`]]) {
    const page = await opened(role, [demo.samples[route] ?? route].flat()[0]);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
} finally {
  for (const visitor of visitors.values()) await visitor.close();
  await browser.close();
  await demo.stop();
}
