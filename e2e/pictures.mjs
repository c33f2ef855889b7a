// The pictures of the handbook, taken anew from the demo: node pictures.mjs (after `cargo build`), or only some of them: node
// pictures.mjs guide report.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, visit } from './lib/browser.mjs';
import { startDemo } from './lib/server.mjs';
import { signIn } from './lib/signin.mjs';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../docs/handbook/pictures');
const WINDOW = { width: 1100, height: 820 };

/**
 * Each picture: its name, who looks (nobody: the public), and the route in the samples of the demo, or an address; then which of
 * the samples (how it ends), and what stands on top of the picture, when that is not the first of all.
 */
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
  ['new-process', 'participation-officer', '/werk/processen/nieuw', { top: 'h1' }],
  ['guide', 'participation-officer', '/werk/processen/{id}/gids', { top: 'h2:text-is("Stappen van het ontwerp")' }],
  ['guide-warning', 'participation-officer', '/werk/processen/{id}/gids/{moment}', { ends: '/aanpak', top: '#rule-C096-rule' }],
  ['guide-lessons', 'participation-officer', '/werk/processen/{id}/gids/{moment}', { ends: '/mensen', top: '#lessons-here' }],
  ['agreements', null, '/processen/{slug}/afspraken', { ends: '/wijkbudget-molenveld/afspraken', top: '#aims' }],
  ['measure-plan', 'participation-officer', '/werk/processen/{id}/meten', { top: '#measure-plan' }],
  ['measure-what', 'participation-officer', '/werk/processen/{id}/meten', { top: 'h2:text-is("Wat meet u?")' }],
  ['questions', null, '/processen/{slug}/vragen', { ends: '/kerkplein/vragen' }],
  ['questions-paper', null, '/processen/{slug}/vragen/papier', { top: '.measure-sheet > :first-child' }],
  ['outcomes', null, '/processen/{slug}/meten', { ends: '/veilig-naar-school/meten', top: '#outcomes' }],
  ['interview', 'researcher', '/werk/processen/{id}/onderzoek/interview', { top: '[for="actor"]' }],
  ['coding', 'researcher', '/werk/processen/{id}/onderzoek/bronnen/{code}', { ends: '/B1', top: '#p2' }],
  ['difference', 'researcher', '/werk/processen/{id}/onderzoek/bronnen/{code}/verschillen/{passage}/{item}'],
  ['research', 'researcher', '/werk/processen/{id}/onderzoek'],
  ['evaluation', 'participation-officer', '/werk/processen/{id}/evaluatie', { top: '#learn-balance' }],
  ['evaluation-worse', 'participation-officer', '/werk/processen/{id}/evaluatie', { top: '#learn-worse' }],
  ['report', null, '/processen/{slug}/evaluatie', { top: '#learn-balance' }],
  ['own-knowledge', 'administrator', '/beheer/kennis'],
  ['own-rule', 'administrator', '/beheer/kennis/{kind}', { ends: '?sleutel=L1' }],
  ['regulation', 'administrator', '/beheer/reglement'],
  ['standing', 'participation-officer', '/werk/processen/{id}/gids', { top: '#reglement' }],
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

const wanted = process.argv.slice(2);
const all = [...PICTURES, ['journey', null, `/bijdragen/${demo.samples.number}`]];

try {
  await mkdir(folder, { recursive: true });
  for (const [name, role, route, { ends = '', top } = {}] of all.filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
    const address = [demo.samples[route] ?? route].flat().find((it) => it.endsWith(ends));
    const page = await opened(role, address);
    await page.waitForLoadState('networkidle');
    if (top) await page.locator(top).first().evaluate((element) => element.scrollIntoView());
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
} finally {
  for (const visitor of visitors.values()) await visitor.close();
  await browser.close();
  await demo.stop();
}
