import MarkdownIt from 'markdown-it';
import multimdTable from 'markdown-it-multimd-table';
import type { Span } from './diagnostic.ts';

/** A finding in a body; its lines count from 1 within the body. */
export type BodyFinding = Span & { code: string; message: string; help: string };

/** Where a link or image of a body leads: an address on the site, or nothing when there is no such file. */
export type Resolve = (file: string) => string | undefined;

/** Deepest nesting of lists and quotes that still can be read; more also costs a parser quadratic time. */
export const DEEPEST = 20;

/**
 * The one renderer of bodies. Raw HTML stays text, nothing is rewritten: no smart punctuation, no links made from
 * bare text, no strikethrough, so that `10~20万元` stays as written. Tables take merged cells: `||` and `^^`.
 */
const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false }).disable(
  'strikethrough',
);
useTables();

type Token = ReturnType<typeof markdown.parse>[number];
type BlockState = InstanceType<typeof markdown.block.State>;

// Markdown-it refuses some links by leaving them as text; our own rule decides instead, so that the check can say why.
markdown.validateLink = () => true;
markdown.set({ maxNesting: DEEPEST * 4 } as object);

// The page's one main heading is the announcement's title.
markdown.core.ruler.push('one-main-heading', ({ tokens }) => {
  for (const token of tokens) if (token.tag === 'h1') token.tag = 'h2';
});

const SCHEME = /^([a-z][a-z0-9+.-]*):/iu;

