import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { run, temporaryFolder } from '../cli/command.ts';
import { git } from './clerks.ts';

const own = vi.hoisted(() => ({ file: '' }));
vi.mock('../../src/cli/own-settings.ts', () => ({
  get OWN_SETTINGS() {
    return own.file;
  },
  loadOwnSettings: () => undefined,
}));
// Another file of the worker may have loaded the commands with this machine's own settings.
beforeAll(() => void vi.resetModules());
afterAll(() => void vi.resetModules());

/** The commands of the page, in their order. */
const commands = new MarkdownIt()
  .parse(readFileSync(join(root, 'docs/office/README.md'), 'utf8'), {})
  .filter(({ type, info }) => type === 'fence' && info === 'sh')
  .flatMap(({ content }) => content.split('\n'))
  .filter(Boolean);

/** What takes minutes or the product's own repository; that they do what they say is tried elsewhere. */
const ELSEWHERE: ReadonlySet<string> = new Set(['npm start', 'git pull', 'npm run release']);

/** What a technician would answer. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  init: [
    ...['--centre', '示例中心', '--name', '示例公共资源交易', '--url', 'https://www.example.gov.cn'],
    ...['--phone', '0757-00000000', '--regions', '荷城街道', '--screen', '无'],
  ],
};

test('the commands of the page for technicians work one after another, from an empty site to a restored one', async () => {
  const beside = temporaryFolder();
  own.file = join(beside, '.env');
  const env = { CONTENT_DIR: join(beside, 'gaoming'), OUT_DIR: join(beside, 'dist') };
  const done: string[] = [];
  for (const command of commands.filter((one) => !ELSEWHERE.has(one))) {
    const [, name = '', rest = ''] = /^npm run (\S+)(?: -- (.*))?$/u.exec(command) ?? [];
    const [backup = ''] = name === 'restore' ? readdirSync(join(beside, 'backup')) : [];
    const written = rest
      .replace(/zhangbang-\d+-\d+\.tar/u, backup)
      .replaceAll('../', `${beside}/`)
      .split(' ');
    const args = [name, ...written.filter(Boolean), ...(ANSWERS[name] ?? [])];
    const { status, stdout, stderr } = await run(args, env);
    expect(status, `${command}\n${stdout}${stderr}`).toBe(0);
    if (name === 'init') {
      git(env.CONTENT_DIR, 'add', '.');
      const identity = ['-c', 'user.name=王芳', '-c', 'user.email=clerk@example.invalid'];
      git(env.CONTENT_DIR, ...identity, '-c', 'core.hooksPath=', 'commit', '-qm', '开始');
    }
    done.push(name);
  }
  expect(done).toEqual([
    'init',
    'check',
    'upgrade',
    'check',
    'ledger',
    'ledger',
    'ledger',
    'backup',
    'restore',
  ]);
  expect(git(join(beside, 'restored/content'), 'log', '--format=%s')).toBe('开始');
});

test('each command that the page names, also for a timer, says how it is used', async () => {
  const named = [
    ...readFileSync(join(root, 'docs/office/README.md'), 'utf8').matchAll(/npm run (?:--silent )?([a-z]+)/gu),
  ].map(([, name]) => name!);
  for (const name of new Set(named)) expect((await run([name, '--help'])).stdout, name).toMatch(/^用法：/u);
});
