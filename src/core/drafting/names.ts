import { addressOfCode } from '../announcement/code-address.ts';
import { formOf } from '../announcement/schema.ts';
import type { Category } from '../announcement/category.ts';
import type { TypeSpec } from '../announcement/type.ts';

/**
 * An id for a new announcement: the project's code, or without one the id of the earlier announcement, and the type's
 * English name, with a number where it is taken. What stands alone takes the next number of its series.
 */
export function proposeId(
  facts: { spec: TypeSpec; projectCode: string | undefined; related: string | undefined; year: string },
  ids: ReadonlySet<string>,
): string | undefined {
  const { spec, projectCode, related, year } = facts;
  const base = projectCode === undefined ? related : addressOfCode(projectCode);
  if (base === undefined) return nextInSeries([...ids], SERIES[spec.category], year);
  const name = `${base}-${wordOf(spec)}`;
  if (spec.stage !== 'correction' && !ids.has(name)) return name;
  for (let number = spec.stage === 'correction' ? 1 : 2; ; number += 1) {
    if (!ids.has(`${name}-${number}`)) return `${name}-${number}`;
  }
}

/** `tender-notice` is `tender` in a name. */
const wordOf = ({ id }: TypeSpec): string => id.replace(/-notice$/u, '');

/** How the ids of one category without project codes begin; the letters are those the centre has always used. */
const SERIES: Readonly<Record<Category, RegExp>> = {
  construction: /^([a-z]+-js)-(\d{4})-(\d+)/u,
  procurement: /^([a-z]+-cg)-(\d{4})-(\d+)/u,
  land: /^([a-z]+-(?:td|kc))-(\d{4})-(\d+)/u,
  property: /^([a-z]+-cq)-(\d{4})-(\d+)/u,
  general: /^([a-z]+-tz)-(\d{4})-(\d+)/u,
};

/** The number after the highest of a year's series, written as long as the others. */
function nextInSeries(names: readonly string[], series: RegExp, year: string): string | undefined {
  const all = names.flatMap((name) => {
    const match = series.exec(name);
    return match ? [{ letters: match[1]!, year: match[2]!, number: match[3]! }] : [];
  });
  const newest = all.toSorted((a, b) => (a.year < b.year ? 1 : -1))[0];
  if (!newest) return undefined;
  const taken = all.filter((one) => one.year === year && one.letters === newest.letters);
  const highest = Math.max(0, ...taken.map(({ number }) => Number(number)));
  return `${newest.letters}-${year}-${String(highest + 1).padStart(newest.number.length, '0')}`;
}

/** The project code after the highest of its category and year. */
export const proposeProjectCode = (
  category: Category,
  codes: Iterable<string>,
  year: string,
): string | undefined =>
  nextInSeries(
    [...codes].map((code) => code.toLowerCase()),
    SERIES[category],
    year,
  )?.toUpperCase();

/** A title for a follow-up: that of the earlier announcement with the term of the new one. */
export function proposeTitle(spec: TypeSpec, parentTitle: string, number: number): string {
  const subject = parentTitle
    .replace(/（第.次）$/u, '')
    .replace(
      /(?:资格预审|招标|采购|更正|澄清|中标候选人|中标结果|成交结果|出让|转让|披露|挂牌|拍卖)*(?:公告|公示|通知)$/u,
      '',
    );
  const term = /(?:公告|公示|通知|决定|结果|记录|计划|意向)$/u.test(spec.term)
    ? spec.term
    : `${spec.term}公告`;
  const kind =
    spec.stage === 'correction' && number > 1 ? `（第${'零一二三四五六七八九'[number] ?? number}次）` : '';
  return `${subject}${term}${kind}`;
}

/** Fields of a follow-up that state the matter and not the step: what the earlier announcement said is proposed. */
export function carriedKeys(spec: TypeSpec): ReadonlySet<string> {
  const lasting = new Set(['text', 'code', 'uscc', 'phone', 'choice', 'yes-no']);
  const own = new Set(['title', 'reason', 'source', 'affectsBids', 'scope']);
  return new Set(
    formOf(spec)
      .filter(
        ({ key, kind }) =>
          kind && lasting.has(kind.name) && !own.has(key) && !/^external|^unified/u.test(key),
      )
      .map(({ key }) => key),
  );
}
