/** Words of a block that are bold or lead somewhere. Places count as in a text field, UTF-16 units from 0. */
export interface Look {
  readonly from: number;
  /** Behind the last one. */
  readonly to: number;
  /** Where they lead: an address, or the name of an attachment. Without it they are bold. */
  readonly target?: string;
}

/** What stands in a block as a clerk reads and types it: no character of it is a mark. */
export interface Text {
  /** Lines are divided by newlines; an empty one parts paragraphs. */
  readonly words: string;
  readonly looks: readonly Look[];
}

export const bareText = (words: string): Text => ({ words, looks: [] });

/** The text after somebody has typed: what is bold or a link stays so, however far it has moved. */
export function typed({ words: before, looks }: Text, words: string): Text {
  const start = sharedStart(before, words);
  const end = before.length - sharedEnd(before.slice(start), words.slice(start));
  const grown = words.length - before.length;
  const beginOf = ({ from }: Look): number => {
    if (from >= end) return from + grown;
    return from <= start ? from : end + grown;
  };
  const endOf = ({ to }: Look): number => {
    if (to <= start) return to;
    return to >= end ? to + grown : start;
  };
  const moved = looks.map((look) => ({ ...look, from: beginOf(look), to: endOf(look) }));
  return { words, looks: moved.filter(({ from, to }) => from < to) };
}

/** The same text with some words bold, or no longer bold where all of them were. */
export function boldToggled({ words, looks }: Text, from: number, to: number): Text {
  const isBold = looks.some((look) => look.target === undefined && look.from <= from && look.to >= to);
  const others = looks.flatMap((look) => (look.target === undefined ? outside(look, from, to) : [look]));
  return { words, looks: inOrder(isBold || from >= to ? others : [...others, { from, to }]) };
}

/** The same text with some words leading to an address or an attachment; without a target, nowhere. */
export function linked({ words, looks }: Text, from: number, to: number, target: string | undefined): Text {
  const others = looks.filter((look) => look.target === undefined || look.to <= from || look.from >= to);
  return {
    words,
    looks: inOrder(target === undefined || from >= to ? others : [...others, { from, to, target }]),
  };
}

const inOrder = (looks: readonly Look[]): readonly Look[] =>
  looks.toSorted((one, other) => one.from - other.from || one.to - other.to);

/** What is left of a look on both sides of a stretch. */
const outside = (look: Look, from: number, to: number): readonly Look[] =>
  [
    { ...look, to: Math.min(look.to, from) },
    { ...look, from: Math.max(look.from, to) },
  ].filter((part) => part.from < part.to);

/** How many units two texts begin with together; a character of two units is not parted. */
function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return /[\ud800-\udbff]$/.test(one.slice(0, at)) ? at - 1 : at;
}

function sharedEnd(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one.at(-1 - at) === other.at(-1 - at)) at += 1;
  return at > 0 && /^[\udc00-\udfff]/.test(one.slice(one.length - at)) ? at - 1 : at;
}
