import { MOST_COLUMNS } from '../body/check-body.ts';
import { gridOf } from '../import/grid.ts';
import { takeStruck } from '../import/struck.ts';
import { childrenOf, elementAt, elementsAt, parseHtml, type AnyNode, type Element } from '../import/tree.ts';
import { makeLists } from './office-lists.ts';

/** What stands on a clipboard, and the columns of its widest table. */
interface Clipboard {
  readonly nodes: readonly AnyNode[];
  readonly columns: number;
  /** What was struck out and is left behind, piece by piece. */
  readonly struck: readonly string[];
}

/**
 * What stands on a clipboard as HTML, without what office programs tell each other there: Word and WPS write their
 * settings beside the words, Excel lets a long text run over its neighbours and says of it that it spans them.
 * @throws {RangeError} where it is more than anybody reads
 */
export function clipboardIn(html: string): Clipboard {
  // Some programs hand over the head that Windows puts before the HTML.
  const tree = parseHtml(html.replace(/^Version:\d[^<]*/u, ''));
  for (const settings of elementsAt('xml', tree)) takeOut(settings);
  for (const cell of elementsAt('td[colspan][style*="mso-ignore:colspan"]', tree)) unspan(cell);
  const struck = takeStruck(tree);
  makeLists(tree);
  const widths = elementsAt('table', tree).map((table) => gridOf(table).columns);
  return { nodes: childrenOf(elementAt('body', tree) ?? tree), columns: Math.max(0, ...widths), struck };
}

function takeOut(element: Element): void {
  const siblings = element.parent?.children;
  const at = siblings?.indexOf(element) ?? -1;
  if (siblings && at >= 0) siblings.splice(at, 1);
}

/** Makes a cell as wide as it is, with the empty ones beside it. */
function unspan(cell: Element): void {
  const siblings = cell.parent?.children;
  const span = Number.parseInt(cell.attribs['colspan'] ?? '1', 10);
  delete cell.attribs['colspan'];
  if (!siblings || !(span > 1) || span > MOST_COLUMNS) return;
  const empty = Array.from({ length: span - 1 }, () => elementAt('td', parseHtml('<table><td>'))!);
  siblings.splice(siblings.indexOf(cell) + 1, 0, ...empty);
}
