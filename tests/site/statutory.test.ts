import { expect, test } from 'vitest';
import { editionFrom } from './edition.ts';
import { readFixture } from '../core/fixtures.ts';
import { checkData, checkLines } from '../../src/site/statutory.ts';

test('写了例外的公告，页面和数据上看得到哪一条、为什么、凭什么文件', async () => {
  const edition = editionFrom(readFixture('valid/F408-exception-for-nothing').tree);
  const line = checkLines(edition, 'tender-notice').find(({ code }) => code === 'D361');
  expect(line).toMatchObject({
    verdictText: '不符合',
    exception: '台风损坏校舍，修缮不能等待（高财采函〔2026〕8号（示例））',
  });
  expect(line!.figures).toContain('共 21 日，要求不少于 30 日');
  expect(checkData(edition, 'tender-notice')).toContainEqual(
    expect.objectContaining({
      code: 'D361',
      verdict: 'fail',
      exception: { reason: '台风损坏校舍，修缮不能等待', documentCode: '高财采函〔2026〕8号（示例）' },
    }),
  );
});
