import { describe, expect, test } from 'vitest';
import { checkBody } from '../../src/core/body/check-body.ts';
import { isAllowedLink } from '../../src/core/body/links.ts';
import { TARGETS } from '../e2e/payloads.ts';

const codes = (body: string) => checkBody(body, new Set(['表.pdf'])).map(({ code }) => code);

describe('链接', () => {
  const decoded = TARGETS.filter((target) => !/&|^\\j/u.test(target));
  test.each(decoded)('%s 不能发布', (target) => expect(isAllowedLink(target)).toBe(false));
  test.each(['java\tscript:alert(1)', ' javascript:alert(1)', '\u0001javascript:alert(1)', 'java\nscript:1'])(
    '浏览器会去掉的字符救不了它：%j',
    (target) => expect(isAllowedLink(target)).toBe(false),
  );
  test.each([
    'https://www.gov.cn/',
    'http://www.gov.cn/a?b=c@d#e',
    'mailto:a@example.gov.cn',
    'tel:0757-88880000',
    '表.pdf',
    './表.pdf#page=2',
    '#s1',
    '/announcements/a/',
  ])('%s 可以', (target) => expect(isAllowedLink(target)).toBe(true));
});

describe('链接的文字与通向的网站', () => {
  test.each([
    '[https://www.gov.cn/](https://www.example.com/)',
    '[www.gov.cn](https://gov.cn.example.com/)',
    '[**www.gov.cn**](https://www.example.com/)',
    '[到 ggzy.gov.cn 查看](https://www.example.com/)',
    '[ｗｗｗ.gov.cn](https://www.example.com/)',
    '[a@example.gov.cn](mailto:a@example.com)',
    '[https://www.gov.cn/](表.pdf)',
  ])('%s 会骗人', (body) => expect(codes(body)).toEqual(['C109']));
  test.each([
    '[https://www.gov.cn/](https://www.gov.cn/zhengce/)',
    '[gov.cn](https://www.gov.cn/)',
    '[中国政府网](https://www.gov.cn/)',
    '[a@example.gov.cn](mailto:a@example.gov.cn)',
    '<https://www.gov.cn/>',
    '[表.pdf](表.pdf)',
    '[第 1.2 条](表.pdf)',
    '[0757-88880000](tel:0757-88880000)',
  ])('%s 可以', (body) => expect(codes(body)).toEqual([]));
});
