import { expect, test } from 'vitest';
import { base, checkTree } from '../fixtures.ts';

const board = '名称: 大厅\n尺寸: 55英寸\n像素: 1920×1080\n观看距离: 3米\n';
const strip = '名称: 条屏\n用途: 条屏\n点距: 10毫米\n像素: 1024×32\n观看距离: 6米\n';
const open = '栏目:\n  - 内容: 可参与\n';

const said = (file: string, text: string) =>
  checkTree({ ...base, [file]: text }).findings.map(
    ({ field, message, help }) => `${field}: ${message}｜${help}`,
  );
const saidOf = (text: string) => said('displays/hall.yaml', text);

test('what is sound has no findings', () => {
  expect(saidOf(board + open)).toEqual([]);
  expect(saidOf(strip + open)).toEqual([]);
});

test.each(['条数', '天数'])('%s 0 would show nothing and is refused', (label) => {
  expect(saidOf(`${board}${open}    ${label}: 0\n`)).toEqual([
    '栏目: 写“0”就什么也不显示｜写 1 以上的整数；不写就用平常的数',
  ]);
});

test('a strip has neither a size nor a QR code', () => {
  expect(saidOf(`${strip}尺寸: 55英寸\n二维码: 是\n${open}`)).toEqual([
    '尺寸: 条屏不写尺寸，按点距和像素算｜删掉尺寸这一行',
    '二维码: 条屏只有一行字，不能显示二维码｜删掉二维码这一行',
  ]);
  expect(saidOf(`${strip}二维码: 否\n${open}`)).toEqual([]);
});

test('a part that is there twice is refused where it comes again, one for other areas is not', () => {
  expect(saidOf(`${board}${open}  - 内容: 最新公告\n  - 内容: 可参与\n    条数: 5\n`)).toEqual([
    '内容: 第 3 栏“可参与”与第 1 栏一样，同样的公告会显示两遍｜删掉其中一栏；或者用类别、类型、地区把两栏分开',
  ]);
  expect(saidOf(`${board}${open}  - 内容: 可参与\n    地区:\n      - 杨和镇\n`)).toEqual([]);
});

test.each(['今日开标', '结果'])('%s of 通知公告 could never hold anything', (kind) => {
  const [fault, ...more] = saidOf(`${board}栏目:\n  - 内容: ${kind}\n    类别:\n      - 通知公告\n`);
  expect(fault).toContain(`类别: 通知公告不会出现在“${kind}”里，这一栏永远是空的`);
  expect(fault).toContain('会出现的类别有：建设工程、政府采购');
  expect(more).toEqual([]);
});

test('中标公告 is told what it is called here', () => {
  expect(saidOf(`${board}栏目:\n  - 内容: 最新公告\n    类型:\n      - 中标公告\n`)).toEqual([
    '类型: 各类里没有“中标公告”这种类型｜改为 中标结果公告',
  ]);
});

test('a strip that does not say so is told to, where it says its pitch', () => {
  expect(saidOf(`名称: 条屏\n点距: 10毫米\n像素: 1024×32\n观看距离: 6米\n${open}`)).toEqual([
    '点距: 写了点距，没有写“用途: 条屏”；显示屏不写点距｜是条屏的，写 用途: 条屏；是显示屏的，改写 尺寸: 55英寸（屏幕对角线）',
  ]);
});

test('pixels with a digit too few or too many are told as such, on a screen and on a kiosk', () => {
  expect(saidOf(board.replace('1920×1080', '192×108') + open)).toEqual([
    '像素: 没有 192×108 像素的屏幕，短的一边至少 480｜核对像素（横向×纵向），是不是 1920×1080；一行字的 LED 屏写 用途: 条屏',
  ]);
  expect(said('kiosks/hall.yaml', '名称: 查询机\n尺寸: 21.5英寸\n像素: 19200×10800\n')).toEqual([
    '像素: 没有 19200×10800 像素的屏幕，太多了｜核对像素（横向×纵向），是不是 1920×1080',
  ]);
});