/** Whether a link may be published: web, mail, telephone, an anchor of the page or a file beside the announcement. */
export function isAllowedLink(href: string): boolean {
  // Browsers drop these characters before they read the scheme.
  // eslint-disable-next-line no-control-regex -- see above
  const bare = href.replace(/[\u0000-\u0020\u007f]/gu, '');
  if (/^(?:[/\\]{2}|\\)/u.test(bare)) return false;
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  // `https://www.gov.cn@example.com/` leads to the host behind the @.
  if (/^https?:[/\\]*[^/\\?#]*@/iu.test(bare)) return false;
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme);
}

const isLocal = (href: string): boolean =>
  !SCHEME.test(href) && !href.startsWith('#') && !href.startsWith('/');

/** The file that a local link names, without the place inside it, `#page=2`. */
const fileOf = (href: string): string => {
  const path = href.replace(/[?#].*$/su, '').replace(/^\.\//u, '');
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
};

/** The table plugin sets up a machine for every block; here it is asked only where a table can begin. */
function useTables(): void {
  const { ruler } = markdown.block;
  const before = ruler.getRules('');
  markdown.use(multimdTable, { rowspan: true, multiline: false, headerless: false });
  const table = ruler.getRules('').find((rule) => !before.includes(rule))!;
  const alt = ['paragraph', 'reference'];
  ruler.at('table', (state, start, end, silent) => hasBar(state, start) && table(state, start, end, silent), {
    alt,
  });
}

/** Whether a block has a `|` in its first two lines: a caption, if there is one, and the heads of the columns. */
function hasBar({ src, bMarks, eMarks }: BlockState, line: number): boolean {
  const end = eMarks[line + 1] ?? eMarks[line]!;
  const bar = src.indexOf('|', bMarks[line]);
  return bar >= 0 && bar < end;
}

/** Renders a body as HTML. Headings get anchors by position; tables scroll alone and can be focused. */
export function renderBody(body: string, resolve: Resolve): string {
  const tokens = markdown.parse(body, {});
  let section = 0;
  let table = 0;
  const each = (token: Token): void => {
    if (token.type === 'heading_open') {
      section += 1;
      token.attrSet('id', `s${section}`);
    }
    if (token.type === 'link_open') adopt(token, 'href', resolve);
    if (token.type === 'image') adopt(token, 'src', resolve);
    token.children?.forEach(each);
  };
  tokens.forEach(each);
  const html = markdown.renderer.render(tokens, { ...markdown.options }, {});
  return html
    .replace(
      /<table>/gu,
      () => `<div class="scroll" tabindex="0" role="region" aria-label="表格 ${(table += 1)}"><table>`,
    )
    .replace(/<\/table>/gu, '</table></div>')
    .replace(/<th(?=[ >])/gu, '<th scope="col"');
}

function adopt(token: Token, attribute: 'href' | 'src', resolve: Resolve): void {
  const target = String(token.attrGet(attribute) ?? '');
  const foreignImage = attribute === 'src' && !isLocal(target);
  const address = isLocal(target) ? resolve(fileOf(target)) : target;
  // A name such as `\\host` is harmless until it is joined to a path.
  const allowed = isAllowedLink(target) && isAllowedLink(address ?? '') && !foreignImage;
  const safe = allowed ? address : undefined;
  if (safe === undefined) token.attrs = (token.attrs ?? []).filter(([name]) => name !== attribute);
  else token.attrSet(attribute, safe);
}

/** The words of a body as a reader sees them, blocks divided by newlines: for search and excerpts. */
export function plainText(body: string): string {
  const words: string[] = [];
  for (const token of markdown.parse(body, {})) {
    if (token.type === 'inline') words.push(wordsOf(token));
    else if (token.type === 'fence' || token.type === 'code_block') words.push(token.content.trimEnd());
  }
  return words.join('\n').normalize('NFC');
}

function wordsOf(token: Token): string {
  if (token.type === 'text' || token.type === 'code_inline') return token.content;
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
  return (token.children ?? []).map(wordsOf).join('');
}

/** The headings of a body with their anchors, for a list of contents. */
export function headingsOf(body: string): readonly { id: string; level: number; text: string }[] {
  const tokens = markdown.parse(body, {});
  return tokens
    .flatMap((token, index) => (token.type === 'heading_open' ? [{ token, inline: tokens[index + 1]! }] : []))
    .map(({ token, inline }, index) => ({
      id: `s${index + 1}`,
      level: Number(token.tag.slice(1)),
      text: wordsOf(inline),
    }));
}

const TAG = /<(?<end>\/?)(?<name>[a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>|<!--|<!doctype\b/giu;
const BOLD = /\*\*[^*\n]+\*\*|\*\*/gu;

/** Checks a body: what would be printed raw, where links lead, how deep it goes. */
export function checkBody(body: string, files: ReadonlySet<string> | undefined): readonly BodyFinding[] {
  if (body.trim() === '') {
    const help = '在第二行“---”的下面写正文';
    return [{ code: 'C105', line: 1, column: 1, length: 1, message: '公告没有正文', help }];
  }
  const lines = body.split('\n');
  const deep = tooDeep(lines);
  if (deep) return [deep];
  const wide = tooWide(lines);
  if (wide) return [wide];
  const ruleless = tablesWithoutRule(lines);
  // The table plugin takes quadratic time to see that a run of rows is no table: 8 s for 4,000 of them.
  if (ruleless.some(({ rows }) => rows > MOST_ROWS_TRIED)) return ruleless.map(({ finding }) => finding);
  const checker = new BodyChecker(lines, files);
  for (const token of markdown.parse(body, {})) {
    if (checker.findings.length < MOST_FINDINGS) checker.visit(token);
  }
  return [...ruleless.map(({ finding }) => finding), ...checker.findings];
}

function tooDeep(lines: readonly string[]): BodyFinding | undefined {
  const index = lines.findIndex((line) => nesting(line) > DEEPEST);
  if (index < 0) return undefined;
  const message = `列表或引用套了 ${nesting(lines[index]!)} 层，最多 ${DEEPEST} 层`;
  const length = Math.min(20, [...lines[index]!].length);
  return { code: 'C106', line: index + 1, column: 1, length, message, help: '改成分段或者编号' };
}

/** Columns beyond which a table can be read nowhere; a parser takes time for each in each row. */
export const MOST_COLUMNS = 200;

function tooWide(lines: readonly string[]): BodyFinding | undefined {
  const columnsOf = (line: string): number => (ROW.test(line) ? line.split('|').length - 2 : 0);
  const index = lines.findIndex((line) => line.length > MOST_COLUMNS && columnsOf(line) > MOST_COLUMNS);
  if (index < 0) return undefined;
  const message = `表格有 ${columnsOf(lines[index]!)} 列，最多 ${MOST_COLUMNS} 列`;
  const help = '只留读者要看的几列，整张表作为附件发布';
  return { code: 'C110', line: index + 1, column: 1, length: 20, message, help };
}

const nesting = (line: string): number => {
  const marks = /^(?:\s*(?:>|[-*+]\s|\d{1,9}[.)]\s))+/u.exec(line)?.[0] ?? '';
  const indent = /^ */u.exec(line)![0].length;
  return (marks.match(/>|[-*+](?=\s)|\d+[.)]/gu)?.length ?? 0) + Math.floor(indent / 4);
};

const MOST_ROWS_TRIED = 200;

/** Findings of one body after which no more are looked for: what was pasted there is no announcement. */
const MOST_FINDINGS = 100;
const ROW = /^[\s>]*\|.*\|\s*$/u;
const RULE = /^[\s>]*\|?[\s|:=-]*-[\s|:=-]*$/u;
const FENCE = /^\s*(```|~~~)/u;

/** Runs of table rows that no rule `| --- |` makes a table: they would be printed as lines of bars. */
function tablesWithoutRule(lines: readonly string[]): readonly { rows: number; finding: BodyFinding }[] {
  const found: { rows: number; finding: BodyFinding }[] = [];
  let start = -1;
  let fenced = false;
  for (const [index, line] of [...lines, ''].entries()) {
    if (FENCE.test(line)) fenced = !fenced;
    const isRow = !fenced && ROW.test(line);
    if (isRow && start < 0) start = index;
    if (isRow || start < 0) continue;
    const rows = index - start;
    if (rows > 1 && !lines.slice(start, index).some((row) => RULE.test(row))) {
      const length = [...lines[start]!].length;
      const columns = lines[start]!.split('|').length - 2;
      const help = `在表头下面加一行 |${' --- |'.repeat(Math.min(columns, 12))}`;
      const message = '表格缺少表头下面的分隔行';
      found.push({ rows, finding: { code: 'C108', line: start + 1, column: 1, length, message, help } });
    }
    start = -1;
  }
  return found;
}

class BodyChecker {
  readonly findings: BodyFinding[] = [];
  readonly #lines: readonly string[];
  readonly #files: ReadonlySet<string> | undefined;
  /** Elements whose opening was reported: their ends are the same fault. */
  readonly #opened = new Set<string>();
  /** How far a block was searched for a text, so that the second of two equal faults is found in the second place. */
  readonly #searched = new Map<string, number>();

  constructor(lines: readonly string[], files: ReadonlySet<string> | undefined) {
    this.#lines = lines;
    this.#files = files;
  }

  visit(block: Token): void {
    if (block.type !== 'inline' || !block.map) return;
    const [from, to] = block.map;
    const children = block.children ?? [];
    this.#text(children.map(printed).join(''), from, to);
    for (const [index, child] of children.entries()) {
      if (child.type === 'link_open') {
        const href = String(child.attrGet('href') ?? '');
        const end = children.findIndex(({ type }, at) => at > index && type === 'link_close');
        this.#link(href, from, to);
        this.#linkText(
          children
            .slice(index + 1, end)
            .map(wordsOf)
            .join(''),
          href,
          from,
          to,
        );
      }
      if (child.type === 'image') this.#image(String(child.attrGet('src') ?? ''), from, to);
    }
  }

  #text(content: string, from: number, to: number): void {
    if (!/[<*]/.test(content)) return;
    for (const { 0: tag, groups } of content.matchAll(TAG)) {
      if (this.findings.length >= MOST_FINDINGS) return;
      const name = groups?.['name']?.toLowerCase() ?? tag;
      const span = this.#find([tag], from, to);
      // Written as &lt;b&gt; it was meant to be read.
      if (!span || (groups?.['end'] && this.#opened.has(name))) continue;
      this.#opened.add(name);
      const message = `正文里有网页代码 ${tag.replaceAll('\n', ' ').slice(0, 40)}`;
      this.#add('C101', span, message, '删掉它；表格、加粗、列表都有自己的写法，见手册');
    }
    for (const [mark] of content.matchAll(BOLD)) {
      if (this.findings.length >= MOST_FINDINGS) return;
      const span = this.#find([mark], from, to);
      if (!span) continue;
      const inner = mark.replaceAll('**', '').replace(/[：:，,。；;]$/u, '');
      const help = inner
        ? `在 ** 外面加一个空格，或者把标点移到外面：**${inner}**`
        : '删掉多余的 **，或者补上另一半';
      this.#add('C102', span, `加粗没有起作用：${mark}`, help);
    }
  }

  #link(href: string, from: number, to: number): void {
    if (!isAllowedLink(href)) {
      const message = `链接“${href.slice(0, 60)}”不能发布`;
      this.#add(
        'C103',
        this.#place(href, from, to),
        message,
        '改成 https:// 开头的完整网址，或者附件的文件名',
      );
    } else if (isLocal(href)) this.#target(href, from, to);
  }

  #linkText(words: string, href: string, from: number, to: number): void {
    const named = hostNamedBy(words);
    if (named === undefined || !isAllowedLink(href) || named === hostOf(href)) return;
    const target = hostOf(href) ?? href;
    const message = `链接写的是 ${named}，却通向 ${target.slice(0, 60)}`;
    const span = this.#find([words], from, to) ?? this.#place(href, from, to);
    this.#add('C109', span, message, '核对网址，让写的和通向的一致；或者改用单位名称作链接的文字');
  }

  #image(source: string, from: number, to: number): void {
    if (!isLocal(source)) {
      const message = `图片“${source.slice(0, 60)}”不在公告的文件夹里`;
      const help = '把图片存进公告的文件夹，写进“附件”，这里只写文件名';
      this.#add('C104', this.#place(source, from, to), message, help);
    } else this.#target(source, from, to);
  }

  #target(href: string, from: number, to: number): void {
    const file = fileOf(href);
    if (!this.#files || this.#files.has(file)) return;
    const help =
      this.#files.size > 0
        ? `附件有：${[...this.#files].join('、')}`
        : '把文件放进公告的文件夹，并写进“附件”';
    this.#add('C107', this.#place(href, from, to), `正文链接的“${file}”不在附件里`, help);
  }

  /** Where an address stands as it was typed; the parser hands it over percent-encoded. */
  #place(href: string, from: number, to: number): Span {
    const found = this.#find([href, decoded(href)], from, to);
    return found ?? { line: from + 1, column: 1, length: Math.max(1, [...this.#lines[from]!].length) };
  }

  /** The parser knows the lines of a block; the guilty text says where in them. */
  #find(texts: readonly string[], from: number, to: number): Span | undefined {
    const source = this.#lines.slice(from, to).join('\n');
    for (const text of texts) {
      if (text === '') continue;
      const key = `${from}:${text}`;
      const at = source.indexOf(text, this.#searched.get(key) ?? 0);
      this.#searched.set(key, at < 0 ? Infinity : at + text.length);
      if (at < 0) continue;
      const before = source.slice(0, at).split('\n');
      const length = Math.max(1, [...text.split('\n')[0]!].length);
      return { line: from + before.length, column: [...before.at(-1)!].length + 1, length };
    }
    return undefined;
  }

  #add(code: string, span: Span, message: string, help: string): void {
    this.findings.push({ code, ...span, message, help });
  }
}

/** The host that the words of a link promise: of an address, of a mail address, or a name under a domain in use here. */
const PROMISED =
  /https?:\/\/(?<address>[^\s/?#，。；、）)]+)|[\w.+-]+@(?<mail>[\w.-]+)|(?<![\w@.-])(?<name>(?:[\w-]+\.)+(?:cn|com|net|org|gov|edu|info|xyz|top|vip|cc|io|site))(?![\w.])|(?<![\w@.-])(?<www>www\.[\w.-]+)/iu;

const withoutWww = (host: string): string => host.toLowerCase().replace(/^www\.|[:.]\d*$/gu, '');

function hostNamedBy(words: string): string | undefined {
  const { address, mail, name, www } = PROMISED.exec(words.normalize('NFKC'))?.groups ?? {};
  const host = address ?? mail ?? name ?? www;
  return host === undefined ? undefined : withoutWww(host);
}

/** The host that a link leads to; of a mail address the domain. */
function hostOf(href: string): string | undefined {
  const mail = /^mailto:[^@]*@([^?]+)/iu.exec(href)?.[1];
  if (mail !== undefined) return withoutWww(mail);
  return URL.canParse(href) ? withoutWww(new URL(href).hostname) : undefined;
}

/** What a reader sees of a token; code is shown as it is, so its content is of no interest here. */
const printed = ({ type, content }: Token): string =>
  type === 'text' ? content : type.endsWith('break') ? '\n' : type === 'code_inline' ? '\ufffc' : '';

function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
