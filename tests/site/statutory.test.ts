import { expect, test, vi } from 'vitest';
import { onDisk, readFixture } from '../core/fixtures.ts';

test('写了例外的公告，页面和数据上看得到哪一条、为什么、凭什么文件', async () => {
  const root = onDisk(readFixture('valid/F408-exception-for-nothing').tree);
  vi.stubEnv('CONTENT_DIR', root);
  const { checkData, checkLines } = await import('../../src/site/statutory.ts');
  const line = checkLines('tender-notice').find(({ code }) => code === 'D361');
  expect(line).toMatchObject({
    verdictText: '不符合',
    exception: '台风损坏校舍，修缮不能等待（高财采函〔2026〕8号（示例））',
  });
  expect(line!.figures).toContain('共 21 日，要求不少于 30 日');
  expect(checkData('tender-notice')).toContainEqual(
    expect.objectContaining({
      code: 'D361',
      verdict: 'fail',
      exception: { reason: '台风损坏校舍，修缮不能等待', documentCode: '高财采函〔2026〕8号（示例）' },
    }),
  );
});
