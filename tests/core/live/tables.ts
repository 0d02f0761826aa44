import type { LiveTable, OpeningTable } from '../../../src/core/live/browser/live.ts';
import type { Item } from '../../../src/core/screen/browser/feed.ts';

/** A moment of the morning on which bids are opened: `at('10:30')`. */
export const at = (time: string): string => `2026-11-23T${time}:00+08:00`;

/** The opening in room 303 at 10:30. */
export const item: Item = {
  id: 'sl-js-2026-021-tender',
  title: '示例路雨污分流改造工程施工招标公告',
  short: '示例路雨污分流改造',
  type: '招标公告',
  at: at('10:30'),
  room: '303',
  roomId: 'kb303',
};

const NAMES = '甲乙丙丁戊己庚辛壬癸';

/** Three of six bids have been read in room 303. */
export const opening = (more: Partial<OpeningTable> = {}): OpeningTable => ({
  schema: 1,
  room: 'kb303',
  kind: 'opening',
  announcement: item.id,
  starts: at('10:30'),
  seq: 20261123104100,
  updatedAt: at('10:41'),
  source: '开标主持人录入',
  columns: [{ label: '投标人' }, { label: '报价', unit: '万元' }, { label: '工期', unit: '天' }],
  read: 3,
  rows: bids(6, 3),
  ...more,
});

/** So many bids, of which the first were read. */
export const bids = (count: number, read: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => {
    const name = `示例${NAMES[index % 10]!}${index < 10 ? '' : String(index)}建设有限公司`;
    return index < read ? [name, (1248.6 + index * 3.17).toFixed(2), '180'] : [name];
  });

/** Numbers being called in room 303. */
export const calling: LiveTable = {
  schema: 1,
  room: 'kb303',
  kind: 'table',
  title: '叫号',
  starts: at('10:30'),
  seq: 4,
  updatedAt: at('10:41'),
  source: '谈判室录入',
  columns: [{ label: '号' }, { label: '请到' }],
  rows: [
    ['A001', '谈判室'],
    ['A002', '候场'],
  ],
  current: 1,
};
