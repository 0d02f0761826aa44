import { lengthOf, LONGEST_NOTICE } from '../announcement/line.ts';
import type { LobbyScreen } from '../corpus/corpus.ts';
import { withBand } from './browser/band.ts';
import type { Item, PartKind } from './browser/feed.ts';
import { headerFits, linesIn, type Layout } from './browser/layout.ts';
import { mostLines } from './browser/row-lines.ts';
import type { Collection } from '../edition.ts';
import type { ScreenFault } from './fault.ts';
import { generatedOf, type FullPart } from './cycle.ts';
import type { Centre } from './centre.ts';
import { isOfProject, withinTwoLines } from './check-names.ts';
import { layoutIn } from './set.ts';
import { sourceOf } from './source.ts';

/** What is of this length a screen must hold, in characters; what is longer can be asked to be shorter. */
const ORDINARY = { title: 40, detail: 30 } as const;
type Words = keyof typeof ORDINARY;

/** A band and a line, each with as much to say as a notice may have. */
const LONGEST_NOTICES = (['change', 'inform'] as const).map((level) => ({
  level,
  text: '提'.repeat(LONGEST_NOTICE),
}));

/** A row that takes more lines than the list has, a notice above the list counted in. */
interface Tall {
  kind: PartKind;
  item: Item;
  /** Whether it has room while there is no notice. */
  fitsAlone: boolean;
}

/** What must be shorter, and by so many characters it could be. */
interface TooLong {
  words: Words;
  present: number;
  fitting: number;
}

/**
 * Whether every row has room in letters that can be read from where people stand. Where shorter words would do, the
 * fault is the announcement's; where even ordinary ones have no room, the screen's.
 */
export function checkLegibility(
  screen: LobbyScreen,
  centre: Centre,
  fulls: readonly FullPart[],
  collection: Collection,
): readonly ScreenFault[] {
  const { layout, words } = layoutIn(screen, centre);
  if (!headerFits(layout, words)) return [tooFar(screen, centre, fulls, `屏幕标题“${words.heading}”和时钟`)];
  const tall = tallOn(screen, layout, fulls);
  const faults = tall.map((one) => {
    const long = tooLongIn(one, fulls, layout, roomOn(screen, layout));
    return long.map((words) => shorten(screen, one, words, collection, fitter(screen, centre, fulls)));
  });
  const ordinary = tall.find((_, index) => faults[index]!.length === 0);
  if (!ordinary) return faults.flat();
  const { item, fitsAlone } = ordinary;
  return [tooFar(screen, centre, fulls, `${fitsAlone ? '有大屏提示时，' : ''}标题“${item.title}”`)];
}

/** Lines of the grid that a row has. */
export const roomOn = ({ showsNotices = true }: LobbyScreen, layout: Layout): number =>
  linesIn(withBand(layout, showsNotices ? LONGEST_NOTICES : []));

/** Each of an announcement once in a part, however often it fills it. Names of projects are judged apart (check-names.ts). */
function tallOn(screen: LobbyScreen, layout: Layout, fulls: readonly FullPart[]): readonly Tall[] {
  const room = roomOn(screen, layout);
  return fulls.flatMap(({ part: { kind }, items }) =>
    [...new Set(items)]
      .map((item) => withinTwoLines(kind, item, layout))
      .map((item) => ({ kind, item, lines: mostLines(kind, item, generatedOf(fulls), layout) }))
      .filter(({ lines }) => lines > room)
      .map(({ item, lines }) => ({ kind, item, fitsAlone: lines <= linesIn(layout) })),
  );
}

