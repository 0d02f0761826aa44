import type { z } from 'zod';
import { CATEGORIES } from '../../announcement/category.ts';
import { choice, field, line, list, record, text, values, yesNo } from '../../announcement/field.ts';
import {
  atLeastOneKind,
  factorKind,
  inchesKind,
  metresKind,
  pitchKind,
  pixelsKind,
} from '../../screen/browser/kinds.ts';
import { ORIENTATIONS } from '../../screen/browser/orientation.ts';
import { PART_TERMS } from '../../screen/browser/parts.ts';
import { hoursKind } from '../../screen/browser/quiet.ts';
import { LAMPS } from '../../screen/browser/lamps.ts';

/** What a screen is: a board of rows, a strip of lamps that holds one line, or the sign beside the door of a room. */
const DISPLAY_USES = { board: '显示屏', strip: '条屏', sign: '门牌' } as const;

const parts = list(
  { label: '栏目', help: '屏幕轮流显示的内容，按这里的顺序，一项一栏。' },
  { kind: choice(PART_TERMS, { label: '内容', help: '这一栏显示什么。' }) },
  {
    categories: values(choice(CATEGORIES, { label: '类别', help: '显示哪几类公告。' }), {
      label: '类别',
      help: '不写就显示全部类别。',
    }),
    types: values(text({ label: '类型', help: '公告的类型。', example: '招标公告' }), {
      label: '类型',
      help: '只显示这几种类型的公告；不写就不限。',
    }),
    regions: values(text({ label: '地区', help: '镇街名称。', example: '荷城街道' }), {
      label: '地区',
      help: '只显示这几个地区的公告；不写就不限。',
    }),
    days: field(atLeastOneKind)({
      label: '天数',
      help: '开标和截止看今后多少天，不写是 14；其余看最近多少天发布的，不写是 30，可参与的不限。',
      example: '14',
    }),
    limit: field(atLeastOneKind)({
      label: '条数',
      help: '最多显示多少条；不写就由程序按三分钟一轮来分。',
      example: '10',
    }),
  },
);

/** `content/displays/<id>.yaml`: one screen of the lobby. */
export const screenSchema = record(
  {
    name: line({ label: '名称', help: '屏幕所在的位置。', example: '一楼大厅' }),
    pixels: field(pixelsKind)({ label: '像素', help: '横向×纵向像素。', example: '1920×1080' }),
    distanceM: field(
      metresKind,
      '米',
    )({ label: '观看距离', help: '观众离屏幕多远，以米计。', example: '3米' }),
  },
  {
    parts,
    use: choice(DISPLAY_USES, {
      label: '用途',
      help: '条屏是一行字的 LED 屏，门牌挂在开标室门口；不写就是显示屏。',
    }),
    room: line({
      label: '地点',
      help: '门牌是哪一间的：content/site.yaml“场所”里的标识或者名称。只有门牌写。',
      example: 'kb303',
    }),
    lamps: choice(LAMPS, {
      label: '灯色',
      help: '条屏的灯：全彩、双色（红、绿、黄）或者单色；不写就是全彩。',
    }),
    inches: field(
      inchesKind,
      '英寸',
    )({ label: '尺寸', help: '显示屏的对角线，以英寸计；条屏不写。', example: '55英寸' }),
    pitchMm: field(
      pitchKind,
      '毫米',
    )({
      label: '点距',
      help: '条屏相邻两个灯点的距离，以毫米计；显示屏不写。',
      example: '4.75毫米',
    }),
    orientation: choice(ORIENTATIONS, { label: '方向', help: '横屏或者竖屏。' }),
    dwellFactor: field(factorKind)({
      label: '停留系数',
      help: '每页停留时间的倍数，0.6 到 1.5。',
      example: '1',
    }),
    quiet: field(hoursKind)({
      label: '安静时段',
      help: '大厅不开门的时段，屏幕变暗，只显示时间和服务时间；不能与服务时间重叠。',
      example: '18:30–07:45',
    }),
    showsNotices: yesNo({
      label: '紧急提示',
      help: '是否显示公告里写的“大屏提示”；不写就是“是”。',
    }),
    showsQr: yesNo({
      label: '二维码',
      help: '是否显示网站的二维码，让人用手机扫码看全部公告；不写就是“否”。条屏不能显示。',
    }),
  },
);

export type ScreenSettings = z.output<typeof screenSchema>;
