import { lengthOf } from '../announcement/line.ts';
import type { LobbyScreen } from '../corpus/corpus.ts';
import type { Item, PartKind } from './browser/feed.ts';
import type { Layout } from './browser/layout.ts';
import { nameLines, nameOf } from './browser/name.ts';
import type { Collection } from '../edition.ts';
import { mostLines } from './browser/row-lines.ts';
import { generatedOf, type FullPart } from './cycle.ts';
import type { ScreenFault } from './fault.ts';
import { nameEmOf } from './names.ts';
import { OF_PROJECTS } from './short-name.ts';
import { sourceOf } from './source.ts';

/** Most lines of a row that the name of a project takes: longer ones nobody finds at a glance. */
const MOST_LINES = 2;

/** Whether the rows of a part are called by the names of projects. */
export const isOfProject = (kind: PartKind): boolean => OF_PROJECTS.includes(kind);

const takesTwo = (kind: PartKind, item: Item, layout: Layout): boolean =>
  !isOfProject(kind) || nameLines(item, nameEmOf(layout, kind)) <= MOST_LINES;

const fittingOn = (kind: PartKind, layout: Layout): number => Math.floor(nameEmOf(layout, kind)) * MOST_LINES;

/** The row of an announcement as it is once its project has a name that takes two lines. */
export function withinTwoLines(kind: PartKind, item: Item, layout: Layout): Item {
  if (takesTwo(kind, item, layout)) return item;
  const { breaks: _, ...rest } = item;
  return { ...rest, short: '字'.repeat(fittingOn(kind, layout)) };
}

/**
 * Names of projects that take more than two lines on a screen. A browser cuts none: whoever wrote the notice says how
 * the project is called. What cannot be shown at all must be shorter; what only reads badly had better be.
 * @param lines of the screen, those of the longest notices counted off
 */
export function checkNames(
  screen: LobbyScreen,
  layout: Layout,
  fulls: readonly FullPart[],
  lines: number,
  collection: Collection,
): readonly ScreenFault[] {
  return fulls.flatMap(({ part: { kind }, items }) =>
    [...new Set(items)]
      .filter((item) => !takesTwo(kind, item, layout))
      .map((item) => {
        const isTall = mostLines(kind, item, generatedOf(fulls), layout) > lines;
        return tooLong(screen, kind, item, { fitting: fittingOn(kind, layout), isTall }, collection);
      }),
  );
}

function tooLong(
  { id, name }: LobbyScreen,
  kind: PartKind,
  item: Item,
  { fitting, isTall }: { fitting: number; isTall: boolean },
  collection: Collection,
): ScreenFault {
  const { announcement } = sourceOf(kind, item, 'title', collection);
  const isWritten = collection.entry(announcement).announcement.shortName !== undefined;
  const where = `大厅的屏幕“${name}”（${id}）两行最多放得下 ${fitting} 字`;
  const count = lengthOf(nameOf(item));
  if (isWritten)
    return {
      announcement,
      at: 'shortName',
      fitting,
      message: `简称有 ${count} 字，${where}`,
      help: `缩到 ${fitting} 字以内，只留认得出项目的字`,
    };
  return {
    ...(!isTall && { code: 'F328' }),
    announcement,
    at: 'title',
    fitting,
    message: `从标题里取的项目名“${nameOf(item)}”有 ${count} 字，${where}`,
    help: `加一行 简称，不超过 ${fitting} 字，只写认得出项目的字`,
  };
}
