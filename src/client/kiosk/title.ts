import { statusAt, wordsOfStatus, type HappeningKind } from '../../core/status.ts';
import { timeLeft } from '../time-left.ts';
import { copyOf } from './copy.ts';
import { goTo } from './go-to.ts';
import { element } from '../element.ts';
import { idIn, textIn } from './source.ts';
import { clock } from './time.ts';

/** The head of an announcement: what it is, what has befallen it, until when. */
export function headOf(page: Document, open: (id: string) => void): readonly HTMLElement[] {
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

const HAPPENINGS: readonly HappeningKind[] = [
  'terminated',
  'failed',
  'suspended',
  'result',
  'archived',
  'corrected',
];

const happeningIn = (tag: Element): HappeningKind | undefined =>
  HAPPENINGS.filter((kind) => tag.classList.contains(`tag-${kind}`))[0];

/** Where it stands in time, by a clock that can be trusted; nothing without one. */
function timeTagOf(main: Element): HTMLElement | undefined {
  const tag = main.querySelector<HTMLElement>('[data-time-tag]');
  const now = clock.now();
  if (!tag || now === undefined) return undefined;
  const { deadline, gate, gateOver, publicFrom, publicUntil } = tag.dataset;
  const status = statusAt({ deadline, gate, publicFrom, publicUntil }, now);
  return status && element('span', `tag tag-${status}`, wordsOfStatus(status, gateOver));
}

function boxOf(box: Element, open: (id: string) => void): HTMLElement {
  const kind = ['corrected', 'resumed', 'withdrawn', 'terminated', 'failed', 'suspended'].filter((one) =>
    box.classList.contains(`box-${one}`),
  )[0];
  const link = box.querySelector('a');
  const id = idIn(link);
  return element(
    'div',
    `box${kind === undefined ? '' : ` box-${kind}`}`,
    element('p', '', ...copyOf(box.querySelector('strong') ?? box)),
    ...(id === undefined ? [] : [element('p', '', goTo(id, textIn(link!), open))]),
  );
}

function deadlineOf(source: Element): HTMLElement {
  // Of several dates each has its own label.
  const heading = source.querySelector('.deadline-label') ? undefined : source.querySelector('h2')!;
  const made = element('div', 'box', ...(heading ? [element('p', '', textIn(heading))] : []));
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
