import { describe, expect, test } from 'vitest';
import { check } from '../../../src/core/check.ts';
import { base, checkTree, onDisk, type Tree } from '../fixtures.ts';

const folder = 'announcements/general/2026';

/** A notice of the centre that speaks to the hall. */
const notice = (name: string, publishedAt: string, until: string, from = '', level = ''): Tree => ({
  [`${folder}/${name}.md`]: `---\n标题: 关于${name}的通知\n类别: 通知公告\n类型: 通知\n发布时间: ${publishedAt}\n发布单位: 示例中心\n大屏提示:\n  - 文字: 请看${name}\n    结束: ${until}\n${from && `    开始: ${from}\n`}${level && `    级别: ${level}\n`}---\n\n特此通知。\n`,
});
const all = (...trees: readonly Tree[]): Tree => Object.assign({}, base, ...trees) as Tree;

const three = all(
  notice('power', '2026-03-30 09:00', '2026-04-01 18:00'),
  notice('room', '2026-03-30 10:00', '2026-04-01 12:00'),
  notice('lift', '2026-03-30 11:00', '2026-03-31 18:00'),
);

test('the third notice at the same time is told to who publishes it, with those not shown and when', () => {
  const { findings } = checkTree(three);
  expect(findings).toMatchObject([
    { code: 'S107', severity: 'warning', file: `${folder}/lift.md`, line: 8, field: '大屏提示' },
  ]);
  expect(findings[0]!.message).toBe(
    '3月30日 11:00 到 3月31日 18:00 同时有 3 条“变更”的大屏提示，屏幕只轮流显示最后开始的 2 条，不显示“请看power”（power）',
  );
});

test('a check of one announcement alone knows the notices of the others', () => {
  expect(check(onDisk(three), new Set(['lift'])).findings).toMatchObject([{ code: 'S107' }]);
});

test('two at a time, or one after the other, are no matter', () => {
  const later = notice('lift', '2026-03-30 11:00', '2026-04-03 18:00', '2026-04-02 18:00');
  expect(checkTree({ ...three, ...later }).findings).toEqual([]);
});

test('what was over before the newest announcement is past, and nobody is told of it any more', () => {
  expect(checkTree(all(three, notice('next', '2026-04-20 09:00', '2026-04-21 09:00'))).findings).toEqual([]);
});

describe('levels', () => {
  test('three at a time of different levels are no matter, nor are five of 紧急', () => {
    const mixed = all(
      notice('power', '2026-03-30 09:00', '2026-03-31 18:00', '', '告知'),
      notice('room', '2026-03-30 10:00', '2026-03-31 18:00'),
      notice('lift', '2026-03-30 11:00', '2026-03-30 18:00', '', '紧急'),
    );
    expect(checkTree(mixed).findings).toEqual([]);
    const alarms = ['a', 'b', 'c', 'd', 'e'].map((name) =>
      notice(name, '2026-03-30 11:00', '2026-03-30 18:00', '', '紧急'),
    );
    expect(checkTree(all(...alarms)).findings).toEqual([]);
  });

  test('a maintenance that is announced for 13 days as 变更 is asked about, and 告知 answers it', () => {
    const days = (level: string) =>
      checkTree(all(notice('system', '2026-03-16 10:00', '2026-03-29 08:00', '', level))).findings;
    expect(days('')).toMatchObject([{ code: 'S116', severity: 'warning', line: 9, field: '大屏提示' }]);
    expect(days('')[0]!.message).toBe(
      '“请看system”按“变更”要显示 13 天，超过 3 天，一直占去屏幕约三行公告的位置',
    );
    expect(days('')[0]!.help).toContain('写 级别: 告知，只占一行');
    expect(days('告知')).toEqual([]);
  });

  test.each([
    ['变更', '2026-03-30 08:00', '2026-04-02 08:00', 0],
    ['变更', '2026-03-30 08:00', '2026-04-02 08:01', 1],
    ['紧急', '2026-03-30 08:00', '2026-03-30 20:00', 0],
    ['紧急', '2026-03-30 08:00', '2026-03-30 20:01', 1],
  ])('%s from %s to %s', (level, from, until, count) => {
    const { findings } = checkTree(all(notice('lift', from, until, '', level)));
    expect(findings.map(({ code }) => code)).toEqual(Array.from({ length: count }, () => 'S116'));
  });

  test('a 紧急 that does not stand whole in large letters is refused with the number of characters', () => {
    const long = notice('fire', '2026-03-30 08:00', '2026-03-30 09:00', '', '紧急');
    const file = `${folder}/fire.md`;
    const screen = {
      'displays/hall.yaml': String(base['displays/hall.yaml']).replace('3米', '4米'),
    };
    const text = (words: string) => all(screen, { [file]: String(long[file]).replace('请看fire', words) });
    const { findings } = checkTree(text('走'.repeat(60)));
    expect(findings).toMatchObject([{ code: 'F319', severity: 'error', file, line: 8, field: '大屏提示' }]);
    const most = Number(/最多放得下 (\d+) 字/u.exec(findings[0]!.message)![1]);
    expect(findings[0]!.message).toContain('紧急提示有 60 字');
    expect(checkTree(text('走'.repeat(most))).findings).toEqual([]);
  });
});
