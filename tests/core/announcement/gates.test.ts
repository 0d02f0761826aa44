import { expect, test } from 'vitest';
import { gatesOf } from '../../../src/core/announcement/gates.ts';
import { move, tenderAnd } from '../agenda/announcements.ts';
import { checkTree, type Tree } from '../fixtures.ts';

const FILE = 'announcements/construction/2026/tender.md';

/** The gates of the tender with these corrections in force, as `label when (was)`. */
function gatesIn(tree: Tree): readonly string[] {
  const { corpus, links } = checkTree(tree);
  const { announcement } = corpus.entries.find(({ id }) => id === 'tender')!;
  return gatesOf(links.effective.get('tender')!.announcement, announcement).map(
    ({ label, at, was }) =>
      `${label} ${at.slice(0, 16)}${was === undefined ? '' : `，原 ${was.slice(0, 16)}`}`,
  );
}

const without = (tree: Tree, field: string): Tree => ({
  ...tree,
  [FILE]: String(tree[FILE]).replace(new RegExp(`^${field}: .*\n`, 'mu'), ''),
});

test('一份招标公告的各个期限按时间排，只写日子的到那天结束', () => {
  expect(gatesIn(tenderAnd())).toEqual([
    '发布 2026-03-02T09:00',
    '文件获取结束 2026-03-09T24:00',
    '投标截止 2026-03-25T09:30',
    '开标时间 2026-03-25T09:30',
  ]);
});

test('公告写了异议截止的才有异议截止，没有写的日子一个也不编', () => {
  const stated = { ...tenderAnd() };
  stated[FILE] = String(stated[FILE]).replace('投标截止:', '异议截止: 2026-03-15 17:00\n投标截止:');
  expect(gatesIn(stated)[2]).toBe('异议截止 2026-03-15T17:00');
  expect(gatesIn(without(tenderAnd(), '开标时间'))).toHaveLength(3);
});

test('更正过的是现在的时间，并说原来是什么时候；两次更正也说最早的', () => {
  const moved = tenderAnd(
    move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30'),
    move('c2', '2026-03-12 09:00', '投标截止', '2026-04-02 09:30', '2026-04-09 09:30'),
  );
  expect(gatesIn(moved)).toContain('投标截止 2026-04-09T09:30，原 2026-03-25T09:30');
});
