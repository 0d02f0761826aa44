import { instantAt } from '../../src/core/announcement/instant.ts';
import type { OpeningTable } from '../../src/core/live/browser/live.ts';
import type { HallServer } from './hall-server.ts';

/** In the sample bids are opened in 302 at ten. */
export const ROOM = 'kb302';
const ANNOUNCEMENT = 'gm-js-2026-033-tender';

/** A moment of that day. */
export const at = (time: string): number => Date.parse(`2026-11-24T${time}:00+08:00`);
const STARTS = instantAt(at('10:00'));

const BIDS = [
  ['示例甲建设有限公司', '1248.60', '180'],
  ['示例乙市政工程公司', '1251.08', '175'],
  ['示例丙建筑集团公司', '1239.97', '180'],
  ['示例丁路桥有限公司', '1260.33', '170'],
];

/** Writes what is read out in the room; with all prices, as a careless program would. */
export function write(server: HallServer, more: Partial<OpeningTable> = {}): void {
  const table: OpeningTable = {
    schema: 1,
    room: ROOM,
    kind: 'opening',
    announcement: ANNOUNCEMENT,
    starts: STARTS,
    seq: server.time,
    updatedAt: instantAt(server.time),
    source: '开标主持人录入',
    columns: [{ label: '投标人' }, { label: '报价', unit: '万元' }, { label: '工期', unit: '天' }],
    read: 2,
    rows: BIDS,
    ...more,
  };
  server.write(`live/${table.room}.json`, JSON.stringify(table));
}
