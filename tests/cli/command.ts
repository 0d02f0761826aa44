import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import { onTestFinished, vi } from 'vitest';
import { main as runCommand } from '../../src/cli/main.ts';
import { root } from '../../src/cli/setup/dependencies.mjs';

export const main = join(root, 'src/cli/main.ts');

/** The moment that commands under test take for the present. */
export const TODAY = '2026-03-02T08:00+08:00';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of commands under test: none of the user's own settings. */
const settingsOf = (env: Readonly<Record<string, string>>) => ({
  ...{ SITE_URL: '', BASE_PATH: '', OUT_DIR: '', TODAY, CONTENT_DIR: '' },
  ...env,
});

/**
 * Runs a command as `npm run` would, without a terminal, in the process of the test: to start one takes longer than
 * most commands do. That a process ends with what a command returns is said in tests/cli/main.test.ts.
 */
export async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).flatMap((name) => [
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
    vi.spyOn(console, name === 'stdout' ? 'log' : 'error').mockImplementation((...values) => {
      printed[name] += `${format(...values)}\n`;
    }),
  ]);
  const before = process.env;
  const restore = (): void => {
    process.env = before;
    for (const spy of spies) spy.mockRestore();
  };
  process.env = { ...before, ...settingsOf(env) };
  // Also where the command does not come to an end and the test is given up.
  onTestFinished(restore);
  try {
    return { status: await runCommand(args), ...printed };
  } finally {
    restore();
  }
}

/** The same in a process of its own, which is ended after a minute: for commands that may wait for ever. */
export function runAlone(args: readonly string[], env: Record<string, string> = {}): Ran {
  return spawnSync(process.execPath, [main, ...args], {
    cwd: root,
    encoding: 'utf8',
    input: '',
    timeout: 60_000,
    env: { ...process.env, ...settingsOf(env) },
  });
}

/** A folder that lasts as long as the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A content folder with the settings and calendars of the sample and the given files. */
export function contentFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = join(temporaryFolder(), 'content');
  for (const name of ['site.yaml', 'calendar', 'pages'])
    cpSync(join(root, 'content', name), join(folder, name), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

export const NOTICE = 'announcements/general/2026/gm-tz-2026-001.md';

/** A notice without a fault; the lines given replace those of the same field. */
export function notice(changes: Readonly<Record<string, string>> = {}): string {
  const lines = {
    标题: '标题: 关于清明节期间业务办理安排的通知',
    类别: '类别: 通知公告',
    类型: '类型: 通知',
    发布时间: '发布时间: 2026-03-30 10:00',
    发布单位: '发布单位: 示例中心',
    ...changes,
  };
  return `---\n${Object.values(lines).join('\n')}\n---\n\n4 月 4 日至 6 日中心不办理现场业务。\n`;
}
