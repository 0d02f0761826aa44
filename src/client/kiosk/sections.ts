import { copyOf } from './copy.ts';
import { goTo } from './go-to.ts';
import { element } from '../element.ts';
import { button } from './page.ts';
import { idIn, textIn } from './source.ts';
import { scrolled } from './wide-table.ts';

/** A part of an announcement, and the word of the button that leads to it. */
interface Section {
  jump: string;
  node: HTMLElement;
}

type Open = (id: string) => void;

/** The parts of an announcement in the order in which somebody in the hall needs them. */
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

/** How many attachments an announcement has. */
export const filesIn = (page: Document): number => page.querySelectorAll('.files li').length;

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
    if (id === undefined) continue;
    const words = textIn(link!);
    const before = textIn(paragraph).slice(0, -words.length);
    paragraph.replaceChildren(before, goTo(id, words, open));
  }
  return copy;
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
