import { printMoney } from '../announcement/money.ts';
import { isSameParty } from '../announcement/party.ts';
import { sumIn } from '../announcement/price.ts';
import { lotCodesOf, statedOutcomes, type LotOutcome } from '../announcement/outcomes.ts';
import type { Finding } from '../diagnostic.ts';
import type { Effective } from './corrections.ts';
import type { LinkedAnnouncements, Linked } from './links.ts';

/** Whether contracts are made with those who won, for what they won. */
export function checkAgreement(
  archive: LinkedAnnouncements,
  effective: ReadonlyMap<string, Effective>,
): readonly Finding[] {
  return archive.entries.flatMap((entry) => {
    if (entry.announcement.type !== 'contract-notice') return [];
    const parent = archive.parentOf(entry);
    const lots = lotCodesOf(entry.announcement);
    const awards = (parent ? statedOutcomes(effective.get(parent.id)!.announcement) : []).filter(
      (one) => one.state === 'won' && isOfSome(one, lots),
    );
    return awards.length === 0 ? [] : checkContract(entry, awards);
  });
}

function checkContract({ id, announcement }: Linked, awards: readonly LotOutcome[]): readonly Finding[] {
  const [at, party] =
    'contractor' in announcement
      ? ['contractor', announcement.contractor]
      : 'supplier' in announcement
        ? ['supplier', announcement.supplier]
        : ['', undefined];
  const names = awards.flatMap(({ winner }) => winner?.text ?? []);
  if (party !== undefined && names.length > 0 && !names.some((name) => isSameParty(name, party))) {
    const help = `核对名称；中标（成交）的是：${[...new Set(names)].join('、')}`;
    return [{ code: 'L120', id, at, message: `“${party}”不是中标（成交）的单位`, help }];
  }
  const own = awards.filter(({ winner }) => winner === undefined || isSameParty(winner.text, party ?? ''));
  const fen = 'contractFen' in announcement ? sumIn(announcement.contractFen) : undefined;
  const awarded = own.reduce<number | undefined>(
    (sum, { price }) =>
      sum === undefined || typeof price?.value !== 'number' ? undefined : sum + price.value,
    0,
  );
  if (fen === undefined || awarded === undefined || own.length === 0 || fen === awarded) return [];
  const message = `合同金额 ${printMoney(fen)}，中标（成交）金额 ${printMoney(awarded)}`;
  return [{ code: 'L121', id, at: 'contractFen', message, help: '核对两处金额；确有理由的用“例外”写明' }];
}

/** Whether an award is of some of the lots that a contract names, or either is of all. */
const isOfSome = (award: LotOutcome, lots: readonly string[]): boolean =>
  lots.length === 0 || award.lots.length === 0 || award.lots.some((lot) => lots.includes(lot));
