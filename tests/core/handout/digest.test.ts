import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, test } from 'vitest';
import { digestOf, type Digest } from '../../../src/core/handout/digest.ts';
import { announcementPath } from '../../../src/site/address.ts';
import { editionFrom } from '../../site/edition.ts';
import { tender } from '../../site/tenders.ts';
import { move, suspension, tenderAnd, tenderFile, withdrawn } from '../agenda/announcements.ts';
import { readPng } from '../drawn-codes.ts';
import type { Tree } from '../fixtures.ts';

const digest = (trees: readonly Tree[], day = '2026-03-02', now = '2026-03-13T09:00+08:00'): Digest =>
  digestOf(editionFrom(tenderAnd(...trees), now), day, announcementPath);

const many = (count: number): readonly Tree[] =>
  Array.from({ length: count }, (_, index) => tender(`t${index + 1}`, '2026-03-05', '2026-05-20'));

const notice = (id: string): Tree => ({
  [`announcements/general/2026/${id}.md`]: `---
标题: 关于示例事项的通知（${id}）
类别: 通知公告
类型: 通知
发布时间: 2026-03-05 10:00
发布单位: 示例中心
---

请照此办理。
`,
});

type Node = DefaultTreeAdapterMap['node'];

const elementsIn = (node: Node): readonly DefaultTreeAdapterMap['element'][] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : []),
];

describe('公众号图文', () => {
  test('按类别列出标题、截止时间、招标人和原文网址，二维码通向当天的全部公告', () => {
    const { title, text, code, leftOut } = digest(
      [tender('t1', '2026-03-05', '2026-03-27'), notice('tz'), tender('t2', '2026-03-05', '2026-03-20')],
      '2026-03-05',
    );
    expect(title).toBe('2026年3月5日（星期四）公告 3 份');
    expect(text)
      .toBe(`佛山市公共资源交易中心高明分中心2026年3月5日（星期四）发布公告 3 份：建设工程 2 份，通知公告 1 份。

【建设工程】

1. t2招标公告
投标截止：2026年3月20日（星期五）09:30
招标人：高明区示例街道建设办公室
原文链接：https://www.example.gov.cn/announcements/t2/

2. t1招标公告
投标截止：2026年3月27日（星期五）09:30
招标人：高明区示例街道建设办公室
原文链接：https://www.example.gov.cn/announcements/t1/

【通知公告】

1. 关于示例事项的通知（tz）
发布单位：示例中心
原文链接：https://www.example.gov.cn/announcements/tz/

当天发布的全部公告：
https://www.example.gov.cn/search/?from=2026-03-05&to=2026-03-05
以上按 2026年3月13日（星期五）09:00 的内容编写，后来可能更正，以网站为准。
`);
    expect(leftOut).toBe(0);
    expect(readPng(code)).toBe('https://www.example.gov.cn/search/?from=2026-03-05&to=2026-03-05');
  });

  test('粘贴的部分只有写在元素里的样式：没有类、样式表、脚本、链接、画出来的图和定位', () => {
    const { html, page, text, code } = digest([notice('tz'), ...many(3)], '2026-03-05');
    const elements = elementsIn(parse(html)).filter(
      ({ tagName }) => !['html', 'head', 'body'].includes(tagName),
    );
    expect([...new Set(elements.map(({ tagName }) => tagName))].sort()).toEqual([
      'br',
      'h2',
      'img',
      'p',
      'section',
      'strong',
    ]);
    const attributes = elements.flatMap(({ attrs }) => attrs);
    expect([...new Set(attributes.map(({ name }) => name))].sort()).toEqual(['alt', 'src', 'style']);
    for (const { name, value } of attributes)
      if (name === 'style') expect(value).not.toMatch(/position|float|url\(|var\(|fixed|absolute/u);
    expect(html).toContain(`src="data:image/png;base64,${Buffer.from(code).toString('base64')}"`);
    expect(page).toContain(html);
    const words = html.replace(/<[^>]*>/gu, '').replaceAll('&amp;', '&');
    expect(bare(words)).toBe(bare(text.replace(/【(建设工程|通知公告)】/gu, '$1')));
  });

  test('更正过的写现在的时间和原来的，中止的写明，撤下的和还没有到时间的不列', () => {
    const moved = move('c1', '2026-03-10 10:00', '投标截止', '2026-03-25 09:30', '2026-03-30 09:30');
    expect(digest([moved]).text).toContain(
      '施工招标公告【已更正】\n投标截止：2026年3月30日（星期一）09:30（已更正，原为2026年3月25日（星期三）09:30）',
    );
    const stopped = digest([suspension]).text;
    expect(stopped).toContain('【已中止】\n已中止：原定的时间不再作准');
    expect(stopped).not.toContain('投标截止');
    const gone = digest([withdrawn(tenderFile(), '2026-03-12 10:00')]);
    expect([gone.count, gone.withdrawn.map(({ id }) => id)]).toEqual([0, ['tender']]);
    const early = digest([], '2026-03-02', '2026-03-02T08:00+08:00');
    expect([early.count, early.ahead.map(({ id }) => id)]).toEqual([0, ['tender']]);
  });

  test('二万字放得下的全部列出；放不下的少列几份，写明还有几份，在哪里看', () => {
    const some = digest(many(40), '2026-03-05');
    expect(some.leftOut).toBe(0);
    const { page, html, text, count, leftOut } = digest([notice('tz'), ...many(160)], '2026-03-05');
    expect(count).toBe(161);
    expect(leftOut).toBeGreaterThan(0);
    expect(page.length).toBeLessThanOrEqual(20_000);
    expect(page.length).toBeGreaterThan(18_000);
    expect(text.length).toBeLessThanOrEqual(20_000);
    for (const one of [html, text]) {
      expect(one.match(/原文链接/gu)).toHaveLength(161 - leftOut);
      expect(one).toContain('建设工程 160 份，通知公告 1 份');
      expect(one).toContain(`另有 ${leftOut} 份没有列出`);
      expect(one).toContain(`还有 ${leftOut} 份没有列出。当天发布的全部 161 份：`);
      // The shorter category stays whole.
      expect(one).toContain('关于示例事项的通知（tz）');
    }
  });

  test('标题里的标记只是文字', () => {
    const [file, text] = Object.entries(tenderFile())[0]!;
    const named = {
      [file]: String(text).replace(/^标题: .*$/mu, '标题: "<script>alert(1)</script>改造工程"'),
    };
    const { html, page } = digest([named]);
    expect(elementsIn(parse(page)).filter(({ tagName }) => tagName === 'script')).toEqual([]);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;改造工程');
  });

  test('前年以前的日子，二维码写明查全部年份', () => {
    const old = tender('t4', '2023-06-01', '2023-06-30');
    expect(readPng(digest([old], '2023-06-01').code)).toMatch(/\?from=2023-06-01&to=2023-06-01&scope=all$/u);
  });
});

const bare = (text: string): string => text.replace(/\s/gu, '');
