/**
 * The rows of a form, so many as its list can ever hold: the page was printed with as many as it showed, and the rest
 * are made of the last of them when the screen is switched on. Afterwards none is added and none taken away.
 */
export function poolOf(list: Element, count: number): readonly HTMLElement[] {
  const rows = Array.from(list.children) as HTMLElement[];
  while (rows.length < count) {
    const row = rows[rows.length - 1]!.cloneNode(true) as HTMLElement;
    row.hidden = true;
    list.appendChild(row);
    rows.push(row);
  }
  return rows;
}
