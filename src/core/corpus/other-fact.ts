import { commonTail } from '../announcement/every-type.ts';
import { fieldsOf } from '../announcement/field.ts';
import { entryOf } from './places.ts';
import type { MapNode, Tree } from './tree.ts';

const { label: LIST } = commonTail.otherFacts.meta()!;
const [NAME, CONTENT] = fieldsOf(commonTail.otherFacts.element).map(({ label }) => label);

/** Writes what has no field of its own as the line of 其他事项 that keeps it, ready to paste into one front matter. */
export type PlaceForFact = (name: string, value: Tree) => string;

/** An item where the front matter has 其他事项 already, else the whole list. */
export function placeForFacts(map: MapNode): PlaceForFact {
  const has = entryOf(map, LIST!)?.value.kind === 'list';
  return (name, value) => {
    const item = `{${NAME}: ${written(name)}, ${CONTENT}: ${written(wordsOf(value))}}`;
    return has ? `在“${LIST}”下加一项 - ${item}` : `${LIST}: [${item}]`;
  };
}

/** Texts that need no quotation marks between braces. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}，。、；：（）《》“”／·.\-/%+ ]*$/u;

const written = (text: string): string =>
  PLAIN.test(text) ? text : `"${text.replace(/["\\]/gu, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`;

/** A value in one text, whatever its shape. */
function wordsOf(value: Tree): string {
  switch (value.kind) {
    case 'text':
      return value.text.trim() === '' ? '…' : value.text.trim();
    case 'list':
      return value.items.map(wordsOf).join('；');
    case 'map':
      return value.entries.map((entry) => `${entry.key}：${wordsOf(entry.value)}`).join('，');
    case 'unclear':
      return '…';
  }
}
