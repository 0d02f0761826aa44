import type { Category } from '../core/announcement/category.ts';
import type { Edition } from '../core/edition.ts';
import type { Course } from '../core/project.ts';
import { stateOf, type CourseState, type LotCourse } from '../core/project/course.ts';
import { lotTermOf } from '../core/project/lots.ts';
import { CALLED_ANEW } from './lot-states.ts';

/**
 * Where the lots of some calls stand, in one sentence: `2 个标段已中标，1 个标段已流标`; of calls without lots `已中标`.
 * Nothing while all of them still wait for a result.
 */
export function verdictOf(edition: Edition, calls: readonly Course[]): string | undefined {
  const standings = calls.flatMap(({ root, lots }) =>
    lots.flatMap((lot) => {
      const words = standingOf(edition, lot);
      return words === undefined ? [] : [{ words, term: lotTermOf(edition.effective(root).announcement) }];
    }),
  );
  if (standings.every(({ words }) => words === WAITING)) return undefined;
  if (standings.length === 1) return standings[0]!.words;
  return [...Map.groupBy(standings, ({ words }) => words)]
    .map(([words, same]) => `${same.length} 个${same[0]!.term}${words}`)
    .join('，');
}

/** Where a lot stands, in the call that called it anew where there is one. */
function standingOf(edition: Edition, lot: LotCourse): string | undefined {
  const current = stateOf(lot);
  if (!current) return undefined;
  if (current.state === 'retendered') {
    const lots = edition.course(current.by)?.lots ?? [];
    const later = lots.find((one) => one.lot === lot.lot) ?? (lots.length === 1 ? lots[0] : undefined);
    const words = later && standingOf(edition, later);
    if (words !== undefined && words !== WAITING) return words;
  }
  return WORDS[current.state] ?? wordsIn(edition.row(current.by).category, current.state);
}

const WAITING = '还没有结果';

const WORDS: Readonly<Partial<Record<CourseState, string>>> = {
  planned: WAITING,
  called: WAITING,
  evaluated: WAITING,
  continued: WAITING,
  archived: WAITING,
  suspended: '已中止',
  overturned: '的结果已被改变',
  failed: '已流标',
  terminated: '已终止',
  'contract-ended': '的合同已终止',
};

const WON: Readonly<Record<Category, string>> = {
  construction: '已中标',
  procurement: '已中标（成交）',
  land: '已成交',
  property: '已成交',
  general: '已有结果',
};

/** What each category has a word of its own for. */
const wordsIn = (category: Category, state: CourseState): string =>
  state === 'retendered' ? `已${CALLED_ANEW[category]}` : WON[category];
