import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckedContent } from '../../../src/core/check.ts';
import { countItems, parseFeed } from '../../../src/core/screen/browser/feed.ts';
import { feedOf, layoutFor } from '../../../src/core/screen.ts';
import { base, checkTree, placesOf, type Tree } from '../fixtures.ts';

const folder = 'announcements/construction/2026';
const tender = String(base[`${folder}/tender.md`]);
const now = '2026-03-20T09:00:00+08:00';

/** What a clerk can write where words are free, on a line or in several. */
interface Written {
  title: string;
  place: string;
  notice: string;
  winner: string;
  reason: string;
  matter: string;
  was: string;
}

const follow = (title: string, type: string, day: string, rest: string): string =>
  `---\n标题: ${title}\n类别: 建设工程\n类型: ${type}\n关联公告: tender\n项目编号: GM-JS-2026-001\n招标人: 高明区示例街道建设办公室\n发布时间: ${day} 09:00\n${rest}---\n\n特此公告。\n`;

/** A text as YAML that says exactly it. */
const quoted = (text: string): string => JSON.stringify(text);

const treeOf = ({ title, place, notice, winner, reason, matter, was }: Written): Tree => ({
  ...base,
  'displays/hall.yaml': `名称: 一楼大厅\n用途: 条屏\n点距: 10毫米\n像素: 1024×32\n观看距离: 6米\n栏目:\n${['今日开标', '最新公告', '结果', '更正'].map((kind) => `  - 内容: ${kind}\n`).join('')}`,
  [`${folder}/tender.md`]: tender
    .replace(/^标题: .*$/mu, () => `标题: ${quoted(title)}`)
    .replace(
      /^投标截止: .*$/mu,
      (line) =>
        `${line}\n开标时间: 2026-03-25 09:30\n开标地点: ${quoted(place)}\n大屏提示:\n  - 文字: ${quoted(notice)}\n    结束: 2026-12-01 12:00`,
    ),
  [`${folder}/correction.md`]: follow(
    '更正',
    '更正公告',
    '2026-03-05',
    `更正内容:\n  - 事项: ${quoted(matter)}\n    原: ${quoted(was)}\n    新: 另见附件\n原因: 笔误\n`,
  ),
  [`${folder}/result.md`]: follow(
    '结果',
    '中标结果公告',
    '2026-03-18',
    `中标人: ${quoted(winner)}\n中标价: 300万元\n`,
  ),
  [`${folder}/end.md`]: follow('终止', '终止公告', '2026-03-19', `原因: ${quoted(reason)}\n`),
});

/** What the screen is sent of what could be read, and what it takes of that. */
function sentAndTaken({ corpus, collection }: CheckedContent): {
  sent: readonly number[];
  taken: readonly number[];
} {
  const hall = corpus.screens.find(({ id }) => id === 'hall')!;
  const { layout } = layoutFor(hall, '示例中心', 'https://www.example.gov.cn/');
  const feed = feedOf(hall, layout, collection, now);
  const items = countItems(feed.parts);
  const read = parseFeed(JSON.stringify(feed), 'hall', items);
  return { sent: [items, feed.notices.length], taken: [countItems(read.parts), read.notices.length] };
}

const plain: Written = {
  title: '沿江路市政道路改造工程施工招标公告',
  place: '开标一室',
  notice: '今天的开标改到二楼',
  winner: '广东示例建筑工程有限公司',
  reason: '图纸要重做',
  matter: '招标文件第三章',
  was: '三年',
};

const sizes: readonly (readonly [string, number])[] = [
  ['一', 1],
  ['𬭎', 500],
  ['A', 500],
  ['\u0958', 250],
];
const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
  fc.constantFrom(...sizes).map(([char, count]) => char.repeat(count)),
  fc
    .array(fc.constantFrom('甲', '\t', '\n', '\r\n', '\u0085', '\u2028', '\u3000', ' ', '𬭎'), {
      maxLength: 60,
    })
    .map((all) => all.join('')),
);

test('whatever the check lets pass, a screen takes', () => {
  const written = fc.record(
    Object.fromEntries(
      Object.keys(plain).map((key) => [key, fc.oneof(fc.constant(plain[key as keyof Written]), word)]),
    ),
  ) as unknown as fc.Arbitrary<Written>;
  fc.assert(
    fc.property(written, (words) => {
      const { sent, taken } = sentAndTaken(checkTree(treeOf(words)));
      expect(taken).toEqual(sent);
    }),
    { numRuns: 150, examples: [[plain], [{ ...plain, reason: '甲\n乙', was: '一\n二' }]] },
  );
}, 60_000);

test('words of every kind do reach the screen', () => {
  const { sent } = sentAndTaken(checkTree(treeOf(plain)));
  expect(sent).toEqual([8, 1]);
});

test('a tab in a title, a room, a winner or what is corrected is found where it stands', () => {
  const spoiled = { title: '沿江路\t改造', place: '开标\t一室', winner: '甲\t乙', matter: '第三章\t表' };
  const { findings } = checkTree(treeOf({ ...plain, ...spoiled }));
  const lines = findings.filter(({ code }) => code === 'F118').map(({ field }) => field);
  expect(lines.toSorted()).toEqual(['中标人', '开标地点', '更正内容', '标题']);
  expect(placesOf(findings).filter((place) => place.startsWith('F118'))).toContain(
    `F118 ${folder}/tender.md:2`,
  );
});

test('an announcement whose file has a long name is shown like any other', () => {
  const id = `gm-${'a'.repeat(190)}`;
  const { sent, taken } = sentAndTaken(
    checkTree({
      ...treeOf(plain),
      [`${folder}/${id}.md`]: tender.replace('GM-JS-2026-001', 'GM-JS-2026-002'),
    }),
  );
  expect(sent[0]).toBe(9);
  expect(taken).toEqual(sent);
});
