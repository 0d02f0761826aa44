import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { lineReader } from '../../src/cli/lines.ts';
import { check } from '../../src/core/check.ts';
import { idOf, toText } from '../../src/core/report.ts';

export const HANDBOOK = 'docs/handbook.md';

/** An announcement that the handbook shows: ```` ```md content/announcements/… ````. */
export interface Example {
  readonly id: string;
  /** Path from the content folder. */
  readonly file: string;
  readonly text: string;
}

/**
 * What the handbook shows a command to print of an example that was spoilt. The words behind ```` ```text ```` name the
 * example and the change: `标识 投标截止: 2026-03-21 09:30` writes that line instead, `标识 去掉 例外` leaves a field out,
 * and both may be joined by `改成`. With `fix` in front it is what the mending prints.
 */
export interface Printed {
  readonly command: 'check' | 'fix';
  readonly id: string;
  readonly spoil: (text: string) => string;
  readonly text: string;
  readonly info: string;
}

const tokens = new MarkdownIt().parse(readFileSync(HANDBOOK, 'utf8'), {});
const fences = tokens.filter(({ type }) => type === 'fence');

export const examples: readonly Example[] = fences.flatMap(({ info, content }) => {
  const [, file] = /^md content\/(announcements\/\S+)$/u.exec(info.trim()) ?? [];
  return file === undefined ? [] : [{ id: idOf(file)!, file, text: content }];
});

/** Files of settings and items of the disclosure catalogue, whole. */
export const settings: readonly { readonly file: string; readonly text: string }[] = fences.flatMap(
  ({ info, content }) => {
    const [, file] = /^(?:yaml|md) content\/((?!announcements\/)\S+)$/u.exec(info.trim()) ?? [];
    return file === undefined ? [] : [{ file, text: content }];
  },
);

export const printed: readonly Printed[] = fences.flatMap(({ info, content }) => {
  const match = /^text (fix )?(gm-[a-z0-9-]+) (.+)$/u.exec(info.trim());
  if (!match) return [];
  const [, fix, id, change] = match;
  return [
    { command: fix ? 'fix' : 'check', id: id!, spoil: (text) => spoil(text, change!), text: content, info },
  ] satisfies Printed[];
});

/** What is printed of a document: ```` ```text document 施工公告.docx ````. */
export const documents: readonly { readonly name: string; readonly text: string }[] = fences.flatMap(
  ({ info, content }) => {
    const [, name] = /^text document (\S+)$/u.exec(info.trim()) ?? [];
    return name === undefined ? [] : [{ name, text: content }];
  },
);

/** Fences in which a clerk would type. */
export const commands: readonly string[] = fences
  .filter(({ info }) => info === 'bat')
  .flatMap(({ content }) => content.split('\n').filter(Boolean));

/** Every fence that is neither an example nor a print nor commands: there should be none. */
export const unknownFences: readonly string[] = fences
  .map(({ info }) => info.trim())
  .filter(
    (info) =>
      info !== 'bat' &&
      !/^(?:md|yaml) content\//u.test(info) &&
      !/^text (?:(?:fix )?gm-|document )/u.test(info),
  );

export const pictures: readonly { file: string; alt: string }[] = tokens
  .flatMap(({ children }) => children ?? [])
  .filter(({ type }) => type === 'image')
  .map((image) => ({ file: join(dirname(HANDBOOK), image.attrGet('src')!), alt: image.content }));

/** The sample content with the handbook's examples in it. */
export class ExampleFolder {
  readonly path = join(mkdtempSync(join(tmpdir(), 'zhangbang-handbook-')), 'content');

  constructor() {
    cpSync('content', this.path, { recursive: true });
    for (const { file, text } of [...examples, ...settings]) this.#write(file, text);
    // The two attachments that an example is said to lie beside.
    const beside = dirname(examples.find(({ file }) => file.endsWith('/index.md'))!.file);
    cpSync(SOME_PDF, join(this.path, beside, '投标文件格式.pdf'));
    cpSync(SOME_PNG, join(this.path, beside, '窗口位置.png'));
  }

  /** Runs something while an example is spoilt. */
  whileSpoilt<T>({ id, spoil }: Printed, run: () => T): T {
    const { file, text } = examples.find((example) => example.id === id)!;
    const spoilt = spoil(text);
    if (spoilt === text) throw new Error(`the handbook's change does not change ${id}`);
    this.#write(file, spoilt);
    try {
      return run();
    } finally {
      this.#write(file, text);
    }
  }

  /** What the check prints of some announcements by their ids, or other files by their paths, without the sum. */
  check(...ids: readonly string[]): string {
    const { findings } = check(this.path, new Set(ids));
    const own = findings.filter(({ file }) => ids.includes(idOf(file) ?? file));
    return toText(own, lineReader(this.path));
  }

  remove(): void {
    rmSync(dirname(this.path), { recursive: true, force: true });
  }

  #write(file: string, text: string): void {
    mkdirSync(dirname(join(this.path, file)), { recursive: true });
    writeFileSync(join(this.path, file), text);
  }
}

const SOME_PDF = 'content/announcements/construction/2026/gm-js-2026-012-tender/招标文件.pdf';
const SOME_PNG = 'docs/handbook/finding.png';

function spoil(text: string, change: string): string {
  const [, removed, line = removed === undefined ? change : undefined] =
    /^去掉 (\S+)(?: 改成 (.+))?$/u.exec(change) ?? [];
  const less = removed === undefined ? text : text.replace(blockOf(removed), '');
  return line === undefined ? less : less.replace(blockOf(/^[^:：]+/u.exec(line)![0]), `${line}\n`);
}

/** The line of a field, with the indented lines that belong to it. */
const blockOf = (label: string): RegExp => new RegExp(`^${label}:.*\\n(?: .*\\n)*`, 'mu');
