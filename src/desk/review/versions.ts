import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { faultOfFileName } from '../../core/corpus/attachments.ts';
import { DRAFT_FOLDER, textIn, unpack } from '../../office/review/version.ts';
import type { NewFile } from '../../office/review/tree.ts';
import type { ContentRepository } from '../../office/repository.ts';
import { remove, rename } from '../../patience.ts';
import type { Written } from '../check/written.ts';
import { filesOf } from '../drafts/attachments.ts';
import { recordSchema, type DraftRecord } from '../drafts/record.ts';
import { Refused } from '../refused.ts';

/** One version that was submitted. */
export interface Version {
  readonly commit: string;
  /** The announcement, from the content folder, and its text. */
  readonly file: string;
  readonly text: string;
  readonly draft: DraftRecord;
  /** Folder of its attachments, by their names. */
  readonly files: string;
  /** The document that it was made from, where it was. */
  readonly original: { readonly name: string; readonly path: string } | undefined;
  /** SHA-256 of the text and of the attachments. */
  readonly digest: string;
}

const DRAFT_FILE = `${DRAFT_FOLDER}/draft.json`;

const carriedSchema = z.looseObject({
  format: z.literal(1),
  file: z.string().regex(/^announcements\/[a-z]+\/\d{4}\/[a-z0-9-]+(?:\.md|\/index\.md)$/u),
  draft: recordSchema.refine(({ files }) => files.every(({ name }) => faultOfFileName(name) === undefined)),
});

/** The files of a version: the announcement in its place, and beside it the draft as the author's desk has it. */
export function carriedFiles(
  prefix: string,
  draft: DraftRecord,
  folder: string,
  written: Written,
): ReadonlyMap<string, NewFile> {
  const carried = { format: 1, file: written.file, draft };
  const { original } = draft;
  return new Map<string, NewFile>([
    ...announcementFiles(prefix, written, draft, filesOf(folder)),
    [`${prefix}${DRAFT_FILE}`, { text: `${JSON.stringify(carried, undefined, 1)}\n` }],
    ...(original
      ? [[`${prefix}${DRAFT_FOLDER}/${original.file}`, { from: join(folder, original.file) }] as const]
      : []),
  ]);
}

/** The announcement and its attachments in their final place. */
export const announcementFiles = (
  prefix: string,
  { file, text }: Written,
  { files }: Pick<DraftRecord, 'files'>,
  folder: string,
): ReadonlyMap<string, NewFile> =>
  new Map<string, NewFile>([
    [`${prefix}${file}`, { text }],
    ...files.map(({ name }) => [`${prefix}${dirname(file)}/${name}`, { from: join(folder, name) }] as const),
  ]);

/** Versions that were looked at, unpacked below a folder. */
export class Versions {
  readonly #folder: string;
  readonly #known = new Map<string, Version>();

  /** @param folder of its own, which is emptied */
  constructor(folder: string) {
    this.#folder = folder;
    remove(folder);
  }

  /** @throws {Refused} 422 for one that this program cannot read */
  async read(repository: ContentRepository, commit: string): Promise<Version> {
    const known = this.#known.get(commit);
    if (known) return known;
    const carried = carriedSchema.safeParse(jsonOf(await textIn(repository, commit, DRAFT_FILE)));
    const text = carried.success ? await textIn(repository, commit, carried.data.file) : undefined;
    if (!carried.success || text === undefined) throw unreadable(carried.error);
    const { file, draft } = carried.data;
    const folder = join(await this.#unpacked(repository, commit, file), repository.prefix);
    const files = join(folder, dirname(file));
    const { original } = draft;
    const version: Version = {
      ...{ commit, file, text, draft, files },
      original: original && {
        name: original.name,
        path: join(folder, DRAFT_FOLDER, original.file.replace(/^.*[\\/]/u, '')),
      },
      digest: digestOf(text, files, draft),
    };
    this.#known.set(commit, version);
    return version;
  }

  async #unpacked(repository: ContentRepository, commit: string, file: string): Promise<string> {
    const place = join(this.#folder, commit);
    if (existsSync(place)) return place;
    const fresh = `${place}.new`;
    remove(fresh);
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    const own = file.endsWith('/index.md') ? `${dirname(file)}/` : file;
    await unpack(repository, commit, [own, `${DRAFT_FOLDER}/`], fresh);
    rename(fresh, place);
    return place;
  }
}

/** @throws {Refused} where a file of the draft did not come with it, or is another */
function digestOf(text: string, folder: string, { files }: DraftRecord): string {
  const lines = files.map(({ name, sha256 }) => {
    const path = join(folder, name);
    const found = existsSync(path) ? sha256Of(readFileSync(path)) : undefined;
    if (found !== sha256) throw unreadable();
    return `${sha256}  ${name}\n`;
  });
  return sha256Of(Buffer.from([`${sha256Of(Buffer.from(text))}  index.md\n`, ...lines.toSorted()].join('')));
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unreadable = (cause?: unknown): Refused =>
  new Refused(
    422,
    { message: '送审的内容这里读不全。', help: '两台电脑要用同一个版本的办事台；请技术人员看看。' },
    cause,
  );
