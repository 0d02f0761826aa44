import { describe, expect, test } from 'vitest';
import { formOf, typeOf } from '../../../src/core/announcement/schema.ts';
import { echoOf } from '../../../src/core/desk/echo.ts';

const form = formOf(typeOf('construction', 'tender-notice'));
const echo = (label: string, answer: string) =>
  echoOf(
    form.find((field) => field.label === label)!,
    answer,
  );

describe('what stands beneath a field while it is filled', () => {
  test.each([
    ['投标截止', '2026-03-25 9:30', '2026年3月25日（星期三）09:30'],
    ['投标截止', '二〇二六年三月二十五日上午九时三十分', '2026年3月25日（星期三）09:30'],
    ['投标截止', '2026-03-25 24:00', '2026年3月25日（星期三）24:00'],
    ['文件获取开始', '2026/3/2', '2026年3月2日（星期一）'],
    ['预算金额', '358.6万元', '= 叁佰伍拾捌万陆仟元整'],
    ['预算金额', '３５８．６万元', '= 叁佰伍拾捌万陆仟元整'],
    ['工期', '180天', '180日历天'],
  ])('%s %s is understood as %s', (label, answer, words) => {
    expect(echo(label, answer)).toEqual({ words });
  });

  test('is nothing where nothing is typed, and where it is shown as it was typed', () => {
    expect(echo('投标截止', '')).toBeUndefined();
    expect(echo('招标人', '示例办公室 ')).toBeUndefined();
    expect(echo('招标方式', '公开招标')).toBeUndefined();
  });

  test('is what is wrong with it, in words', () => {
    expect(echo('预算金额', '3586000')).toMatchObject({
      fault: { message: expect.stringContaining('单位') as string },
    });
    expect(echo('文件获取开始', '2026-02-30')).toMatchObject({
      fault: { message: '日历上没有“2026-02-30”这一天，或者年份写错了' },
    });
  });
});
