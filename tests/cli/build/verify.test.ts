import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyItems, verifyScreens } from '../../../src/cli/build/verify.ts';
import { feedPath, SCHEMA, type Notice } from '../../../src/core/screen/browser/feed.ts';

const screen = { id: 'hall', name: '一楼大厅', file: 'displays/hall.yaml' };
const at = '2026-12-08T09:30:00+08:00';
const item = { id: 'gm-js-2026-012', title: '沿江路改造', type: '招标公告', at };

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'zhangbang-verify-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function build(items: readonly object[], notices: readonly Notice[] = []): void {
  const text = JSON.stringify({
    schema: SCHEMA,
    screen: screen.id,
    parts: [{ kind: 'open', items, leftOut: 0 }],
    notices,
  });
  const sha256 = createHash('sha256').update(text).digest('hex');
  const path = feedPath(screen.id, sha256);
  const feed = { path, bytes: Buffer.byteLength(text), sha256, items: items.length };
  const head = { schema: SCHEMA, seq: 1, generated: at, screen: screen.id, feed, shell: 'b71c0e' };
  const folder = join(dir, 'display', screen.id);
  mkdirSync(folder, { recursive: true });
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, 'head.json'), JSON.stringify(head));
  writeFileSync(join(folder, path), text);
}

const verify = (): void => verifyScreens((path) => join(dir, path), [screen]);

test('what a screen will take may be published', () => {
  build([item], [{ id: item.id, text: `开标改到${'三'.repeat(55)}𬭎`, from: at, until: at }]);
  expect(verify).not.toThrow();
});

test('a build stops when a screen would refuse everything for one notice, and says which screen', () => {
  build([item], [{ id: item.id, text: '两行的\n提示', from: at, until: at }]);
  expect(verify).toThrow('屏幕“一楼大厅”（displays/hall.yaml）会拒收为它生成的内容（notices）');
});

test('a build stops when a screen would leave out a single announcement without a word', () => {
  build([item, item, item, item, { ...item, title: '沿江路\t改造' }]);
  expect(verify).toThrow('会拒收为它生成的内容（少了 1 条）。这是程序的错');
});

test('more than a screen takes is told with what to do about it', () => {
  build(Array.from({ length: 190 }, () => ({ ...item, title: '路'.repeat(499), detail: '厅'.repeat(100) })));
  expect(verify).toThrow(/最多收 256 KB：在 displays\/hall.yaml 里减少栏目或者条数/u);
});

test('a build stops when an item of the disclosure catalogue has no page', () => {
  mkdirSync(join(dir, 'disclosure/plan'), { recursive: true });
  writeFileSync(join(dir, 'disclosure/plan/index.html'), '');
  expect(() => verifyItems((path) => join(dir, path), [{ id: 'plan' }])).not.toThrow();
  expect(() => verifyItems((path) => join(dir, path), [{ id: 'plan' }, { id: 'guide' }])).toThrow(
    '1 条公开信息没有网页：guide',
  );
});
