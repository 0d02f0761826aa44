// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { statusWords } from '../../src/client/publishing/words.ts';
import type { SiteStatus } from '../../src/core/publishing.ts';

const status = (more: Partial<SiteStatus>): SiteStatus => ({
  ...{ phase: 'current', since: '2026-12-01T09:02:00+08:00', seen: '2026-12-01T09:05:00+08:00' },
  ...{ findings: [], version: '1.2.0', ...more },
});
const NOW = Date.parse('2026-12-01T09:06:00+08:00');
const served = { revision: '0123456789abcdef', at: '2026-12-01T09:02:00+08:00' };

test('an up-to-date site says since when, and which content it shows', () => {
  expect(statusWords(status({ served }), NOW)).toEqual({
    state: '是最新的，2026-12-01 09:02 更新。',
    faults: [],
    facts: [
      ['网站上的内容', '0123456，2026-12-01 09:02 发布'],
      ['上一次查看', '2026-12-01 09:05 '],
      ['程序', '1.2.0'],
    ],
  });
});

test('a machine that failed says why, what was found, and which site is shown', () => {
  const finding = { code: 'F104', severity: 'error', file: 'a.md', line: 3, message: '缺少标题' } as const;
  const words = statusWords(
    status({
      phase: 'failed',
      served,
      reason: '内容里有 1 处错误。',
      findings: [{ ...finding, help: '写上' }],
    }),
    NOW,
  );
  expect(words.state).toBe('2026-12-01 09:02 没有更新成功，现在是2026-12-01 09:02 的网站。');
  expect(words.faults).toEqual(['内容里有 1 处错误。', 'F104 a.md 第 3 行：缺少标题（改法：写上）']);
});

test('a disk that is nearly full is told before it is full', () => {
  const disk = { freeBytes: 2 ** 30, totalBytes: 100 * 2 ** 30 };
  expect(statusWords(status({ served, disk }), NOW).faults).toEqual([
    '磁盘快满了，只剩 1.0 GB，请技术人员腾出空间。',
  ]);
  const small = { freeBytes: 3 * 2 ** 30, totalBytes: 8 * 2 ** 30 };
  expect(statusWords(status({ served, disk: small }), NOW).faults).toEqual([]);
});

test('a machine that has been silent for more than a day is not taken for well', () => {
  expect(statusWords(status({ served }), NOW + 25 * 3_600_000).state).toContain('超过一天没有动静');
  expect(statusWords(status({ phase: 'building' }), NOW).state).toBe('正在更新，2026-12-01 09:02 开始的。');
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The page with what the machine answers. */
async function shown(answer: () => Promise<Response>): Promise<string> {
  document.body.innerHTML = '<div id="machine" data-status="/status.json"><p>静态的话</p></div>';
  const fetched = vi.fn(answer);
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.resetModules();
  await import('../../src/client/publishing.ts');
  await vi.waitFor(() => expect(fetched.mock.results).toHaveLength(1));
  await new Promise((done) => setTimeout(done));
  return document.body.innerHTML;
}

test('the page says what the machine answers, and nothing that somebody wrote is read as HTML', async () => {
  const evil = status({ phase: 'failed', reason: '<img src=x onerror=alert(1)>' });
  expect(await shown(() => Promise.resolve(new Response(JSON.stringify(evil))))).toContain('&lt;img');
});

test('where the machine tells nothing, or does not answer, the words of the build stay', async () => {
  const missing = () => Promise.resolve(new Response('', { status: 404 }));
  expect(await shown(missing)).toContain('静态的话');
  expect(await shown(() => Promise.reject(new Error('offline')))).toContain('静态的话');
});
