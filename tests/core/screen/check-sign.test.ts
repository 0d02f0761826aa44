import { expect, test } from 'vitest';
import { base, checkTree } from '../fixtures.ts';

const FILE = 'announcements/construction/2026/tender.md';
const ROOMS = `场所:
  - 标识: kb303
    名称: 303 开标室
  - 标识: hall2
    名称: 二楼多功能开标厅
`;
const SIGN = '名称: 303 门口\n用途: 门牌\n尺寸: 21.5英寸\n像素: 1080×1920\n观看距离: 2米\n';

/** A tender that is opened in room 303. */
const opened = (more = ''): string =>
  String(base[FILE]).replace(
    /^投标截止: (.*)$/mu,
    (line, at: string) => `${line}\n开标时间: ${at}\n开标地点: 示例交易中心 303 开标室${more}`,
  );

const said = (sign: string, { rooms = ROOMS, tender = opened() } = {}) =>
  checkTree({
    ...base,
    'site.yaml': String(base['site.yaml']) + rooms,
    [FILE]: tender,
    'displays/door.yaml': sign,
  }).findings.map(
    ({ code, file, line, field, message, help }) =>
      `${code} ${file.split('/').at(-1)!}:${line} ${field}: ${message}｜${help}`,
  );

test.each(['kb303', '303 开标室', '303开标室'])('a sign names its room by id or by name: %s', (room) => {
  expect(said(`${SIGN}地点: ${room}\n`)).toEqual([]);
});

test('a room that is not known is told where it is written, with those that are', () => {
  expect(said(`${SIGN}地点: 304\n`)).toEqual([
    'S103 door.yaml:6 地点: 没有“304”这个场所｜场所有：kb303（303 开标室）、hall2（二楼多功能开标厅）；新的写在 content/site.yaml 里',
  ]);
});

test('a sign without a room is asked for one', () => {
  expect(said(SIGN)).toEqual([
    'S103 door.yaml:2 用途: 门牌要写地点，不知道是哪一间的｜地点: kb303；场所有：kb303（303 开标室）、hall2（二楼多功能开标厅）',
  ]);
});

test('where the settings of the site name no rooms, it is told to name them there', () => {
  const [fault, ...more] = said(`${SIGN}地点: kb303\n`, { rooms: '' });
  expect(fault).toContain('S103 door.yaml:6 地点: content/site.yaml 里没有写场所');
  expect(fault).toContain('在 content/site.yaml 里写 场所');
  expect(more.filter((said) => !said.startsWith('F328'))).toEqual([]);
});

test('another screen has no room', () => {
  const board = SIGN.replace('用途: 门牌\n', '') + '栏目:\n  - 内容: 今日开标\n地点: kb303\n';
  expect(said(board)).toEqual([
    'S103 door.yaml:7 地点: 只有门牌写地点｜是门牌的，写 用途: 门牌；不是的，删掉地点这一行',
  ]);
});

test.each([
  ['点距: 4.75毫米', '点距: 门牌不写点距'],
  ['灯色: 双色', '灯色: 门牌不是条屏，不写灯色'],
  ['二维码: 是', '二维码: 门牌不显示二维码'],
  ['栏目:\n  - 内容: 最新公告', '内容: 门牌只显示这一间的开标，不用写栏目'],
])('a sign has no use for %s', (line, words) => {
  expect(said(`${SIGN}地点: kb303\n${line}\n`)).toEqual([expect.stringContaining(words)]);
});

test('a sign whose part is the openings may say so', () => {
  expect(said(`${SIGN}地点: kb303\n二维码: 否\n栏目:\n  - 内容: 今日开标\n    天数: 7\n`)).toEqual([]);
});

test('a sign without a size is asked for one', () => {
  expect(said(`${SIGN.replace('尺寸: 21.5英寸\n', '')}地点: kb303\n`)).toEqual([
    'S103 door.yaml:2 用途: 门牌要写尺寸｜尺寸: 21.5英寸（屏幕对角线）',
  ]);
});

test('a room in which no announcement was ever opened is told, and is no error', () => {
  const [warning, ...more] = said(`${SIGN}地点: hall2\n`);
  expect(warning).toContain(
    'S117 door.yaml:6 地点: 还没有公告在“二楼多功能开标厅”开标，门牌只会显示“今天没有安排”',
  );
  expect(more.filter((said) => !said.startsWith('F328'))).toEqual([]);
});

test('a sign that cannot be read from its distance is told from where it can', () => {
  const [fault, ...more] = said(`${SIGN.replace('2米', '6米')}地点: kb303\n`);
  expect(fault).toMatch(/^S103 door\.yaml:5 观看距离: 6 米外要看得清，21\.5 英寸门牌上的字要有 \d+ 像素高/u);
  expect(fault).toMatch(/｜把观看距离改为 [\d.]+米，或者换 \d+ 英寸以上的屏幕$/u);
  expect(more.filter((said) => !said.startsWith('F328'))).toEqual([]);
});

test('a name that has no room on the sign asks for a shorter one, where it is written', () => {
  const tender = opened().replace(/^标题: .*$/mu, `标题: ${'示例路'.repeat(24)}招标公告`);
  const [fault, ...more] = said(`${SIGN}地点: kb303\n`, { tender });
  expect(fault).toMatch(
    /^F319 tender\.md:2 标题: 标题里的项目名称有 72 字，门牌“303 门口”（door）最多放得下 \d+ 字｜写 简称，\d+ 字以内$/u,
  );
  expect(more.filter((said) => !said.startsWith('F328'))).toEqual([]);
  expect(
    said(`${SIGN}地点: kb303\n`, { tender: tender.replace(/^项目编号/mu, '简称: 示例路改造\n项目编号') }),
  ).toEqual([]);
});
