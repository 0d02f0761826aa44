import MarkdownIt from 'markdown-it';
import multimdTable from 'markdown-it-multimd-table';
import type { Finding } from './diagnostic.ts';

/** A finding in a body; `line` counts from 1 within the body. */
export type BodyFinding = Omit<Finding, 'id' | 'at'> & { line: number; text: string };

/** Where a link or image of a body leads: an address on the site, or nothing when there is no such file. */
export type Resolve = (file: string) => string | undefined;

/** Deepest nesting of lists and quotes that still can be read; more also costs a parser quadratic time. */
const DEEPEST = 20;

/**
 * The one renderer of bodies. Raw HTML stays text, nothing is rewritten: no smart punctuation, no links made from
 * bare text, no strikethrough, so that `10~20万元` stays as written. Tables take merged cells: `||` and `^^`.
 */
const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false })
  .disable('strikethrough')
  .use(multimdTable, { rowspan: true, multiline: false, headerless: false });

type Token = ReturnType<typeof markdown.parse>[number];

// Markdown-it refuses some links by leaving them as text; our own rule decides instead, so that the check can say why.
markdown.validateLink = () => true;
markdown.set({ maxNesting: DEEPEST * 4 } as object);

const SCHEME = /^([a-z][a-z0-9+.-]*):/iu;

/** Whether a link may be published: web, mail, telephone, an anchor of the page or a file beside the announcement. */
export function isAllowedLink(href: string): boolean {
  // Browsers drop these characters before they read the scheme.
  // eslint-disable-next-line no-control-regex -- see above
  const bare = href.replace(/[\u0000-\u0020\u007f]/gu, '');
  if (bare.startsWith('//') || bare.startsWith('\\')) return false;
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme);
}

const isLocal = (href: string): boolean =>
  !SCHEME.test(href) && !href.startsWith('#') && !href.startsWith('/');

const fileOf = (href: string): string => {
  try {
    return decodeURIComponent(href).replace(/^\.\//u, '').normalize('NFC');
  } catch {
    return href;
  }
};

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
  const safe = isAllowedLink(target) && !foreignImage ? address : undefined;
  if (safe === undefined) token.attrs = (token.attrs ?? []).filter(([name]) => name !== attribute);
  else token.attrSet(attribute, safe);
}

/** The words of a body as a reader sees them, blocks divided by newlines: for search and excerpts. */
export function plainText(body: string): string {
  const words: string[] = [];
  const inline = (token: Token): string => {
    if (token.type === 'text' || token.type === 'code_inline') return token.content;
    if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
    return (token.children ?? []).map(inline).join('');
  };
  for (const token of markdown.parse(body, {})) {
    if (token.type === 'inline') words.push((token.children ?? []).map(inline).join(''));
    else if (token.type === 'fence' || token.type === 'code_block') words.push(token.content.trimEnd());
  }
  return words.join('\n').normalize('NFC');
}

/** The headings of a body with their anchors, for a list of contents. */
export function headingsOf(body: string): readonly { id: string; level: number; text: string }[] {
  const tokens = markdown.parse(body, {});
  return tokens
    .flatMap((token, index) => (token.type === 'heading_open' ? [{ token, inline: tokens[index + 1]! }] : []))
    .map(({ token, inline }, index) => ({
      id: `s${index + 1}`,
      level: Number(token.tag.slice(1)),
      text: inline.content,
    }));
}

const TAG = /<\/?[a-z][^\s<>]*(?:\s[^<>]*)?\/?>|<!--[\s\S]*?-->|<!doctype[^>]*>/giu;

