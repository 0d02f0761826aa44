import { expect, test } from 'vitest';
import { move, tenderAnd } from '../agenda/announcements.ts';
import { checkTree } from '../fixtures.ts';

const corrected = (from: string, to: string) => {
  const { findings, links } = checkTree(tenderAnd(move('c1', '2026-03-10 09:00', '投标截止', from, to)));
  const { announcement, changes } = links.effective.get('tender')!;
  return {
    codes: findings
      .filter(({ severity, file }) => severity === 'error' && file.includes('c1'))
      .map(({ code }) => code),
    deadline: (announcement as { bidDeadline?: string }).bidDeadline,
    to: changes[0]?.to,
  };
};

test('更正的“原”和“新”后面带说明的，值照样读得出来，新的说明留着', () => {
  expect(
    corrected('2026年3月25日09:30（以系统时间为准）', '2026年4月2日09:30（以系统时间为准）'),
  ).toMatchObject({
    deadline: '2026-04-02T09:30:00+08:00',
    to: '2026年4月2日（星期四）09:30（以系统时间为准）',
  });
});

test('“新”有两个时间的，问清楚', () => {
  expect(corrected('2026-03-25 09:30', '2026-04-02 09:30（延期至2026-04-03 09:30）').codes).toEqual(['L108']);
});
