import { checkBody } from '../core/body/check-body.ts';
import { checkLegible } from '../core/body/legible.ts';
import { diagnostic, split } from '../core/corpus/front-matter.ts';
import { labels } from '../core/corpus/labels.ts';
import { readAnnouncement } from '../core/corpus/meaning.ts';
import { readTree } from '../core/corpus/read-tree.ts';
import { checkDateOrder } from '../core/rules/date-order.ts';
import { codeOf } from '../core/diagnostic.ts';
import { LARGEST_FILE } from '../core/corpus/front-matter.ts';

/** An error of a file: its code and words, and the field it is of. */
export interface Fault {
  code: string;
  message: string;
  field?: string;
}

/** Links to announcements are made by the import itself, so every one of them leads somewhere. */
const EVERY_PAGE = {
  bases: ['/'],
  origin: undefined,
  has: (path: string) => path.startsWith('announcements/'),
  headings: () => undefined,
};

/**
 * The errors that the check has of an announcement by itself: its form, its fields, its words. What it is to the others
 * and the law are told by the whole check, once, when all are written.
 */
export function faultsAlone(id: string, text: string, files: readonly string[]): readonly Fault[] {
  const file = `${id}.md`;
  if (new TextEncoder().encode(text).length > LARGEST_FILE)
    return [{ code: 'F115', message: `公告有 ${Math.ceil(text.length / 1024)} KB，太大` }];
  const cut = split(file, text);
  if (!cut.split) return errorsIn(cut.findings);
  const { frontMatter, frontMatterLine, body } = cut.split;
  const { tree, faults } = readTree(frontMatter, frontMatterLine, labels);
  const form = faults.map(({ code, message, span }) => diagnostic(file, code, { ...span, message }));
  const read = tree ? readAnnouncement(file, tree) : undefined;
  const words = [
    ...checkBody(body, new Set(files.map((name) => name.normalize('NFC'))), {
      from: `announcements/${id}/`,
      pages: EVERY_PAGE,
    }),
    ...checkLegible(body),
  ];
  const order = read?.announcement ? checkDateOrder(id, read.announcement) : [];
  return [
    ...errorsIn([...form, ...(read?.findings ?? [])]),
    ...[...words, ...order]
      .filter(({ code }) => codeOf(code).severity === 'error')
      .map(({ code, message }) => ({ code, message })),
  ];
}

const errorsIn = (
  findings: readonly { code: string; severity: string; message: string; field?: string }[],
): readonly Fault[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, field }) => ({ code, message, ...(field !== undefined && { field }) }));