/** Checks a body: what would be printed raw, where links lead, how deep it goes. */
export function checkBody(body: string, files: ReadonlySet<string>): readonly BodyFinding[] {
  const lines = body.split('\n');
  if (body.trim() === '') {
    return [{ code: 'C105', line: 1, text: '', message: '公告没有正文', help: '在第二行“---”的下面写正文' }];
  }
  const deep = lines.findIndex((line) => nesting(line) > DEEPEST);
  if (deep >= 0) {
    const text = lines[deep]!.slice(0, 20);
    return [
      {
        code: 'C106',
        line: deep + 1,
        text,
        message: `列表或引用套了 ${nesting(lines[deep]!)} 层，最多 ${DEEPEST} 层`,
        help: '改成分段或者编号',
      },
    ];
  }
  const checker = new BodyChecker(lines, files);
  for (const token of markdown.parse(body, {})) checker.visit(token);
  return checker.findings;
}

const nesting = (line: string): number => {
  const marks = /^(?:\s*(?:>|[-*+]\s|\d{1,9}[.)]\s))+/u.exec(line)?.[0] ?? '';
  const indent = /^ */u.exec(line)![0].length;
  return (marks.match(/>|[-*+](?=\s)|\d+[.)]/gu)?.length ?? 0) + Math.floor(indent / 4);
};

class BodyChecker {
  readonly findings: BodyFinding[] = [];
  readonly #lines: readonly string[];
  readonly #files: ReadonlySet<string>;

  constructor(lines: readonly string[], files: ReadonlySet<string>) {
    this.#lines = lines;
    this.#files = files;
  }

  visit(block: Token): void {
    if (block.type !== 'inline' || !block.map) return;
    const [from, to] = block.map;
    for (const child of block.children ?? []) {
      if (child.type === 'text') this.#text(child.content, from, to);
      if (child.type === 'link_open') this.#link(String(child.attrGet('href') ?? ''), from, to);
      if (child.type === 'image') this.#image(String(child.attrGet('src') ?? ''), from, to);
    }
  }

  #text(content: string, from: number, to: number): void {
    for (const [tag] of content.matchAll(TAG)) {
      this.#add(
        'C101',
        from,
        to,
        tag,
        `正文里有网页代码 ${tag.slice(0, 40)}`,
        '删掉它；表格、加粗、列表都有自己的写法，见手册',
      );
    }
    const bold = /\*\*[^*\n]+\*\*/u.exec(content) ?? /\*\*/u.exec(content);
    if (bold) {
      const inner = bold[0].replaceAll('**', '');
      const help = inner
        ? `在 ** 外面加一个空格，或者把标点移到外面：**${inner.replace(/[：:，,。；;]$/u, '')}**`
        : '删掉多余的 **';
      this.#add('C102', from, to, bold[0], `加粗没有起作用：${bold[0]}`, help);
    }
  }

  #link(href: string, from: number, to: number): void {
    if (!isAllowedLink(href))
      this.#add(
        'C103',
        from,
        to,
        href,
        `链接“${href.slice(0, 60)}”不能发布`,
        '改成 https:// 开头的完整网址，或者附件的文件名',
      );
    else if (isLocal(href)) this.#target(href, from, to);
  }

  #image(source: string, from: number, to: number): void {
    if (!isLocal(source))
      this.#add(
        'C104',
        from,
        to,
        source,
        `图片“${source.slice(0, 60)}”不在公告的文件夹里`,
        '把图片存进公告的文件夹，写进“附件”，这里只写文件名',
      );
    else this.#target(source, from, to);
  }

  #target(href: string, from: number, to: number): void {
    const file = fileOf(href);
    if (this.#files.has(file)) return;
    const help =
      this.#files.size > 0
        ? `附件有：${[...this.#files].join('、')}`
        : '把文件放进公告的文件夹，并写进“附件”';
    this.#add('C107', from, to, href, `正文链接的“${file}”不在附件里`, help);
  }

  /** The parser knows the lines of a block; the guilty text says which of them. */
  #add(code: string, from: number, to: number, text: string, message: string, help: string): void {
    const found = this.#lines.slice(from, to).findIndex((line) => line.includes(text));
    this.findings.push({
      code,
      line: from + Math.max(0, found) + 1,
      text: found < 0 ? '' : text,
      message,
      help,
    });
  }
}
