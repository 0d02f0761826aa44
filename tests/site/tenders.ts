import { tenderAnd, tenderFile } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';

/** A tender beside that of the base: its title, when it was published, when it closes; documents are free until then. */
export const tender = (id: string, publishedAt: string, closes: string, region = '荷城街道'): Tree => ({
  [`announcements/construction/${publishedAt.slice(0, 4)}/${id}.md`]: String(Object.values(tenderFile())[0])
    .replace('沿江路市政道路改造工程施工', id)
    .replace('GM-JS-2026-001', `GM-JS-${id}`)
    .replace('荷城街道', region)
    .replace('发布时间: 2026-03-02 09:00', `发布时间: ${publishedAt} 09:00`)
    .replace('文件获取结束: 2026-03-09', `文件获取结束: ${closes}`)
    .replaceAll('2026-03-25 09:30', `${closes} 09:30`),
});

export const NOW = '2026-03-13T09:00+08:00';
export const others = [
  tender('t1', '2026-03-05', '2026-03-27', '杨和镇'),
  tender('t2', '2026-03-06', '2026-03-25'),
  tender('t3', '2026-02-01', '2026-03-13'),
  tender('t4', '2025-06-01', '2025-06-30'),
];
export const editionWith = (...trees: readonly Tree[]) => editionFrom(tenderAnd(...others, ...trees), NOW);
export const idsOf = (rows: readonly { id: string }[]): readonly string[] => rows.map(({ id }) => id);
