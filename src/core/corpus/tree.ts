import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node as YamlNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  type YAMLError,
} from 'yaml';
import { FIELD_CODE, unfinished } from '../announcement/legible/marks.ts';
import type { Span } from '../diagnostic.ts';
import { withoutFoldBlanks } from './fold.ts';
import { isClosed, isGuilty, signIn, type Signed } from './leading-sign.ts';

/** A YAML text as a tree of texts, each with its place. */
export type Tree = TextNode | ListNode | MapNode | UnclearNode;

/** A value in which a fault of form was found: that it is there is all that is known of it. */
interface UnclearNode {
  kind: 'unclear';
  span: Span;
}

export interface TextNode {
  kind: 'text';
  text: string;
  span: Span;
}

export interface ListNode {
  kind: 'list';
  items: readonly Tree[];
  span: Span;
  /** As it is written, of a list in brackets. */
  written?: string;
}

export interface MapNode {
  kind: 'map';
  entries: readonly MapEntry[];
  span: Span;
  /** As it is written, of a record in braces. */
  written?: string;
  /** What stands among the entries and could not be read; fields that seem to be missing may be in it. */
  unread?: string;
}

export interface MapEntry {
  key: string;
  keySpan: Span;
  value: Tree;
}

/** A fault of form, before any meaning. */
export interface TreeFault {
  code: string;
  span: Span;
  /** Another place of which nothing is known because of it, such as the first of two fields of one name. */
  also?: Span;
  message: string;
  help: string;
}

/** Deepest nesting a clerk could mean; more is an attack or an accident, and overflows a parser's stack. */
const DEEPEST = 50;

/** Where a column of the text stands in the file. */
export type ColumnInFile = (line: number, column: number) => number;

/**
 * Parses YAML in the failsafe schema, where every value stays text. Anchors, aliases and tags are refused.
 * `firstLine` is the line of the file on which the text begins.
 */
export function parseTree(
  yaml: string,
  firstLine: number,
  columnInFile: ColumnInFile = (_, column) => column,
): { tree: Tree | undefined; faults: readonly TreeFault[] } {
  const tooDeep = nestingFault(yaml, firstLine);
  if (tooDeep) return { tree: undefined, faults: [tooDeep] };
  const lines = new LineCounter();
  // Our own reader finds double keys: the parser compares each with each, 44 s for the 60,000 of a spoiled file.
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const reader = new TreeReader(yaml, lines, firstLine, columnInFile);
  // Past the first fault of form the parser guesses; what it says further down is echo.
  const [first] = document.errors;
  if (first) return { tree: undefined, faults: [reader.fault(first)] };
  const tree = document.contents ? reader.read(document.contents) : undefined;
  return { tree, faults: reader.faults };
}

