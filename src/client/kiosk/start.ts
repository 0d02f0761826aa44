import { CATEGORIES, type Category } from '../../core/announcement/category.ts';
import { instantAt } from '../../core/announcement/instant.ts';
import type { Choices } from '../../core/kiosk/choices.ts';
import { closingDay } from '../../core/kiosk/moment.ts';
import { Choose, type Option } from './choose.ts';
import { List, type ListTools } from './list.ts';
import { Openings } from './openings.ts';
import { part } from './page.ts';
import { listingMoment } from './time.ts';

const all = (selector: string): readonly HTMLElement[] =>
  Array.from(part('data-start').querySelectorAll<HTMLElement>(selector));

/** Lets the tiles of the start page open what they name. */
export function openFromStart(tools: ListTools): void {
  const { library, stage, open } = tools;
  const list = (words: string, choices: Choices) => (): void => stage.open(new List(words, choices, tools));
  const on = (name: string, act: () => void): void => part(name).addEventListener('click', act);
  on('data-open-calls', list('可参与的项目，先截止的在前', { isOpen: true }));
  for (const way of ['data-openings', 'data-board-all'] as const)
    on(way, () => stage.open(new Openings(stage, open)));
  on('data-all', list('全部公告', {}));
  for (const tile of all('[data-category]')) {
    const category = tile.dataset['category'] as Category;
    tile.addEventListener('click', list(CATEGORIES[category], { category }));
  }
  const options = (group: 'region' | 'month', words: (value: string) => string): readonly Option[] =>
    Array.from(library.find('', {}, 0, 0).counts[group], ([value, count]) => ({
      words: words(value),
      count,
      choose: list(words(value), { [group]: value }),
    }));
  on('data-regions', () =>
    stage.open(new Choose('您要看哪个镇街？', () => options('region', String), tools)),
  );
  on('data-months', () =>
    stage.open(new Choose('您要看哪个月发布的？', () => options('month', monthWords), tools)),
  );
}

/** Writes into the tiles how many announcements they lead to. */
export function fillStart({ library }: ListTools): void {
  if (library.state !== 'whole') return;
  const { counts, total } = library.find('', {}, 0, 0);
  for (const tile of all('[data-category]'))
    fillTile(tile, counts.category.get(tile.dataset['category']!) ?? 0);
  fillTile(part('data-all'), total);
  part('data-open-note').textContent = openNote(library);
  part<HTMLButtonElement>('data-open-calls').disabled = counts.open === 0;
  part<HTMLButtonElement>('data-regions').disabled = counts.region.size === 0;
  part<HTMLButtonElement>('data-months').disabled = total === 0;
}

/** One that leads to nothing says so and cannot be touched. */
function fillTile(tile: HTMLElement, count: number): void {
  tile.querySelector('[data-count]')!.textContent = `${count} 条`;
  (tile as HTMLButtonElement).disabled = count === 0;
}

function openNote(library: ListTools['library']): string {
  const { hits, total } = library.find('', { isOpen: true }, 0, 1);
  if (!hits[0]) return '现在没有';
  const year = instantAt(listingMoment()).slice(0, 4);
  return `${total} 个，${closingDay(hits[0].announcement, year)}起截止`;
}

const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
