import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node as YamlNode,
  type YAMLError,
} from 'yaml';
import type { Span } from '../diagnostic.ts';

/** A YAML text as a tree of texts, each with its place. */
export type Tree = TextNode | ListNode | MapNode;

export interface TextNode {
  kind: 'text';
  text: string;
  span: Span;
}

export interface ListNode {
  kind: 'list';
  items: readonly Tree[];
  span: Span;
}

export interface MapNode {
  kind: 'map';
  entries: readonly MapEntry[];
  span: Span;
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
  message: string;
  help: string;
}

/** Deepest nesting a clerk could mean; more is an attack or an accident, and overflows a parser's stack. */
const DEEPEST = 50;

/**
 * Parses YAML in the failsafe schema, where every value stays text. Anchors, aliases and tags are refused.
 * `firstLine` is the line of the file on which the text begins.
 */
export function parseTree(
  yaml: string,
  firstLine: number,
): { tree: Tree | undefined; faults: readonly TreeFault[] } {
  const tooDeep = nestingFault(yaml, firstLine);
  if (tooDeep) return { tree: undefined, faults: [tooDeep] };
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  const reader = new TreeReader(yaml, lines, firstLine);
  const faults = document.errors.map((error) => reader.fault(error));
  const tree = document.contents ? reader.read(document.contents) : undefined;
  return { tree, faults: [...faults, ...reader.faults] };
}

function nestingFault(yaml: string, firstLine: number): TreeFault | undefined {
  for (const [index, line] of yaml.split('\n').entries()) {
    const brackets = line.match(/[[{]/gu)?.length ?? 0;
    const dashes = /^(?:\s*[-?]\s)+/u.exec(line)?.[0].match(/[-?]/gu)?.length ?? 0;
    const indent = /^ */u.exec(line)![0].length;
    if (Math.max(brackets, dashes, indent / 2) > DEEPEST) {
      return {
        code: 'F116',
        span: { line: firstLine + index, column: 1, length: Math.min([...line].length, 20) },
        message: `层次超过了 ${DEEPEST} 层`,
        help: '栏目最多三层：栏目、列表的一项、这一项里的内容',
      };
    }
  }
  return undefined;
}

class TreeReader {
  readonly faults: TreeFault[] = [];
  readonly #yaml: string;
  readonly #lines: LineCounter;
  readonly #firstLine: number;

  constructor(yaml: string, lines: LineCounter, firstLine: number) {
    this.#yaml = yaml;
    this.#lines = lines;
    this.#firstLine = firstLine;
  }

  read(node: YamlNode): Tree {
    const span = this.#span(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
    if (isAlias(node) || ('anchor' in node && node.anchor !== undefined) || node.tag?.startsWith('!')) {
      this.faults.push({
        code: 'F112',
        span,
        message: '用了 YAML 的锚点、别名或者标签',
        help: '直接写出内容；内容里确实有 &、*、! 开头时，用半角引号括起来',
      });
    }
    if (isMap(node)) {
      const entries = node.items.map((pair): MapEntry => {
        const key = pair.key as YamlNode | null;
        const value = pair.value as YamlNode | null;
        const keySpan = key?.range ? this.#span(key.range[0], key.range[1]) : span;
        return {
          key: isScalar(key) ? String(key.value ?? '') : '',
          keySpan,
          value: value?.range ? this.read(value) : { kind: 'text', text: '', span: keySpan },
        };
      });
      return { kind: 'map', entries, span };
    }
    if (isSeq(node)) {
      const items = node.items.map((item): Tree => {
        const child = item as YamlNode | null;
        return child?.range ? this.read(child) : { kind: 'text', text: '', span };
      });
      return { kind: 'list', items, span };
    }
    return { kind: 'text', text: isScalar(node) ? String(node.value ?? '') : '', span };
  }

  fault(error: YAMLError): TreeFault {
    const span = this.#span(error.pos[0], error.pos[1]);
    if (error.code === 'DUPLICATE_KEY') {
      const text = this.#textAt(error.pos[0]);
      return { code: 'F109', span, message: `“${text}”写了两次`, help: '只保留一个' };
    }
    if (error.code === 'BAD_ALIAS' || error.code === 'TAG_RESOLVE_FAILED') {
      return { code: 'F112', span, message: '用了 YAML 的锚点、别名或者标签', help: '直接写出内容' };
    }
    return { code: 'F108', span, ...explain(error.code) };
  }

  #textAt(offset: number): string {
    return /^[^:\n]*/u.exec(this.#yaml.slice(offset))![0].trim();
  }

  /** Offsets count UTF-16 units; a span counts characters and never leaves its first line. */
  #span(from: number, to: number): Span {
    const { line, col } = this.#lines.linePos(Math.min(from, this.#yaml.length));
    const start = this.#lines.lineStarts[line - 1] ?? 0;
    const end = Math.max(from, Math.min(to, lineEnd(this.#yaml, from)));
    return {
      line: this.#firstLine + line - 1,
      column: [...this.#yaml.slice(start, start + col - 1)].length + 1,
      length: Math.max(1, [...this.#yaml.slice(from, end)].length),
    };
  }
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

function explain(code: YAMLError['code']): { message: string; help: string } {
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
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return { message: '这一行缺少“栏目名: ”', help: '写成“栏目名: 内容”；内容较长时写在同一行' };
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
