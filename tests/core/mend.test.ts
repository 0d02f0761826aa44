import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/core/diagnostic.ts';
import { mendFile } from '../../src/core/mend.ts';
import { checkTree, fixturesOf, readFixture, type Tree } from './fixtures.ts';

const file = 'announcements/general/2026/notice.md';
const sound =
  '---\n标题: 放假通知\n类别: 通知公告\n类型: 通知\n发布时间: 2026-03-30 10:00\n发布单位: 示例中心\n---\n\n现予通知。\n';
const mended = (text: string, name = file) => mendFile(name, new TextEncoder().encode(text))?.text;

/** A content tree after the fix. */
const fixed = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([name, content]) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return [name, /\.(md|yaml)$/.test(name) ? (mendFile(name, bytes)?.text ?? content) : content];
    }),
  );

describe('能代劳的代码，代劳之后不再出现，也不引出别的', () => {
  const fixtures = fixturesOf('invalid').filter((name) => CODES[name.slice(0, 4)]?.fixable);

  test('这样的代码都有例子', () => {
    const able = Object.keys(CODES).filter(
      (code) => CODES[code]!.fixable && !['F102', 'F119'].includes(code),
    );
    expect(fixtures.map((name) => name.slice(0, 4)).toSorted()).toEqual(able.toSorted());
  });

  test.each(fixtures)('%s', (name) => {
    const { tree } = readFixture(`invalid/${name}`);
    expect(checkTree(fixed(tree)).findings).toEqual([]);
  });

  test.each(fixtures)('%s：再来一次什么也不改', (name) => {
    const once = fixed(readFixture(`invalid/${name}`).tree);
    expect(fixed(once)).toEqual(once);
  });
});

test('没有毛病的文件一个字也不动', () => {
  expect(mended(sound)).toBeUndefined();
});

test('BOM、换行和行尾的空格', () => {
  const spoiled = `\ufeff${sound.replace('放假通知', '放假通知  ').replaceAll('\n', '\r\n')}`;
  expect(mended(spoiled)).toBe(sound);
});

const body = (text: string) => sound.replace('现予通知。', text);

test('正文里行尾的空格看不见，可以去掉：换行就是换行', () => {
  expect(mended(body('第一行  \n第二行 \n第三行'))).toBe(body('第一行\n第二行\n第三行'));
});

describe('正文里从 Word、WPS 粘贴来的', () => {
  test('用制表符隔开的几行变成表格，空的格子留着，竖线仍是字', () => {
    expect(mended(body('名称\t数量\t备注\n主管\t1\t\n\t2\tA|B'))).toBe(
      body('| 名称 | 数量 | 备注 |\n| --- | --- | --- |\n| 主管 | 1 |   |\n|   | 2 | A\\|B |'),
    );
  });

  const first = '示例工程已经批准建设，资金已经落实，具备招标条件，现对施工进行公开招标。';
  test('两段之间补一个空行', () => {
    expect(mended(body(`${first}\n投标人应当具备独立法人资格。`))).toBe(
      body(`${first}\n\n投标人应当具备独立法人资格。`),
    );
  });

  test('已经发布的，正文不动', () => {
    const bytes = new TextEncoder().encode(body(`${first}\n投标人应当具备独立法人资格。`));
    expect(mendFile(file, bytes, { isPublished: true })).toBeUndefined();
  });

  test.each([
    '甲：\t乙',
    '\t缩进的一段\n\t缩进的二段',
    `电话：0757-00000001。\n${first}`,
    `- ${first}\n- 甲`,
  ])('%j 不是，不动', (text) => expect(mended(body(text))).toBeUndefined());
});

test('代码块里的空格属于内容', () => {
  const text = sound.replace('现予通知。', '```\n表 \n```');
  expect(mended(text)).toBeUndefined();
});

test('正文里的全角标点是中文，不动', () => {
  expect(mended(sound.replace('现予通知。', '时间：２０２６年'))).toBeUndefined();
});

test('引号里的全角数字改了，引号还在', () => {
  const withCode = (code: string): string =>
    `---\n标题: 道路工程招标公告\n类别: 建设工程\n类型: 招标公告\n招标人统一社会信用代码: '${code}'\n---\n\n现公开招标。\n`;
  expect(mended(withCode('１2440608000000000N'))).toBe(withCode('12440608000000000N'));
});

test('标题里的全角字符可能是原文，不动', () => {
  expect(mended(sound.replace('放假通知', '放假通知（２０２６）'))).toBeUndefined();
});

test('设置文件里的全角冒号也能代劳', () => {
  expect(mended('名称：一楼大厅\n', 'displays/hall.yaml')).toBe('名称: 一楼大厅\n');
  expect(mended('提醒时长：20秒\n', 'kiosks/hall.yaml')).toBe('提醒时长: 20秒\n');
});

test('读不出文字的文件不动', () => {
  expect(mendFile(file, Buffer.from([0xff, 0xfe, 0x41]))).toBeUndefined();
});

test('检查给出的同义写法照着改，例子和要选的不改', () => {
  const land = `---
标题: 示例地块挂牌出让公告
类别: 土地
类型: 国有建设用地使用权出让公告
地块:
  - 编号: TD-1
    建筑密度: 30
    绿地率: 0.3
    面积: 100
---
`;
  expect(mendFile('announcements/land/2026/a.md', Buffer.from(land))?.changes).toEqual([
    { line: 7, before: '    建筑密度: 30', after: '    建筑密度: 30%' },
  ]);
});
