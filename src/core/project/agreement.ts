import { printMoney } from '../announcement/money.ts';
import { isSameParty } from '../announcement/party.ts';
import { sumIn } from '../announcement/price.ts';
import type { Announcement } from '../announcement/schema.ts';
import type { Finding } from '../diagnostic.ts';
import type { Effective } from './corrections.ts';
import { specOf, type LinkedAnnouncements, type Linked } from './links.ts';
import { lotCodesOf } from './lots.ts';

/** One award: who won which lot for how much. */
interface Award {
  winner: string | undefined;
  fen: number | undefined;
  lot?: string | undefined;
}

/** Whether contracts are made with those who won, for what they won. */
export function checkAgreement(
  archive: LinkedAnnouncements,
  effective: ReadonlyMap<string, Effective>,
): readonly Finding[] {
  return archive.entries.flatMap((entry) => {
    if (entry.announcement.type !== 'contract-notice') return [];
    const parent = archive.parentOf(entry);
    const awards = parent
      ? awardsOf(effective.get(parent.id)!.announcement, lotCodesOf(entry.announcement))
      : [];
    return awards.length === 0 ? [] : checkContract(entry, awards);
  });
}

function checkContract({ id, announcement }: Linked, awards: readonly Award[]): readonly Finding[] {
  const [at, party] =
    'contractor' in announcement
      ? ['contractor', announcement.contractor]
      : 'supplier' in announcement
        ? ['supplier', announcement.supplier]
        : ['', undefined];
  const names = awards.flatMap(({ winner }) => winner ?? []);
  if (party !== undefined && names.length > 0 && !names.some((name) => isSameParty(name, party))) {
    const help = `核对名称；中标（成交）的是：${[...new Set(names)].join('、')}`;
    return [{ code: 'L120', id, at, message: `“${party}”不是中标（成交）的单位`, help }];
  }
  const own = awards.filter(({ winner }) => winner === undefined || isSameParty(winner, party ?? ''));
  const fen = 'contractFen' in announcement ? sumIn(announcement.contractFen) : undefined;
  const awarded = own.reduce<number | undefined>(
    (sum, award) => (sum === undefined || award.fen === undefined ? undefined : sum + award.fen),
    0,
  );
  if (fen === undefined || awarded === undefined || own.length === 0 || fen === awarded) return [];
  const message = `合同金额 ${printMoney(fen)}，中标（成交）金额 ${printMoney(awarded)}`;
  return [{ code: 'L121', id, at: 'contractFen', message, help: '核对两处金额；确有理由的用“例外”写明' }];
}

/** The awards that a contract can rest on; those of its own lots, where it names any. */
function awardsOf(announcement: Announcement, lots: readonly string[]): readonly Award[] {
  if (specOf(announcement).stage !== 'result') return [];
  if ('lotResults' in announcement && announcement.lotResults) {
    return announcement.lotResults
      .filter(
        ({ outcome, lotCode }) => outcome === 'awarded' && (lots.length === 0 || lots.includes(lotCode)),
      )
      .map(({ winner, awardFen, lotCode }) => ({ winner, fen: sumIn(awardFen), lot: lotCode }));
  }
  if ('winner' in announcement && 'awardFen' in announcement) {
    return [{ winner: announcement.winner, fen: sumIn(announcement.awardFen) }];
  }
  return [];
}