/** Which words of a row are too long for it: the longest, else all that are longer than is usual; none where that does not help. */
function tooLongIn(
  { kind, item }: Tall,
  fulls: readonly FullPart[],
  layout: Layout,
  room: number,
): readonly TooLong[] {
  const lengths = { title: lengthOf(item.title), detail: lengthOf(wordsOf(kind, item)) };
  const long = (['title', 'detail'] as const)
    .filter((words) => lengths[words] > ORDINARY[words] && !(words === 'title' && isOfProject(kind)))
    .sort((a, b) => lengths[b] - lengths[a]);
  const fits = (cut: Partial<Record<Words, number>>): boolean =>
    mostLines(kind, shortened(kind, item, cut), generatedOf(fulls), layout) <= room;
  for (const [index, last] of long.entries()) {
    const before = Object.fromEntries(long.slice(0, index).map((words) => [words, ORDINARY[words]]));
    for (let count = lengths[last] - 1; count >= ORDINARY[last]; count -= 1) {
      if (!fits({ ...before, [last]: count })) continue;
      return long.slice(0, index + 1).map((words) => ({
        words,
        present: lengths[words],
        fitting: words === last ? count : ORDINARY[words],
      }));
    }
  }
  return [];
}

/** A result's detail is who won and, apart, for how much. */
const wordsOf = (kind: PartKind, { detail = '' }: Item): string =>
  kind === 'results' ? detail.split(' · ')[0]! : detail;

function shortened(kind: PartKind, item: Item, { title, detail }: Partial<Record<Words, number>>): Item {
  const { breaks: _, ...rest } = item;
  return {
    ...(title === undefined ? item : { ...rest, title: '字'.repeat(title) }),
    ...(detail !== undefined && {
      detail: '字'.repeat(detail) + (item.detail ?? '').slice(wordsOf(kind, item).length),
    }),
  };
}

function shorten(
  { id, name, file }: LobbyScreen,
  { kind, item, fitsAlone }: Tall,
  { words, present, fitting }: TooLong,
  collection: Collection,
  better: string,
): ScreenFault {
  const { announcement, at, label } = sourceOf(kind, item, words, collection);
  return {
    announcement,
    at,
    fitting,
    message: `${label}有 ${present} 字，${fitsAlone ? '有大屏提示时，' : ''}大厅的屏幕“${name}”（${id}）最多放得下 ${fitting} 字`,
    help: `缩到 ${fitting} 字以内，其余的写在正文里；不能缩短的，${better === '' ? `核对 content/${file} 的尺寸、像素和观看距离` : `在 content/${file} 里${better}`}`,
  };
}

/** How the screen itself would hold everything: from nearer, or larger; nothing where neither helps. */
function fitter(screen: LobbyScreen, centre: Centre, fulls: readonly FullPart[]): string {
  const { distanceM, inches } = screen;
  const nearer = nearerThan(distanceM).find((metres) => {
    const { layout, words } = layoutIn({ ...screen, distanceM: metres }, centre);
    return headerFits(layout, words) && tallOn(screen, layout, fulls).length === 0;
  });
  if (nearer === undefined) return '';
  const larger =
    inches === undefined ? '' : `，或者换 ${Math.ceil((inches * distanceM) / nearer)} 英寸以上的屏幕`;
  return `把观看距离改为 ${nearer}米${larger}`;
}

function tooFar(screen: LobbyScreen, centre: Centre, fulls: readonly FullPart[], what: string): ScreenFault {
  const { distanceM, inches } = screen;
  const { layout } = layoutIn(screen, centre);
  return {
    at: 'distanceM',
    message: `${distanceM} 米外要看得清，${inches === undefined ? '' : `${inches} 英寸`}屏上的字要有 ${layout.body} 像素高，${what}放不下`,
    help: fitter(screen, centre, fulls) || '核对尺寸和像素；这块屏放不下一条公告',
  };
}

/** Steps of half a metre, and of a tenth where one stands close. */
const nearerThan = (metres: number): readonly number[] =>
  Array.from({ length: 300 }, (_, index) => (300 - index) / 10).filter(
    (step) => step < metres && (step < 2 || (step * 10) % 5 === 0),
  );
