// The demo, started for one test file in a folder of its own and gone with it.

import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.env.MEEMAAK_TEST_PROGRAM ?? path.join(root, 'target/debug/meemaak');

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const postgres = process.env.MEEMAAK_TEST_POSTGRES;

/** The databases on which a journey is walked; `cargo xtask test` starts a PostgreSQL for it. */
export const engines = postgres ? ['sqlite', 'postgres'] : ['sqlite'];

/** An empty database on the PostgreSQL of the tests, and how to get rid of it. */
async function emptyDatabase() {
  const name = `e2e_${process.pid}_${Date.now()}`;
  const sql = (text) => promisify(execFile)('psql', ['--no-psqlrc', '--quiet', '--dbname', postgres, '--command', text]);
  await sql(`CREATE DATABASE ${name}`);
  const address = new URL(postgres);
  address.pathname = `/${name}`;
  return { address: address.href, drop: () => sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** Runs the program on the folder of a demo and waits until it answers. Gives what the demo wrote, and how to end it. */
async function run(dir, port, database, more = []) {
  const env = database ? { ...process.env, MEEMAAK_DATABASE: database.address } : process.env;
  const child = spawn(program, ['demo', '--dir', dir, '--listen', `127.0.0.1:${port}`, ...more], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let ended = null;
  child.stdout.on('data', (bytes) => (said += bytes));
  child.stderr.on('data', (bytes) => (said += bytes));
  child.on('exit', (code, signal) => (ended = code ?? signal));
  child.on('error', (error) => (ended = error.message));
  // Not even a crashed test runner leaves a demo behind.
  const last = () => child.kill('SIGKILL');
  process.on('exit', last);

  const end = async () => {
    process.off('exit', last);
    if (ended !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(late);
  };

  for (let tries = 0; tries < 1_800; tries += 1) {
    if (ended !== null) throw new Error(`the demo ended with ${ended} before it answered:\n${said}`);
    try {
      const told = JSON.parse(await readFile(path.join(dir, 'demo.json'), 'utf8'));
      const url = told.url.replace(/\/$/, '');
      const answer = await fetch(`${url}/`);
      if (answer.ok) return { told: { ...told, url }, end, said: () => said };
    } catch {
      // not yet
    }
    await wait(100);
  }
  await end();
  throw new Error(`the demo did not answer within three minutes:\n${said}`);
}

/**
 * Starts `meemaak demo` on one of the `engines` and waits until it answers.
 *
 * Gives what the demo wrote into `demo.json` (`url`, `accounts`, `samples`), `stop()`, and `later(days)`: the same municipality
 * at the same address so many days from now; everybody signs in anew.
 */
export async function startDemo({ engine = 'sqlite' } = {}) {
  const dir = await mkdtemp(path.join(tmpdir(), 'meemaak-e2e-'));
  const port = await freePort();
  const database = engine === 'postgres' ? await emptyDatabase() : undefined;
  let running;
  const clear = async () => {
    await rm(dir, { recursive: true, force: true });
    await database?.drop();
  };
  try {
    running = await run(dir, port, database);
  } catch (error) {
    await clear();
    throw error;
  }
  const stop = async () => {
    await running.end();
    await clear();
  };
  const later = async (days) => {
    await running.end();
    running = await run(dir, port, database, ['--later', String(days)]);
  };
  return { ...running.told, dir, stop, later, said: () => running.said() };
}

const PROPOSALS = path.join(root, '../shared/data/tally/instances/Netherlands_Amsterdam_252.pb');

/** Imports the 85 proposals of a real city into a process of the running demo; `false` when the file is not there. */
export async function importProposals({ dir }, slug) {
  if (!existsSync(PROPOSALS)) return false;
  const env = {
    ...process.env,
    MEEMAAK_SECRET_FILE: path.join(dir, 'secret'),
    MEEMAAK_FILES: path.join(dir, 'files'),
    MEEMAAK_ERASURE_LIST: path.join(dir, 'erased'),
  };
  const database = `sqlite:${path.join(dir, 'leyhoven.sqlite')}`;
  const options = ['import', 'pabulib', PROPOSALS, '--process', slug, '--language', 'nl', '--database', database];
  const { stdout } = await promisify(execFile)(program, options, { env, cwd: root });
  if (!stdout.includes('85 came in')) throw new Error(`not every proposal came in: ${stdout}`);
  return true;
}

/** Every GET route with who may see it, as the router itself tells: `[{ method, path, access }]`. */
export async function routes() {
  const child = spawn(program, ['routes', '--json'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (bytes) => (text += bytes));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`meemaak routes --json ended with ${code}`);
  return JSON.parse(text).filter((route) => route.method === 'GET');
}
