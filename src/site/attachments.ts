import type { Edition } from '../core/edition.ts';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isReadable } from '../core/announcement/withdrawal.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import { attachmentPath, sumsPath } from './address.ts';

/** One attachment as a page lists it. */
export interface FileLine {
  label: string;
  /** `PDF，2.4 MB，38 页`. */
  detail: string;
  href: string;
  download: string;
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  sha256: string;
  /** Whether it is a PDF of pictures alone, which no reader can read aloud. */
  isScan: boolean;
}

/** The attachments that are published: none where the announcement was withdrawn for what they hold. */
export const attachmentsOf = ({ announcement, attachments }: Entry): Entry['attachments'] =>
  isReadable(announcement) ? attachments : [];

/** The attachments of an announcement, in the order of its front matter. */
export const filesOf = (edition: Edition, entry: Entry): readonly FileLine[] =>
  fileLines(edition, entry, attachmentsOf(entry), (index, file) => attachmentPath(entry.id, index, file));

/** Attachments that lie beside a file, as a page lists them. */
export const fileLines = (
  edition: Edition,
  bearer: Pick<Entry, 'file'>,
  attachments: Entry['attachments'],
  pathOf: (index: number, file: string) => string,
): readonly FileLine[] =>
  attachments.map((attachment, index) => {
    const { file, name } = attachment;
    const source = sourceOf(edition, bearer, file);
    return {
      label: name,
      detail: detailOf(edition, bearer, attachment),
      href: edition.address(pathOf(index, file)),
      download: file,
      sha256: sha256Of(edition, source),
      isScan: edition.pdf(source)?.isScan ?? false,
    };
  });

/** What is said of an attachment beside its name: what it is, how large, and of a PDF its pages. */
export function detailOf(
  edition: Edition,
  bearer: Pick<Entry, 'file'>,
  { file, bytes }: Entry['attachments'][number],
): string {
  const pdf = edition.pdf(sourceOf(edition, bearer, file));
  return `${endingOf(file)}，${sizeOf(bytes)}${pdf ? `，${pdf.pages} 页` : ''}`;
}

/** Where the digests of an announcement's attachments are found; nothing without attachments. */
export const sumsHref = (edition: Edition, entry: Entry): string | undefined =>
  attachmentsOf(entry).length === 0 ? undefined : edition.address(sumsPath(entry.id));

/** `SHA256SUMS`: the published names, so that `sha256sum -c` finds them; what they are called stands above each. */
export const toSums = (edition: Edition, entry: Entry): string =>
  sumsOf(edition, entry, (index, file) => attachmentPath(entry.id, index, file));

/** The same of attachments that lie beside any file. */
export const sumsOf = (
  edition: Edition,
  bearer: Pick<Entry, 'file' | 'attachments'>,
  pathOf: (index: number, file: string) => string,
): string =>
  bearer.attachments
    .map(({ file, name }, index) => {
      const published = pathOf(index, file).split('/').at(-1)!;
      return `# ${name}（${file}）\n${sha256Of(edition, sourceOf(edition, bearer, file))}  ${published}\n`;
    })
    .join('');

/** Address of an attachment that a body links to by its file name. */
export function attachmentAddress(
  edition: Edition,
  { id, attachments }: Entry,
  file: string,
): string | undefined {
  const index = attachments.findIndex((attachment) => attachment.file.normalize('NFC') === file);
  return index < 0 ? undefined : edition.address(attachmentPath(id, index, attachments[index]!.file));
}

/** Where an attachment lies on this machine. */
export const sourceOf = (edition: Edition, entry: Pick<Entry, 'file'>, file: string): string =>
  join(edition.contentDir, dirname(entry.file), file);

export const sha256Of = (edition: Edition, source: string): string =>
  edition.once(`sha256 of ${source}`, () => createHash('sha256').update(readFileSync(source)).digest('hex'));

const endingOf = (file: string): string => (/\.([A-Za-z0-9]+)$/u.exec(file)?.[1] ?? '').toUpperCase();

/** `24 KB`, `2.4 MB`. */
export const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
