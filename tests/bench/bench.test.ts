import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

function bench(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, ['tests/bench/bench.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

test('without a browser the other parts are measured, and the stage that needs it is named', () => {
  const site = mkdtempSync(join(tmpdir(), 'zhangbang-no-site-'));
  onTestFinished(() => rmSync(site, { recursive: true }));
  const before = readFileSync('docs/performance.md', 'utf8');
  const { status, stdout } = bench(['screens', 'weights', '--site', site], { CHROMIUM_PATH: '/nowhere' });
  expect(stdout).toContain('FAILED open a browser: CHROMIUM_PATH 指向的浏览器不存在：/nowhere');
  expect(stdout).toMatch(/^catalogues of the two newest years, 0 announcements +0 KB +0 KB$/mu);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('screens: open a browser failed');
  expect(status).toBe(1);
  expect(readFileSync('docs/performance.md', 'utf8')).toBe(before);
});

test.each([
  [['elephants'], '“elephants”'],
  [['--count', 'many'], '--count takes a whole number'],
  [['growth', '--site', 'dist'], '--site does not go with growth'],
  [['kiosk', '--site', 'dist', '--write'], '--write does not go with --site'],
])('bench %j is refused in one sentence, and measures nothing', (args, words) => {
  const { status, stdout, stderr } = bench(args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(words)]);
});

// A browser that is found in another way than the tests find theirs is one that a machine may not have.
test('only tests/browser.ts and the configuration of the browser tests say which browser is opened', () => {
  const paths = globSync('tests/**/*.{ts,mjs}').map((path) => path.replaceAll('\\', '/'));
  const files = paths.filter((path) => !path.includes('/node_modules/') && !path.endsWith('.test.ts'));
  const saying = files.filter((path) =>
    /CHROMIUM_PATH|\/usr\/bin\/chrom|chromium\.launch\(/u.test(readFileSync(path, 'utf8')),
  );
  expect(saying.sort()).toEqual(['tests/browser.ts', 'tests/playwright.config.ts']);
});
