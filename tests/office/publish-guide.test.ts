import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { temporaryFolder } from '../cli/command.ts';
import { git, Office } from './clerks.ts';

const guide = readFileSync(join(root, 'docs/office/publish.md'), 'utf8');

/** The blocks that are to be typed on this machine, in their order. */
const blocks = new MarkdownIt()
  .parse(guide, {})
  .filter(({ type, info }) => type === 'fence' && info === 'bash')
  .map(({ content }) => content);

test('the commands of the guide set up an office, which publishes what is pushed and what a platform has', () => {
  const srv = temporaryFolder();
  const office = new Office();
  const asked = join(srv, 'asked');
  // A program whose commands only say that they were called: that they do what they say is tried elsewhere.
  mkdirSync(join(srv, 'program'));
  symlinkSync(join(root, 'docs'), join(srv, 'program/docs'));
  const call = join(srv, 'call.mjs');
  writeFileSync(
    call,
    `import { appendFileSync } from 'node:fs';
const { CONTENT_DIR, OUT_DIR } = process.env;
appendFileSync(${JSON.stringify(asked)}, [...process.argv.slice(2), CONTENT_DIR, OUT_DIR].join(' ') + '\\n');\n`,
  );
  const script = (name: string): string => `node ${call} ${name}`;
  const scripts = { check: script('check'), release: script('release') };
  writeFileSync(
    join(srv, 'program/package.json'),
    JSON.stringify({ name: 'program', version: '1.0.0', scripts }),
  );
  git(srv, 'clone', '-q', office.bare, 'content');
  git(join(srv, 'content'), 'remote', 'remove', 'origin');
  mkdirSync(join(srv, 'desk'));
  const type = (words: string, cwd: string) => {
    const own = words
      .replaceAll('/srv/zhangbang', srv)
      .replaceAll('zhangbang@web.example:', '')
      .replaceAll('https://git.example/office/content.git', office.bare)
      .replaceAll(`${office.bare} ${srv}/content`, `${office.bare} ${srv}/platform`)
      .replaceAll(`CONTENT_DIR=${srv}/content OUT`, `CONTENT_DIR=${srv}/platform OUT`);
    const env = { ...process.env, ZHANGBANG: join(srv, 'program'), OUT_DIR: join(srv, 'dist') };
    const { status, stderr } = spawnSync('sh', ['-e', '-c', own], { cwd, encoding: 'utf8', env });
    expect(status, `${own}\n${stderr}`).toBe(0);
  };
  expect(blocks).toHaveLength(5);
  for (const block of blocks) type(block, join(srv, 'desk'));
  expect(existsSync(join(srv, 'desk/content/site.yaml'))).toBe(true);
  expect(
    readFileSync(asked, 'utf8')
      .replace(/0{40}\.\.[0-9a-f]{40}/u, 'OLD..NEW')
      .replace(/check \/\S+/u, 'check TEMPORARY')
      .split('\n'),
  ).toEqual([
    `check --approvals OLD..NEW ${srv}/content.git ${srv}/dist`,
    `check TEMPORARY ${srv}/dist`,
    `release ${srv}/content.git ${srv}/dist`,
    `release ${srv}/content.git ${srv}/dist`,
    `release --due ${srv}/platform ${srv}/dist`,
    '',
  ]);
});

test('the units for the timer are understood by systemd, where there is one', () => {
  const units = ['service', 'timer'].map((kind) => join(root, 'docs/office', `zhangbang-release.${kind}`));
  const { error, status, stderr } = spawnSync('systemd-analyze', ['verify', ...units], { encoding: 'utf8' });
  if (error) return;
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('the pipelines for platforms are YAML, say that they were not tried, and run the command of the guide', () => {
  const names = [...guide.matchAll(/`(docs\/office\/ci\/\S+)`/gu)].map(([, name]) => name!);
  expect(names).toHaveLength(4);
  for (const name of names) {
    const words = readFileSync(join(root, name), 'utf8');
    expect(words, name).toMatch(/^# .*没有在 \S+ 上运行过/u);
    expect(words, name).toMatch(/npm run --silent release$/mu);
    expect(parse(words), name).toBeTypeOf('object');
  }
});

test('both hooks are shell scripts without a fault in their writing', () => {
  for (const name of ['pre-receive', 'post-receive']) {
    const file = join(temporaryFolder(), name);
    writeFileSync(file, readFileSync(join(root, 'docs/office', name)));
    chmodSync(file, 0o755);
    expect(spawnSync('sh', ['-n', file]).status, name).toBe(0);
  }
});
