import { statedOutcomes, type LotOutcome } from '../core/announcement/outcomes.ts';
import type { Category } from '../core/announcement/category.ts';
import type { Announcement } from '../core/announcement/schema.ts';
import type { Edition } from '../core/edition.ts';
import type { Course } from '../core/project.ts';
import { isLost, stateOf, type CourseStep, type LotCourse } from '../core/project/course.ts';
import { announcementPath } from './address.ts';
import { factTables } from './facts.ts';
import { linkNames } from './parties/known.ts';
import { setTable, type Cell, type SetTable } from './set-table.ts';

/** What became of a lot, and the announcement that says so. */
export interface LotWord {
  text: string;
  href: string;
}

/**
 * The tables of an announcement; the one of a call's lots says of each where it stands, once any has moved. Without an id
 * it is one as it once was, of which nothing is said.
 */
export function tablesOf(
  edition: Edition,
  id: string | undefined,
  announcement: Announcement,
): readonly SetTable[] {
  const states = id === undefined ? new Map<string, readonly LotWord[]>() : statesOf(edition, id);
  return factTables(announcement).map((table) => {
    const codes = table.codes?.map((code) => (code === undefined ? undefined : states.get(code)));
    const set = setTable(table, (text) => linkNames(edition, text));
    if (!codes?.some((words) => words !== undefined && words.length > 0)) return set;
    const cells = codes.map((words = []): Cell => ({ text: '', links: words }));
    // After the code and the name, before what is long.
    const at = set.head.findIndex((label) => label !== '编号' && label !== '名称');
    const place = at < 0 ? set.head.length : at;
    return {
      ...set,
      later: place,
      head: set.head.toSpliced(place, 0, '现在'),
      rows: set.rows.map((row, index) => row.toSpliced(place, 0, cells[index]!)),
    };
  });
}

/** Where each lot of a call stands; of one that has not moved since, nothing. */
function statesOf(edition: Edition, id: string): ReadonlyMap<string, readonly LotWord[]> {
  const course = edition.course(id);
  const lots = course?.root === id ? course.lots : [];
  return new Map(lots.flatMap((lot) => (lot.lot === undefined ? [] : [[lot.lot, wordsOf(edition, lot)]])));
}

/** What became of a lot, the weightiest first: who won, or how it ended, and what has come of that. */
export function wordsOf(edition: Edition, lot: LotCourse): readonly LotWord[] {
  const current = stateOf(lot);
  if (!current) return [];
  const word = (text: string, { by }: CourseStep): LotWord => ({
    text,
    href: edition.address(announcementPath(by)),
  });
  const last = (...states: readonly CourseStep['state'][]): CourseStep | undefined =>
    lot.steps.findLast(({ state }) => states.includes(state));
  const term = (step: CourseStep): string => edition.row(step.by).typeTerm;
  switch (current.state) {
    case 'planned':
    case 'called':
    case 'archived':
      return [];
    case 'suspended':
      return [word('已中止', current)];
    case 'evaluated':
      return [word(`已发布${term(current)}`, current)];
    case 'continued':
      return [word(`已发布${term(current)}`, current)];
    case 'overturned':
      return [word(`结果已被${term(current)}改变`, current)];
    case 'retendered':
      return [
        ...[last('failed', 'terminated') ?? []]
          .flat()
          .map((end) => word(outcomeWords(edition, lot, end), end)),
        word(`已${CALLED_ANEW[edition.row(current.by).category]}`, current),
        ...laterWords(edition, lot, current),
      ];
    case 'failed':
    case 'terminated':
    case 'won':
      return [word(outcomeWords(edition, lot, current), current)];
    case 'contracted':
    case 'contract-ended':
    case 'performed':
      return [
        ...[last('won') ?? []].flat().map((won) => word(outcomeWords(edition, lot, won), won)),
        word(term(current), current),
      ];
  }
}

/** What the forms of each category call a call after one that failed. */
export const CALLED_ANEW: Readonly<Record<Category, string>> = {
  construction: '重新招标',
  procurement: '重新采购',
  land: '重新公告出让',
  property: '重新公告',
  general: '重新公告',
};

/** What became of a lot after it was called anew, under its own code or as all that was called. */
function laterWords(edition: Edition, { lot }: LotCourse, { by }: CourseStep): readonly LotWord[] {
  const lots = edition.course(by)?.lots ?? [];
  const later = lots.find((one) => one.lot === lot) ?? (lots.length === 1 ? lots[0] : undefined);
  return later ? wordsOf(edition, later) : [];
}

/** `中标人 某某公司，中标价 118万元`, `流标`. */
function outcomeWords(edition: Edition, lot: LotCourse, { by }: CourseStep): string {
  const outcome = outcomeOf(edition, lot, by);
  if (!outcome) return edition.row(by).typeTerm;
  const { winner, price, words } = outcome;
  const facts = [winner, price].flatMap((fact) => (fact ? `${fact.label} ${fact.text}` : []));
  return facts.length > 0 ? facts.join('，') : words;
}

/** What an announcement says of a lot, or of all. */
function outcomeOf(edition: Edition, { lot }: LotCourse, by: string): LotOutcome | undefined {
  const outcomes = statedOutcomes(edition.effective(by).announcement);
  return outcomes.find(({ lots }) => lot !== undefined && lots.includes(lot)) ?? outcomes[0];
}

/** Lots of a call that ended without a winner, by one announcement. */
interface LostLots {
  lots: readonly string[];
  end: CourseStep;
  /** The announcement's own word, `流标`, and its reason where it gives one. */
  words: string;
  reason: string | undefined;
  /** Where they are called anew. */
  anew: CourseStep | undefined;
}

/** The lots of a course that ended without a winner, together where one announcement said so and one calls them anew. */
export function lostLots(edition: Edition, { lots }: Course): readonly LostLots[] {
  const lost = lots.flatMap((lot) => {
    const current = stateOf(lot);
    const end = lot.steps.findLast(({ state }) => state === 'failed' || state === 'terminated');
    if (lot.lot === undefined || !isLost(current) || !end) return [];
    const { words = '', reason } = outcomeOf(edition, lot, end.by) ?? {};
    return [{ lot: lot.lot, end, words, reason, anew: current === end ? undefined : current }];
  });
  const together = Map.groupBy(lost, ({ end, anew, words, reason }) =>
    [end.by, anew?.by, words, reason].join(' '),
  );
  return [...together.values()].map((same) => ({ ...same[0]!, lots: same.map(({ lot }) => lot) }));
}
