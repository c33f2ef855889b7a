// The demo, started for one test file in a folder of its own and gone with it.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

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

/**
 * Starts `meemaak demo` and waits until it answers.
 *
 * Gives what the demo wrote into `demo.json` (`url`, `accounts`, `samples`), and `stop()`.
 */
export async function startDemo() {
  const dir = await mkdtemp(path.join(tmpdir(), 'meemaak-e2e-'));
  const port = await freePort();
  const child = spawn(program, ['demo', '--dir', dir, '--listen', `127.0.0.1:${port}`], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let ended = null;
  child.stdout.on('data', (bytes) => (said += bytes));
  child.stderr.on('data', (bytes) => (said += bytes));
  child.on('exit', (code, signal) => (ended = code ?? signal));
  child.on('error', (error) => (ended = error.message));
  // Not even a crashed test runner leaves a demo behind.
  const last = () => child.kill('SIGKILL');
  process.on('exit', last);

  const stop = async () => {
    process.off('exit', last);
    if (ended === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(late);
    }
    await rm(dir, { recursive: true, force: true });
  };

  for (let tries = 0; tries < 1_800; tries += 1) {
    if (ended !== null) throw new Error(`the demo ended with ${ended} before it answered:\n${said}`);
    try {
      const demo = JSON.parse(await readFile(path.join(dir, 'demo.json'), 'utf8'));
      const url = demo.url.replace(/\/$/, '');
      const answer = await fetch(`${url}/`);
      if (answer.ok) return { ...demo, url, dir, stop, said: () => said };
    } catch {
      // not yet
    }
    await wait(100);
  }
  await stop();
  throw new Error(`the demo did not answer within three minutes:\n${said}`);
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
