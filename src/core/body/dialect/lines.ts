import MarkdownIt from 'markdown-it';

export type BlockState = InstanceType<MarkdownIt['block']['State']>;
export type InlineState = InstanceType<MarkdownIt['inline']['State']>;
/** Takes the block that begins on a line, or says without taking it whether it would. */
export type BlockRule = (state: BlockState, line: number, end: number, silent: boolean) => boolean;

/** A line of the source without the blanks before it. */
export const lineAt = ({ src, bMarks, tShift, eMarks }: BlockState, line: number): string =>
  src.slice(bMarks[line]! + tShift[line]!, eMarks[line]);

/** A block rule of the library, asked only for lines that `opens` takes for its beginning. */
export function guarded(name: string, opens: RegExp): BlockRule {
  const { ruler } = new MarkdownIt().block;
  ruler.enableOnly([name]);
  const [rule] = ruler.getRules('');
  return (state, line, end, silent) => opens.test(lineAt(state, line)) && rule!(state, line, end, silent);
}

/**
 * Blanks of other widths at the beginning of a line are an indent as typewriters know it, and a line of nothing but
 * blanks is empty: a parser sees that in half-width blanks alone.
 */
export const withoutWideIndent = (text: string): string =>
  /[\u3000\u00a0]/u.test(text) ? text.replace(/^[ \t]*[\u3000\u00a0][ \t\u3000\u00a0]*/gmu, '') : text;

/** Lines up to the next that is empty or begins another block; however far they are indented, they are no code. */
export function paragraph(state: BlockState, line: number, end: number): boolean {
  const { parentType } = state;
  const others = state.md.block.ruler.getRules('paragraph');
  state.parentType = 'paragraph';
  let next = line + 1;
  // A line below zero belongs to a quote that goes on without its mark.
  while (
    next < end &&
    !state.isEmpty(next) &&
    (state.sCount[next]! < 0 || !others.some((begins) => begins(state, next, end, true)))
  ) {
    next += 1;
  }
  state.parentType = parentType;
  state.line = next;
  pushInline(state, 'paragraph', 'p', [line, next]);
  return true;
}

/** Pushes an element that holds the words of some lines. */
export function pushInline(
  state: BlockState,
  name: string,
  tag: string,
  map: [from: number, to: number],
  words = state.getLines(...map, state.blkIndent, false).trim(),
): void {
  state.push(`${name}_open`, tag, 1).map = map;
  const inline = state.push('inline', '', 0);
  inline.content = words;
  inline.map = map;
  inline.children = [];
  state.push(`${name}_close`, tag, -1);
}
