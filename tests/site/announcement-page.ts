import { tenderAnd } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { announcementPage } from '../../src/site/announcement.ts';

const file = 'announcements/construction/2026/tender.md';

/** The tender with more fields before its last ones, or another body. */
export const tenderWith = (fields: string, body?: string): Tree => {
  const text = String(tenderAnd()[file]).replace('资格要求', `${fields}资格要求`);
  return { [file]: body === undefined ? text : text.replace(/(?<=\n---\n)[^]*$/u, `\n${body}`) };
};

/** The page of an announcement of these trees beside the tender, or of an earlier version of it. */
export const pageOf = (id: string, trees: readonly Tree[], version?: number) =>
  announcementPage(editionFrom(tenderAnd(...trees)), id, version === undefined ? undefined : { version });

/** A slip in the area that was put right the day after publication. */
export const erratum = `勘误:
  - 时间: 2026-03-03 10:00
    字段: 地区
    原: 杨和镇
    新: 荷城街道
    原因: 录入笔误
`;
