import { isLegacy } from './announcement/legacy.ts';
import { withdrawalOf } from './announcement/withdrawal.ts';
import type { Finding } from './diagnostic.ts';
import { checkDealCode } from './plausible/deal-code.ts';
import { checkLabelled } from './plausible/labelled.ts';
import { checkPrices } from './plausible/prices.ts';
import { checkRent } from './plausible/rent.ts';
import { checkTelephones } from './plausible/telephones.ts';
import { checkText } from './plausible/words.ts';
import type { AttachedText } from './rules/attached-text.ts';
import type { Matter } from './rules/matter.ts';

/**
 * What announcements say that is possible and hardly meant: a warning that an 例外 can answer. What a price is for must
 * be said.
 */
export const checkMatters = (matters: readonly Matter[]): readonly Finding[] =>
  matters.flatMap((matter) =>
    withdrawalOf(matter.facts)
      ? []
      : isLegacy(matter)
        ? // Its fields were read from its words: there alone may be a slip of the importer.
          checkLabelled(matter, matter.body, '正文')
        : [
            ...checkRent(matter),
            ...checkPrices(matter),
            ...checkText(matter),
            ...checkLabelled(matter, matter.body, '正文'),
            ...checkTelephones(matter),
            ...checkDealCode(matter),
          ],
  );

/** What the words of attachments say against the fields; asked of PDFs alone, whose words are in their order. */
export const checkAttachedText = (
  matter: Matter | undefined,
  read: readonly AttachedText[],
): readonly Finding[] =>
  matter === undefined || withdrawalOf(matter.facts) || isLegacy(matter)
    ? []
    : read
        .filter(({ file }) => /\.pdf$/iu.test(file))
        .flatMap(({ file, texts }) => checkLabelled(matter, texts.join('\n'), `附件“${file}”`));

/** Codes that speak of one sum, the one that says most first. */
const OF_ONE_SUM = ['D134', 'D327', 'L121', 'C210', 'C209', 'C216', 'C206'];

/** A sum that is wrong in several ways is told of once. */
export function onceOfASum(findings: readonly Finding[]): readonly Finding[] {
  const rankOf = ({ code }: Finding): number => OF_ONE_SUM.indexOf(code);
  const sums = findings.filter((finding) => rankOf(finding) >= 0);
  if (sums.length < 2) return findings;
  const best = new Map<string, Finding>();
  for (const finding of sums) {
    const place = `${finding.id} ${finding.at}`;
    const known = best.get(place);
    if (!known || rankOf(finding) < rankOf(known)) best.set(place, finding);
  }
  return findings.filter(
    (finding) => rankOf(finding) < 0 || best.get(`${finding.id} ${finding.at}`) === finding,
  );
}
