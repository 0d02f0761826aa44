import { describe, expect, test } from 'vitest';
import { nameAll } from '../../src/importer/ids.ts';

const day = '2018-03-01';
const idsOf = (
  pages: readonly string[],
  given: ReadonlyMap<string, string> = new Map(),
  isTaken: (id: string) => boolean = () => false,
): readonly string[] => [
  ...nameAll(
    pages.map((page) => ({ page, day })),
    'gm-old',
    given,
    isTaken,
  ).values(),
];

describe('导入的公告的标识', () => {
  test('由日期和旧网址得来：旧网页在以域名命名的文件夹里还是就在文件夹里，是一个标识', () => {
    const [id] = idsOf(['jyxx/12.html']);
    expect(id).toMatch(/^gm-old-20180301-[0-9a-z]{5}$/u);
    expect(idsOf(['ggzy.old.example.cn/jyxx/12.html'])).toEqual([id]);
    expect(idsOf(['ggzy.old.example.cn/jyxx/13.html'])).not.toEqual([id]);
  });

  test('两个域名下有同一个网址的，是两个标识，页面的先后没有关系', () => {
    const pages = ['a.example.cn/jyxx/12.html', 'b.example.cn/jyxx/12.html'];
    const ids = idsOf(pages);
    expect(new Set(ids).size).toBe(2);
    expect(idsOf(pages.toReversed())).toEqual(ids);
  });

  test('给过的标识不变；被人占用的，多用几个字符', () => {
    const given = new Map([['jyxx/12.html', 'gm-old-20180301-given']]);
    expect(idsOf(['jyxx/12.html'], given)).toEqual(['gm-old-20180301-given']);
    const [id] = idsOf(['jyxx/12.html']);
    const [longer] = idsOf(['jyxx/12.html'], new Map(), (one) => one === id);
    expect(longer).toMatch(new RegExp(`^${id}[0-9a-z]$`, 'u'));
  });
});
