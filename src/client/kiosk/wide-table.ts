import { element } from '../element.ts';
import { button } from './page.ts';

/** How much of its width one touch moves a table. */
const PART = 0.7;

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
  for (const frame of Array.from(paper.querySelectorAll<HTMLElement>('.table'))) {
    const inner = frame.firstElementChild as HTMLElement;
    frame.classList.remove('wide-table');
    frame.querySelector('p')?.remove();
    for (const attribute of ['tabindex', 'role', 'aria-label']) inner.removeAttribute(attribute);
    if (inner.scrollWidth <= inner.clientWidth) continue;
    frame.classList.add('wide-table');
    // The keyboard moves it too.
    inner.tabIndex = 0;
    inner.setAttribute('role', 'region');
    inner.setAttribute('aria-label', '表格');
    const move = (by: number) => () => {
      inner.scrollLeft += by * inner.clientWidth * PART;
    };
    frame.append(
      element(
        'p',
        '',
        button('', move(-1), '◀ 向左看'),
        button('', move(1), '向右看 ▶'),
        '表格比较宽，可以左右移动',
      ),
    );
  }
}
