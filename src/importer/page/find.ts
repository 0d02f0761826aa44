import { attributeOf, isTag, type Element } from '../../core/import/tree.ts';
import type { SavedPage } from './saved.ts';

/**
 * The elements that a selector of names, ids, classes and blanks finds. Capitals do not matter, as in old pages; an id
 * that ends in `_` stands for all that begin so.
 */
export function find(page: SavedPage, selector: string): readonly Element[] {
  const parts = selector.trim().split(/\s+/u);
  const last = parts.pop()!;
  return candidates(page, last).filter((element) => matches(element, last) && isBelow(element, parts));
}

function candidates(page: SavedPage, part: string): readonly Element[] {
  const { name, id, classes } = partsOf(part);
  if (id?.endsWith('_') === true) {
    return [...page.byId].flatMap(([other, elements]) => (other.startsWith(id) ? elements : []));
  }
  if (id !== undefined) return page.byId.get(id) ?? [];
  if (classes[0] !== undefined) return page.byClass.get(classes[0]) ?? [];
  return page.byName.get(name) ?? [];
}

interface Compound {
  readonly name: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
}

const compounds = new Map<string, Compound>();

function partsOf(part: string): Compound {
  const known = compounds.get(part);
  if (known) return known;
  const lower = part.toLowerCase();
  const compound = {
    name: /^[\w-]*/u.exec(lower)![0],
    id: /#([\w-]+)/u.exec(lower)?.[1],
    classes: [...lower.matchAll(/\.([\w-]+)/gu)].map(([, name]) => name!),
  };
  compounds.set(part, compound);
  return compound;
}

function matches(element: Element, part: string): boolean {
  const { name, id, classes } = partsOf(part);
  if (name !== '' && element.name !== name) return false;
  if (id !== undefined && !isId(attributeOf(element, 'id')?.toLowerCase() ?? '', id)) return false;
  const own = classes.length > 0 ? (attributeOf(element, 'class')?.toLowerCase().split(/\s+/u) ?? []) : [];
  return classes.every((one) => own.includes(one));
}

const isId = (own: string, id: string): boolean => (id.endsWith('_') ? own.startsWith(id) : own === id);

/** Whether an element stands, at any depth, in elements of these parts, the last of them the nearest. */
function isBelow(element: Element, parts: readonly string[]): boolean {
  let left = parts.length;
  for (let above = element.parent; above && left > 0; above = above.parent) {
    if (isTag(above) && matches(above, parts[left - 1]!)) left -= 1;
  }
  return left === 0;
}