function nestingFault(yaml: string, firstLine: number): TreeFault | undefined {
  let open = 0;
  for (const [index, line] of yaml.split('\n').entries()) {
    open = Math.max(0, open + count(line, /[[{]/gu));
    const dashes = count(/^(?:\s*[-?]\s)+/u.exec(line)?.[0] ?? '', /[-?]/gu);
    const indent = /^ */u.exec(line)![0].length;
    if (Math.max(open, dashes, indent / 2) > DEEPEST) {
      return {
        code: 'F116',
        span: { line: firstLine + index, column: 1, length: Math.min([...line].length, 20) },
        message: `层次超过了 ${DEEPEST} 层`,
        help: '栏目最多三层：栏目、列表的一项、这一项里的内容',
      };
    }
    open = Math.max(0, open - count(line, /[\]}]/gu));
  }
  return undefined;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

class TreeReader {
  readonly faults: TreeFault[] = [];
  readonly #yaml: string;
  readonly #lines: LineCounter;
  readonly #firstLine: number;
  readonly #columnInFile: ColumnInFile;

  constructor(yaml: string, lines: LineCounter, firstLine: number, columnInFile: ColumnInFile) {
    this.#yaml = yaml;
    this.#lines = lines;
    this.#firstLine = firstLine;
    this.#columnInFile = columnInFile;
  }

  read(node: YamlNode): Tree {
    const span = this.#span(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
    this.#refuseTricks(node, span);
    if (isMap(node)) return this.#map(node, span);
    if (isSeq(node)) {
      const items = node.items.map((item): Tree => {
        const child = item as YamlNode | null;
        return child?.range ? this.read(child) : { kind: 'text', text: '', span };
      });
      return { kind: 'list', items, span, ...this.#written(node) };
    }
    return { kind: 'text', text: isScalar(node) ? this.#text(node) : '', span };
  }

  #written({ flow, range }: YAMLMap | YAMLSeq): { written?: string } {
    return flow && range ? { written: this.#yaml.slice(range[0], range[1]) } : {};
  }

  #text({ value, range }: Scalar): string {
    const text = String(value ?? '');
    return range ? withoutFoldBlanks(this.#yaml.slice(range[0], range[1]), text) : text;
  }

  #map(node: YAMLMap, span: Span): MapNode {
    const entries = node.items.map((pair): MapEntry => {
      const key = pair.key as YamlNode | null;
      const value = pair.value as YamlNode | null;
      const keySpan = key?.range ? this.#span(key.range[0], key.range[1]) : span;
      if (key) this.#refuseTricks(key, keySpan);
      if (!isScalar(key) || String(key.value ?? '') === '') {
        this.faults.push(this.#nameless(node, keySpan));
      }
      return {
        key: isScalar(key) ? String(key.value ?? '') : '',
        keySpan,
        value: value?.range ? this.read(value) : { kind: 'text', text: '', span: keySpan },
      };
    });
    this.faults.push(...doublesIn(entries));
    return { kind: 'map', entries, span, ...this.#written(node) };
  }

  /** A field without a name; in braces it is no field, but a value that begins with one. */
  #nameless({ flow, range }: YAMLMap, span: Span): TreeFault {
    const { line } = this.#lines.linePos(range?.[0] ?? 0);
    const signed = flow ? signIn(this.#lineAt(line)) : undefined;
    if (signed) return this.#atSign('F111', line, signed);
    return { code: 'F111', span, message: '冒号前面没有栏目名', help: '写成“栏目名: 内容”' };
  }

  #refuseTricks(node: YamlNode, span: Span): void {
    const trick = (message: string, help: string): void => {
      this.faults.push({ code: 'F112', span, message, help });
    };
    if (isAlias(node) || ('anchor' in node && node.anchor !== undefined) || node.tag !== undefined) {
      const { line } = this.#lines.linePos(node.range?.[0] ?? 0);
      const signed = signIn(this.#lineAt(line));
      if (signed && '*&!'.includes(signed.sign)) {
        this.faults.push(this.#atSign('F112', line, signed));
        return;
      }
      const help = "直接写出内容；内容以 &、* 或者 ! 开头时，整段用单引号 ' 括起来";
      trick('“&”“*”“!”被当成了记号，后面的字没有读成内容', help);
    } else if (isScalar(node) && node.comment) {
      trick('“#”和它后面的文字不会发布', "内容里有“#”时，整段用单引号 ' 括起来；不要的话删掉");
    }
  }

  fault(error: YAMLError): TreeFault {
    const [from, to] = error.pos;
    const signed = this.#signed(error);
    if (signed) return signed;
    const unclosed = error.code === 'MISSING_CHAR' ? this.#openQuote() : undefined;
    const span = unclosed === undefined ? this.#span(from, to) : this.#span(unclosed, this.#yaml.length);
    return { code: 'F108', span, ...explain(error) };
  }

  /** The fault as one of a value that begins with a sign: on the line of the error, or left open on one above it. */
  #signed({ code, pos }: YAMLError): TreeFault | undefined {
    if (code === 'BAD_DQ_ESCAPE') return undefined;
    const number = this.#lines.linePos(Math.min(pos[0], this.#yaml.length)).line;
    const lines = this.#yaml.split('\n').slice(0, number);
    const here = signIn(lines.at(-1) ?? '');
    if (here && isGuilty(here)) return this.#atSign('F108', number, here);
    const above = lines.findLastIndex((line) => /[:-] +[[{]/u.test(line));
    const opened = above < 0 ? undefined : signIn(lines[above]!);
    return opened && !isClosed(opened) ? this.#atSign('F108', above + 1, opened) : undefined;
  }

  #atSign(code: string, line: number, { index, value, message, help }: Signed): TreeFault {
    const from = this.#lines.lineStarts[line - 1]! + index;
    const span = this.#span(from, from + value.length);
    const [remain] = unfinished(value).filter(({ kind }) => kind === 'remain');
    if (remain) return { code: FIELD_CODE.remain, span, message: remain.message, help: remain.help };
    return { code, span, message, help };
  }

  /** Where a value opens a quotation mark that its line does not close: the parser only notices at the end. */
  #openQuote(): number | undefined {
    const match = /^(?:\s*(?:- +)?(?:[^\n"':]+: *)?)(?:"(?:[^"\\\n]|\\.)*|'[^'\n]*)$/mu.exec(this.#yaml);
    return match ? match.index + match[0].search(/["']/u) : undefined;
  }

  #lineAt(number: number): string {
    const start = this.#lines.lineStarts[number - 1] ?? 0;
    return this.#yaml.slice(start, lineEnd(this.#yaml, start));
  }

  /** Offsets count UTF-16 units; a span counts characters and never leaves its first line. */
  #span(from: number, to: number): Span {
    const at = Math.min(from, this.#yaml.length);
    const { line, col } = this.#lines.linePos(at);
    const start = this.#lines.lineStarts[line - 1] ?? 0;
    const end = Math.max(at, Math.min(to, lineEnd(this.#yaml, at)));
    const column = charactersIn(this.#yaml.slice(start, start + col - 1)) + 1;
    const lineInFile = this.#firstLine + line - 1;
    const first = this.#columnInFile(lineInFile, column);
    const last = this.#columnInFile(lineInFile, column + charactersIn(this.#yaml.slice(at, end)));
    return { line: lineInFile, column: first, length: Math.max(1, last - first) };
  }
}

/** Fields of one record that are written again. */
export function doublesIn(entries: readonly MapEntry[]): readonly TreeFault[] {
  const first = new Map<string, Span>();
  const faults: TreeFault[] = [];
  for (const { key, keySpan } of entries) {
    const earlier = first.get(key);
    if (!earlier) first.set(key, keySpan);
    else if (key !== '') {
      const help = `只保留一个；前一个在第 ${earlier.line} 行`;
      faults.push({ code: 'F109', span: keySpan, also: earlier, message: `“${key}”写了两次`, help });
    }
  }
  return faults;
}

/** Taken for every node of every file: text without surrogates, nearly all there is, is not taken apart. */
const charactersIn = (text: string): number =>
  /[\ud800-\udfff]/.test(text) ? [...text].length : text.length;

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

/** What is said of a line that names no field. */
export const noColon = {
  message: '这一行没有写成“栏目名: 内容”',
  help: '补上“栏目名: ”；是上一行没写完的话，并到上一行里',
};

function explain({ code, message }: YAMLError): { message: string; help: string } {
  if (code === 'MISSING_CHAR' && message.startsWith('Implicit map key')) return noColon;
  switch (code) {
    case 'BAD_INDENT':
    case 'BAD_COLLECTION_TYPE':
      return {
        message: '缩进不齐，看不出这一行属于哪一栏',
        help: '同一层的各行左边对齐；下一层比上一层多两个空格',
      };
    case 'MISSING_CHAR':
      return {
        message: '引号或者括号只有一半',
        help: "补上另一半；内容里本来就有引号时，整段用单引号 ' 括起来",
      };
    case 'BAD_DQ_ESCAPE':
      return {
        message: '双引号里的“\\”有特别的用处',
        help: "外面的双引号换成单引号 '，里面的“\\”就是它本身",
      };
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return noColon;
    case 'BAD_SCALAR_START':
      return { message: '内容以特殊符号开头', help: "把整段内容用单引号 ' 括起来" };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return { message: '一行里有两个“: ”', help: "内容里有半角冒号时，整段用单引号 ' 括起来" };
    default:
      return {
        message: '这一处的写法读不懂',
        help: "对照同类公告的写法；内容里有特殊符号时，整段用单引号 ' 括起来",
      };
  }
}
