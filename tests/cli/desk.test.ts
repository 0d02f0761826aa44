import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentFolder, main, NOTICE, notice, run, TODAY } from './command.ts';

/** Starts the desk in a process of its own; gives what it prints up to its address. */
async function start(contentDir: string) {
  const child = spawn(process.execPath, [main, 'desk', '--no-open'], {
    env: { ...process.env, CONTENT_DIR: contentDir, TODAY },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  for await (const piece of child.stdout) {
    printed += String(piece);
    const [, address] = /办事台：(http\S+)/u.exec(printed) ?? [];
    if (address !== undefined) return { child, address, printed };
  }
  throw new Error(printed);
}

const headersOf = (address: string) => {
  const { origin, hash } = new URL(address);
  return { 'X-Desk-Token': hash.slice('#token='.length), Origin: origin, 'Sec-Fetch-Site': 'same-origin' };
};

test('the desk opens on this machine, a second start shows the same, and the page can close it', async () => {
  const contentDir = contentFolder({ [NOTICE]: notice() });
  const first = await start(contentDir);
  expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[0-9a-f]{32}$/u);
  const second = await start(contentDir);
  expect(second.address).toBe(first.address);
  expect(second.printed).toContain('办事台已经开着。');
  const headers = headersOf(first.address);
  const { origin } = new URL(first.address);
  const facts = await fetch(`${origin}/api/desk`, { headers });
  expect(await facts.json()).toMatchObject({
    siteName: expect.any(String),
    now: '2026-03-02T08:00:00+08:00',
  });
  const [left] = await Promise.all([
    once(first.child, 'exit'),
    fetch(`${origin}/api/leave`, { method: 'POST', headers }),
  ]);
  expect(left[0]).toBe(0);
  const third = await start(contentDir);
  expect(new URL(third.address).origin, 'what a window kept in the browser is found again').toBe(origin);
  expect(third.address, 'a window from before the desk was sent home is not let in').not.toBe(first.address);
});

test('a desk that was killed is opened again where it was, so that open windows go on', async () => {
  const contentDir = contentFolder({ [NOTICE]: notice() });
  const first = await start(contentDir);
  const running = join(contentDir, '.cache/desk/running.json');
  expect(statSync(running).mode & 0o777).toBe(0o600);
  await killed(first.child);
  const second = await start(contentDir);
  expect(second.address).toBe(first.address);
  await killed(second.child);
  const other = createServer();
  const { origin, port } = new URL(first.address);
  await new Promise<void>((done) => other.listen(Number(port), '127.0.0.1', done));
  onTestFinished(() => void other.close());
  const third = await start(contentDir);
  expect(new URL(third.address).origin).not.toBe(origin);
  expect(headersOf(third.address)['X-Desk-Token'], 'the other program may have been told the first').not.toBe(
    headersOf(first.address)['X-Desk-Token'],
  );
});

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

test('the desk is not opened to other machines as long as it has no accounts', async () => {
  const { status, stderr } = await run(['desk', '--host', '0.0.0.0']);
  expect([status, stderr.split('。')[0]]).toEqual([
    2,
    '给大家用的办事台要同时写 --host、--accounts 和 --origin；只在这台电脑上用，三个都不写',
  ]);
});
