import { lotCodesOf } from '../announcement/outcomes.ts';
import { isLegacy } from '../announcement/legacy.ts';
import { formOf, type Announcement } from '../announcement/schema.ts';
import { isCurrent } from '../announcement/withdrawal.ts';
import type { Finding } from '../diagnostic.ts';
import { specOf, type LinkedAnnouncements, type Linked } from './links.ts';

/** Where an announcement names a lot (标段, 包, 标的), as a path with the code named there. */
interface Use {
  at: string;
  lot: string;
}

/** Whether the lots that an announcement names were announced. */
export function checkLots(archive: LinkedAnnouncements): readonly Finding[] {
  const findings: Finding[] = [];
  for (const entry of archive.entries) {
    const { id, announcement } = entry;
    const parent = archive.parentOf(entry);
    if (!parent || !isCurrent(entry) || isLegacy(announcement) || isLegacy(parent.announcement)) continue;
    const known = lotsListed(archive, parent);
    for (const { at, lot } of usesIn(announcement)) {
      if (known.length === 0 || known.includes(lot)) continue;
      const help = `有：${known.join('、')}`;
      findings.push({ code: 'L112', id, at, message: `没有编号为“${lot}”的标段（包）`, help });
    }
  }
  return findings;
}

/** The lots that an announcement speaks of, in any of its lists; none when it applies to all. */
export const lotsTouched = (announcement: Announcement): readonly string[] => [
  ...new Set(usesIn(announcement).map(({ lot }) => lot)),
];

/** Lists of a call whose records are lots, parcels, mining rights or assets with codes of their own. */
const LISTS = ['lots', 'parcels', 'rights', 'assets'] as const;

/** What a form calls one of its lots: 标段, 采购包, 地块, 矿业权, 标的. */
export function lotTermOf(announcement: Announcement): string {
  const form = formOf(specOf(announcement));
  const list =
    LISTS.find((key) => key in announcement) ?? LISTS.find((key) => form.some((one) => one.key === key));
  return form.find(({ key }) => key === list)?.label.replace(/清单$/u, '') ?? '标段（包）';
}

/** The codes of the lots that were announced, by the nearest announcement from `entry` up that lists any. */
export function lotsListed(archive: LinkedAnnouncements, entry: Linked): readonly string[] {
  for (const { announcement } of archive.lineage(entry)) {
    const values = announcement as unknown as Readonly<
      Record<string, readonly { code?: string }[] | undefined>
    >;
    const codes = LISTS.flatMap((list) => values[list] ?? []).flatMap(({ code }) => code ?? []);
    if (codes.length > 0) return codes;
  }
  return [];
}

const usesIn = (announcement: Announcement): readonly Use[] => [
  ...lotCodesOf(announcement).map((lot, index) => ({ at: `lotCodes.${index}`, lot })),
  ...rowsOf(announcement).flatMap(({ at, row }) =>
    typeof row['lotCode'] === 'string' ? [{ at: `${at}.lotCode`, lot: row['lotCode'] }] : [],
  ),
];

/** Where a result gives a lot a winner, or a contract is made for it. */
export function awardsIn(announcement: Announcement): readonly Use[] {
  const { stage } = specOf(announcement);
  if (stage !== 'result' && stage !== 'contract') return [];
  const rows = rowsOf(announcement).flatMap(({ at, row: { outcome, lotCode } }) =>
    outcome === 'awarded' && typeof lotCode === 'string' ? [{ at: `${at}.outcome`, lot: lotCode }] : [],
  );
  const isListed = 'lotResults' in announcement || 'assetResults' in announcement;
  return isListed ? rows : lotCodesOf(announcement).map((lot, index) => ({ at: `lotCodes.${index}`, lot }));
}

/** The records in an announcement's lists, whatever their fields. */
const rowsOf = (
  announcement: Announcement,
): readonly { at: string; row: Readonly<Record<string, unknown>> }[] =>
  Object.entries(announcement).flatMap(([key, value]) =>
    Array.isArray(value) ? value.map((row, index) => ({ at: `${key}.${index}`, row: Object(row) })) : [],
  );
