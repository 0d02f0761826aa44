import ts from 'typescript';

/** A piece of Chinese that a file prints, as far as it stands there; what is put in is `…`. */
interface Words {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

const HAN = /\p{Script=Han}/u;

/** The Chinese of a source file: texts in quotation marks, in templates and between tags; no comments. */
export function wordsIn(file: string, source: string): readonly Words[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const words: Words[] = [];
  const walk = (node: ts.Node): void => {
    const text = textOf(node);
    if (text === undefined) return void ts.forEachChild(node, walk);
    const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (HAN.test(text)) words.push({ file, line, text });
    // What is put into a template may be words itself.
    if (ts.isTemplateExpression(node)) node.templateSpans.forEach(({ expression }) => walk(expression));
  };
  walk(parsed);
  return words;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isJsxText(node)) return node.text.trim();
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('…');
}

/** What no clerk has to know. */
const STOPPED =
  /(?<![\w./-])(?:git|commit|push|pull|fetch|branch|merge|rebase|stash|staged|yaml|markdown|json|front matter|http|api|token|diff|null|undefined)(?![\w/-])|分支|缓存|退出码|推送|拉取|仓库|堆栈|暂存|字符串|数组|哈希|序列化|接口|进程|服务器端|前端|后端/iu;

/** Who is asked for by name is told what to run. */
const FOR_TECHNICIANS = /(?:技术|信息)人员/u;

/** The word of a text that no clerk has to know. */
export const stoppedIn = (text: string, isOfOffice = false): string | undefined =>
  isOfOffice && FOR_TECHNICIANS.test(text) ? undefined : STOPPED.exec(text)?.[0];

const LONGEST = 40;

/** Sentences of a text that are longer than can be read at a glance. */
export const longIn = (text: string): readonly string[] =>
  text
    .split(/[。！？；\n]/u)
    // An address is copied and not read.
    .map((sentence) => sentence.replace(/https?:[^\p{Script=Han}）\s]*/gu, '').trim())
    .filter((sentence) => [...sentence].length > LONGEST);
