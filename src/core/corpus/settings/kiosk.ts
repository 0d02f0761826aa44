import type { z } from 'zod';
import { CATEGORIES } from '../../announcement/category.ts';
import { choice, field, line, record, values } from '../../announcement/field.ts';
import { inchesKind, pixelsKind } from '../../screen/browser/kinds.ts';
import { ORIENTATIONS } from '../../screen/browser/orientation.ts';
import { idleKind, reachKind, warningKind } from '../../kiosk/kinds.ts';

/** `content/kiosks/<id>.yaml`: one touch kiosk 触摸屏查询机. It shares no content with a lobby screen. */
export const kioskSchema = record(
  {
    name: line({ label: '名称', help: '查询机的名称，写明放在哪里。', example: '一楼大厅查询机' }),
    inches: field(inchesKind, '英寸')({ label: '尺寸', help: '屏幕对角线，以英寸计。', example: '21.5英寸' }),
    pixels: field(pixelsKind)({ label: '像素', help: '横向×纵向像素。', example: '1920×1080' }),
  },
  {
    orientation: choice(ORIENTATIONS, { label: '方向', help: '横屏或者竖屏。' }),
    distanceM: field(
      reachKind,
      '米',
    )({
      label: '观看距离',
      help: '站着按屏幕的人眼睛离屏幕多远，以米计；不写就是 0.6米。',
      example: '0.6米',
    }),
    categories: values(choice(CATEGORIES, { label: '类别', help: '能查哪几类公告。' }), {
      label: '类别',
      help: '不写就能查全部类别。',
    }),
    idleSeconds: field(
      idleKind,
      '秒',
    )({ label: '无操作提醒', help: '没有人按多久以后提醒，30秒到600秒；不写就是 60秒。', example: '60秒' }),
    warnSeconds: field(
      warningKind,
      '秒',
    )({
      label: '提醒时长',
      help: '提醒以后再过多久清空、回到首页，20秒到120秒；不写就是 20秒。',
      example: '20秒',
    }),
  },
);

export type KioskSettings = z.output<typeof kioskSchema>;
