import type { Announcement } from '../announcement/schema.ts';
import { isCurrent } from '../announcement/withdrawal.ts';
import type { Finding } from '../diagnostic.ts';
import { specOf, type LinkedAnnouncements, type Linked } from './links.ts';

/** Where an announcement names a lot (标段, 包, 标的), as a path with the code named there. */
interface Use {
  at: string;
  lot: string;
}

/** Whether the lots that an announcement names were announced, and have not failed before it gives them a winner. */
export function checkLots(archive: LinkedAnnouncements): readonly Finding[] {
  const findings: Finding[] = [];
  const failed = new Map<Linked, Set<string>>();
  for (const entry of archive.entries) {
    const { id, announcement } = entry;
    const parent = archive.parentOf(entry);
    if (!parent || !isCurrent(entry)) continue;
    const known = knownLots(archive, parent);
    for (const { at, lot } of usesIn(announcement)) {
      if (known.length === 0 || known.includes(lot)) continue;
      const help = `有：${known.join('、')}`;
      findings.push({ code: 'L112', id, at, message: `没有编号为“${lot}”的标段（包）`, help });
    }
    const call = archive.matterOf(parent).at(-1)!;
    for (const { at, lot } of awardsIn(announcement)) {
      if (!failed.get(call)?.has(lot)) continue;
      const message = `标段（包）“${lot}”已经流标`;
      findings.push({ code: 'L113', id, at, message, help: '核对编号；这个标段（包）没有成交就写“流标”' });
    }
    const { stage } = specOf(announcement);
    if (stage !== 'failure' && stage !== 'termination') continue;
    failed.set(call, (failed.get(call) ?? new Set()).union(new Set(lotCodesOf(announcement))));
  }
  return findings;
}

/** The lots to which alone an announcement applies; none when it applies to all. */
export const lotCodesOf = (announcement: Announcement): readonly string[] =>
  'lotCodes' in announcement ? (announcement.lotCodes ?? []) : [];

/** The lots that an announcement speaks of, in any of its lists; none when it applies to all. */
export const lotsTouched = (announcement: Announcement): readonly string[] => [
  ...new Set(usesIn(announcement).map(({ lot }) => lot)),
];

/** The lots that were announced, by the nearest announcement above that lists any. */
export function knownLots(archive: LinkedAnnouncements, parent: Linked): readonly string[] {
  for (const { announcement } of archive.lineage(parent)) {
    const lots =
      ('lots' in announcement && announcement.lots) || ('assets' in announcement && announcement.assets);
    if (lots) return lots.map(({ code }) => code);
  }
  return [];
}

const usesIn = (announcement: Announcement): readonly Use[] => [
  ...lotCodesOf(announcement).map((lot, index) => ({ at: `lotCodes.${index}`, lot })),
  ...rowsOf(announcement).flatMap(({ at, row }) =>
    typeof row['lotCode'] === 'string' ? [{ at: `${at}.lotCode`, lot: row['lotCode'] }] : [],
  ),
];

/** The lots that a result gives a winner, or for which a contract is made. */
function awardsIn(announcement: Announcement): readonly Use[] {
  const { stage } = specOf(announcement);
  if (stage !== 'result' && stage !== 'contract') return [];
  const rows = rowsOf(announcement).flatMap(({ at, row: { outcome, lotCode } }) =>
    outcome === 'awarded' && typeof lotCode === 'string' ? [{ at: `${at}.outcome`, lot: lotCode }] : [],
  );
  const whole = 'lotResults' in announcement || 'assetResults' in announcement;
  return whole ? rows : lotCodesOf(announcement).map((lot, index) => ({ at: `lotCodes.${index}`, lot }));
}

/** The records in an announcement's lists, whatever their fields. */
const rowsOf = (
  announcement: Announcement,
): readonly { at: string; row: Readonly<Record<string, unknown>> }[] =>
  Object.entries(announcement).flatMap(([key, value]) =>
    Array.isArray(value) ? value.map((row, index) => ({ at: `${key}.${index}`, row: Object(row) })) : [],
  );
