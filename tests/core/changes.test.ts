import { describe, expect, test } from 'vitest';
import { listAlterations } from '../../src/core/changes.ts';
import { move, suspension, tenderAnd, termination, withdrawn } from './agenda/announcements.ts';
import { checkTree, type Tree } from './fixtures.ts';

function alterations(...trees: readonly Tree[]) {
  const { corpus, links } = checkTree(tenderAnd(...trees));
  return listAlterations(corpus.entries, links.effective);
}

const later = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026年4月2日 9时30分');
const earlier = move('c2', '2026-03-12 09:00', '投标截止', '2026-04-02 09:30', '2026-03-30 09:30');
const place = move(
  'c3',
  '2026-03-14 09:00',
  '开标地点',
  '示例交易中心 301 开标室',
  '示例交易中心 302 开标室',
);

test('截止时间推后的更正是延期，写明原来和现在', () => {
  expect(alterations(later)).toEqual([
    {
      kind: 'extension',
      at: '2026-03-10T09:00:00+08:00',
      by: 'c1',
      about: 'tender',
      lines: [
        {
          label: '投标截止',
          from: '2026年3月25日（星期三）09:30',
          to: '2026年4月2日（星期四）09:30',
          deadline: 'later',
        },
      ],
      reason: '图纸调整',
    },
  ]);
});

test('提前的不是延期，没有改截止时间的也不是', () => {
  const [third, second] = alterations(later, earlier, place);
  expect(second).toMatchObject({ kind: 'correction', by: 'c2', lines: [{ deadline: 'earlier' }] });
  expect(third).toMatchObject({ kind: 'correction', by: 'c3' });
  expect(third!.lines[0]).not.toHaveProperty('deadline');
});

test('新的在前，暂停和终止写明原因', () => {
  const list = alterations(later, suspension, termination);
  expect(list.map(({ kind, by, reason }) => [kind, by, reason])).toEqual([
    ['termination', 'termination', '规划调整'],
    ['suspension', 'suspension', '核实异议'],
    ['extension', 'c1', '图纸调整'],
  ]);
});

describe('勘误', () => {
  test('是公告自己的一条，写明改了哪里、为什么', () => {
    const file = 'announcements/construction/2026/tender.md';
    const tree = tenderAnd();
    const errata =
      '勘误:\n  - 时间: 2026-03-03 10:00\n    字段: 标题\n    原: 沿江路市政道路改选工程施工招标公告\n    新: 沿江路市政道路改造工程施工招标公告\n    原因: 录入笔误\n资格要求';
    const list = alterations({ [file]: String(tree[file]).replace('资格要求', errata) });
    expect(list).toEqual([
      {
        kind: 'erratum',
        at: '2026-03-03T10:00:00+08:00',
        by: 'tender',
        about: 'tender',
        lines: [
          {
            label: '标题',
            from: '沿江路市政道路改选工程施工招标公告',
            to: '沿江路市政道路改造工程施工招标公告',
          },
        ],
        reason: '录入笔误',
      },
    ]);
  });
});

test('撤下是一项变更，写明原因和依据；撤下的公告做过的变更不再列', () => {
  const gone = withdrawn(termination, '2026-03-22 10:00', '误发', '中心函〔2026〕3号（示例）');
  expect(alterations(later, gone).map(({ kind, by }) => [kind, by])).toEqual([
    ['withdrawal', 'termination'],
    ['extension', 'c1'],
  ]);
  expect(alterations(gone)).toEqual([
    {
      kind: 'withdrawal',
      at: '2026-03-22T10:00:00+08:00',
      by: 'termination',
      about: 'termination',
      lines: [],
      reason: '误发',
      basis: '中心函〔2026〕3号（示例）',
    },
  ]);
});

test('一份更正把截止时间改了两次，按最后与最初相比来说，逐次写明', () => {
  const twice = (first: string, second: string, third: string): Tree =>
    Object.fromEntries(
      Object.entries(move('c1', '2026-03-10 09:00', '投标截止', first, second)).map(([file, text]) => [
        file,
        String(text).replace(
          `新: ${second}\n`,
          `新: ${second}\n  - 字段: 投标截止\n    原: ${second}\n    新: ${third}\n`,
        ),
      ]),
    );
  const [later] = alterations(twice('2026-03-25 09:30', '2026-03-24 09:30', '2026-03-30 09:30'));
  expect(later).toMatchObject({
    kind: 'extension',
    lines: [{ deadline: 'earlier' }, { deadline: 'later', to: '2026年3月30日（星期一）09:30' }],
  });
  const [sooner] = alterations(twice('2026-03-25 09:30', '2026-03-30 09:30', '2026-03-24 09:30'));
  expect(sooner).toMatchObject({
    kind: 'correction',
    lines: [{ deadline: 'later' }, { deadline: 'earlier' }],
  });
});
