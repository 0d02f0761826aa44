import { statusAt, TIME_TAG, type HappeningKind } from '../../core/status.ts';
import { timeLeft } from '../time-left.ts';
import { copyOf } from './copy.ts';
import { button, element } from './page.ts';
import { idIn } from './source.ts';
import { clock } from './time.ts';
import { scrolled } from './wide-table.ts';

/** A part of an announcement, and the word of the button that leads to it. */
export interface Section {
  jump: string;
  node: HTMLElement;
}

type Open = (id: string) => void;

/** The head of an announcement: what it is, what has befallen it, until when. */
export function headOf(page: Document, open: Open): readonly HTMLElement[] {
  const main = page.querySelector('main')!;
  const title = element('h2', '', textIn(main.querySelector('h1')!));
  const deadline = main.querySelector('section.deadline');
  return [
    title,
    bylineOf(main),
    ...Array.from(main.querySelectorAll('.box:not(.deadline)'), (box) => boxOf(box, open)),
    ...(deadline ? [deadlineOf(deadline)] : []),
  ];
}

/** Its parts in the order in which somebody in the hall needs them. */
export function sectionsOf(page: Document, open: Open): readonly Section[] {
  const main = page.querySelector('main')!;
  const made: Section[] = [];
  const add = (id: string, jump: string, fill: (source: Element) => readonly Node[]): void => {
    const source = main.querySelector(`#${id}`)?.closest('section');
    if (!source) return;
    const heading = element('h3', '', textIn(source.querySelector(`#${id}`)!));
    made.push({ jump, node: element('section', '', heading, ...fill(source)) });
  };
  const withLinks = (source: Element): readonly Node[] => opened(source, open);
  add('corrects', '更正内容', withLinks);
  add('facts', '关键信息', (source) => rest(source));
  add('changes', '更正记录', withLinks);
  add('progress', '项目进度', (source) => [timelineOf(source, open)]);
  add('words', '公告正文', (source) => rest(source));
  add('files', '附件', filesOf);
  add('complaints', '异议投诉', (source) => rest(source));
  for (const { node } of made) scrolled(node);
  return made;
}

/** Names of what belongs to an announcement and is to be had by telephone only. */
export const filesIn = (page: Document): number => page.querySelectorAll('.files li').length;

const textIn = (source: Element): string => (source.textContent ?? '').replace(/\s+/gu, ' ').trim();

/** A section without its heading, which the kiosk writes itself. */
function rest(source: Element): readonly Node[] {
  return copyOf(without(source, source.firstElementChild!));
}

function without(source: Element, child: Element): Element {
  const copy = source.cloneNode(true) as Element;
  copy.children[Array.from(source.children).indexOf(child)]!.remove();
  return copy;
}

/** The same, but what stands alone as a link to another announcement becomes a button to it. */
function opened(source: Element, open: Open): readonly Node[] {
  const copy = rest(source);
  const paragraphs = copy.filter((node): node is HTMLElement => (node as Element).tagName === 'P');
  const links = Array.from(source.children).filter(({ tagName }) => tagName === 'P');
  for (const [place, paragraph] of paragraphs.entries()) {
    const link = links[place]!.querySelector('a');
    const id = idIn(link);
    if (id !== undefined) paragraph.replaceChildren(button('go', () => open(id), textIn(link!)));
  }
  return copy;
}

const goTo = (id: string, words: string, open: Open): HTMLElement =>
  element(
    'p',
    '',
    button('go', () => open(id), words),
  );

function bylineOf(main: Element): HTMLElement {
  const source = main.querySelector('.byline')!;
  const spans = Array.from(source.children)
    .filter((child) => !child.classList.contains('tag'))
    .map((child) => element('span', '', textIn(child)));
  const tags = Array.from(source.querySelectorAll('.tag:not(.tag-time)'), (tag) =>
    element('span', `tag tag-${happeningIn(tag) ?? 'result'}`, textIn(tag)),
  );
  const time = timeTagOf(main);
  return element(
    'p',
    'facts',
    ...[...(time ? [time] : []), ...tags, ...spans].flatMap((node) => [node, ' ']),
  );
}

const HAPPENINGS: readonly HappeningKind[] = ['terminated', 'failed', 'suspended', 'result', 'corrected'];

const happeningIn = (tag: Element): HappeningKind | undefined =>
  HAPPENINGS.filter((kind) => tag.classList.contains(`tag-${kind}`))[0];

/** Where it stands in time, by a clock that can be trusted; nothing without one. */
function timeTagOf(main: Element): HTMLElement | undefined {
  const tag = main.querySelector<HTMLElement>('[data-time-tag]');
  const now = clock.now();
  if (!tag || now === undefined) return undefined;
  const { deadline, publicFrom, publicUntil } = tag.dataset;
  const status = statusAt({ deadline, publicFrom, publicUntil }, now);
  return status && element('span', `tag tag-${status}`, TIME_TAG[status]);
}

function boxOf(box: Element, open: Open): HTMLElement {
  const kind = ['corrected', 'terminated', 'failed', 'suspended'].filter((one) =>
    box.classList.contains(`box-${one}`),
  )[0];
  const link = box.querySelector('a');
  const id = idIn(link);
  return element(
    'div',
    `box${kind === undefined ? '' : ` box-${kind}`}`,
    element('p', '', ...copyOf(box.querySelector('strong') ?? box)),
    ...(id === undefined ? [] : [goTo(id, textIn(link!), open)]),
  );
}

function deadlineOf(source: Element): HTMLElement {
  const label = textIn(source.querySelector('h2')!);
  const made = element('div', 'box', element('p', '', label));
  for (const line of Array.from(source.querySelectorAll('p'))) {
    if (line.querySelector('a')) continue;
    if (line.classList.contains('deadline-left')) made.append(...leftOf(line));
    else
      made.append(
        element('p', line.classList.contains('deadline-when') ? 'deadline-when' : '', ...copyOf(line)),
      );
  }
  return made;
}

function leftOf(line: HTMLElement): readonly Node[] {
  const now = clock.now();
  const deadline = Date.parse(line.dataset['countdown'] ?? '');
  if (Number.isNaN(deadline)) return [];
  return [
    element('p', '', now === undefined ? '本机的钟不准，是否截止请看上面的时间。' : timeLeft(deadline, now)),
  ];
}

function timelineOf(source: Element, open: Open): HTMLElement {
  const list = element('ol', 'timeline');
  for (const step of Array.from(source.querySelectorAll('.timeline > li'))) {
    const id = idIn(step.querySelector('a'));
    const what = step.querySelector('.what, .expected > :last-child, span:last-child');
    const when = step.querySelector('time, .when');
    const words = what ? (what.firstChild?.textContent ?? '').trim() : '';
    const item = element(
      'li',
      step.classList.contains('expected') ? 'expected' : '',
      ...(when ? [element('span', 'when', textIn(when))] : []),
      id === undefined ? element('strong', '', words) : button('', () => open(id), words),
    );
    if (step.hasAttribute('aria-current')) item.setAttribute('aria-current', 'step');
    list.append(item);
  }
  return list;
}

function filesOf(source: Element): readonly Node[] {
  const names = Array.from(source.querySelectorAll('.files a'), (link) => element('li', '', textIn(link)));
  return [
    element('p', '', '这台机器上不能打开附件。用手机扫二维码，就能在手机上打开和保存。'),
    element('ul', 'files', ...names),
  ];
}
