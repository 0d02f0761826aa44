import { lineAt, pushInline, type BlockRule } from './lines.ts';

/** `## 一、概况`; from two marks on the blank may be missing. `#1楼` is a text. As many marks may close it. */
const HEADING = /^(?<marks>#{1,6})(?:[ \t\u3000]+|(?<=##)(?=[\p{Script=Han}（《“]))(?<words>\S.*?)\s*$/u;

/** Headings, and a line of three or more short dashes between paragraphs. */
export const heading: BlockRule = (state, line, _end, silent) => {
  const { marks, words } = HEADING.exec(lineAt(state, line))?.groups ?? {};
  if (marks === undefined || words === undefined) return false;
  if (silent) return true;
  const closing = ` ${marks}`;
  state.line = line + 1;
  pushInline(
    state,
    'heading',
    `h${marks.length}`,
    [line, line + 1],
    marks.length > 1 && words.endsWith(closing) ? words.slice(0, -closing.length).trimEnd() : words,
  );
  return true;
};

/** A rule across the page. Directly below a line it is a text: it makes no heading of that line. */
export const dashes: BlockRule = (state, line, _end, silent) => {
  if (!/^(?:-[ \t]*){3,}$/u.test(lineAt(state, line))) return false;
  if (silent) return true;
  state.line = line + 1;
  const token = state.push('hr', 'hr', 0);
  token.map = [line, line + 1];
  token.markup = '---';
  return true;
};
