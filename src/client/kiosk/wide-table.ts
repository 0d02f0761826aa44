import { backIn, onIn } from '../../core/kiosk/columns.ts';
import { element } from '../element.ts';
import { button } from './page.ts';

/** Cells with no more characters than this stand in one line: a sum, a code, a result. */
const SHORT = 8;

/** Puts each table into a part that scrolls alone. What is wider than the paper gets its buttons when it is seen. */
export function scrolled(around: HTMLElement): void {
  for (const table of Array.from(around.querySelectorAll('table'))) {
    const parent = table.parentElement!;
    const frame = element('div', 'table');
    parent.insertBefore(frame, table);
    frame.append(element('div', '', table));
    for (const cell of Array.from(table.querySelectorAll('td, th')))
      cell.classList.toggle('short', cell.textContent!.trim().length <= SHORT);
  }
}

/** Gives two large buttons to every table that is wider than the paper it stands on. */
export function fitTables(paper: HTMLElement): void {
  for (const [place, frame] of Array.from(paper.querySelectorAll<HTMLElement>('.table')).entries()) {
    const inner = frame.querySelector('div')!;
    frame.classList.remove('wide-table');
    for (const buttons of Array.from(frame.querySelectorAll('p'))) buttons.remove();
    for (const attribute of ['tabindex', 'role', 'aria-label']) inner.removeAttribute(attribute);
    if (inner.scrollWidth <= inner.clientWidth) continue;
    frame.classList.add('wide-table');
    // The keyboard moves it too.
    inner.tabIndex = 0;
    inner.setAttribute('role', 'region');
    inner.setAttribute('aria-label', `表格 ${place + 1}`);
    // Who sees its first row must know that there is more of it; who has read down a long one must not turn back.
    frame.prepend(buttonsOf(inner));
    if (inner.offsetHeight > paper.clientHeight / 2) frame.append(buttonsOf(inner));
  }
}

const buttonsOf = (inner: HTMLElement): HTMLElement =>
  element(
    'p',
    '',
    button('', () => move(inner, backIn), '◀ 向左看'),
    button('', () => move(inner, onIn), '向右看 ▶'),
    '表格比较宽，可以左右移动',
  );

/** Moves a table to where a column begins, so that each is seen whole once. */
function move(inner: HTMLElement, to: typeof onIn): void {
  const zero = inner.getBoundingClientRect().left - inner.scrollLeft;
  const columns = Array.from(inner.querySelectorAll('td, th'), (cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return { left: left - zero, right: right - zero };
  });
  inner.scrollLeft = to(columns, inner.scrollLeft, inner.clientWidth);
}
