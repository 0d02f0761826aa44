import { expect, test } from 'vitest';
import { check } from '../../../src/core/check.ts';
import { base, checkTree, onDisk, type Tree } from '../fixtures.ts';

const folder = 'announcements/general/2026';

/** A notice of the centre that speaks to the hall. */
const notice = (name: string, publishedAt: string, until: string, from = ''): Tree => ({
  [`${folder}/${name}.md`]: `---\n标题: 关于${name}的通知\n类别: 通知公告\n类型: 通知\n发布时间: ${publishedAt}\n发布单位: 示例中心\n大屏提示:\n  - 文字: 请看${name}\n    结束: ${until}\n${from && `    开始: ${from}\n`}---\n\n特此通知。\n`,
});
const all = (...trees: readonly Tree[]): Tree => Object.assign({}, base, ...trees) as Tree;

const three = all(
  notice('power', '2026-03-30 09:00', '2026-04-02 18:00'),
  notice('room', '2026-03-30 10:00', '2026-04-01 18:00'),
  notice('lift', '2026-03-30 11:00', '2026-03-31 18:00'),
);

test('the third notice at the same time is told to who publishes it, with those not shown and when', () => {
  const { findings } = checkTree(three);
  expect(findings).toMatchObject([
    { code: 'S107', severity: 'warning', file: `${folder}/lift.md`, line: 8, field: '大屏提示' },
  ]);
  expect(findings[0]!.message).toBe(
    '3月30日 11:00 到 3月31日 18:00 同时有 3 条大屏提示，屏幕只轮流显示最后开始的 2 条，不显示“请看power”（power）',
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
