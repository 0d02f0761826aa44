import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ATTACHMENTS_LABEL, answerOf, ID_LABEL, specOf, type Answers } from '../../core/drafting/draft.ts';
import { replaceFile } from '../replace-file.ts';
import { SOURCES_LABEL, type Sources } from './sources.ts';
import { remove } from '../../patience.ts';

/** Git ignores it: what is not finished is nobody else's yet. */
const FOLDER = '.cache/drafts';

/**
 * A file of answers that `--from` reads. It is written after each answer, so that a lost terminal or a computer that
 * stops costs no more than the answer in hand; it goes when the announcement is written.
 */
export class Draft {
  #path: string | undefined;
  readonly #sources: Sources | undefined;

  /**
   * `from` is the file that the answers came from; a draft is continued in its own file. `sources` is kept with it.
   */
  constructor(from?: string, sources?: Sources) {
    this.#sources = sources;
    if (from === undefined) return;
    const path = relative(resolve(FOLDER), resolve(from));
    if (!path.includes('..') && !path.includes('/') && !path.includes('\\')) this.#path = `${FOLDER}/${path}`;
  }

  /** Returns the path of the file. */
  save(answers: Answers, attachments: readonly string[]): string {
    this.#path ??= claimPath(answers);
    const all = {
      ...answers,
      ...(attachments.length > 0 && { [ATTACHMENTS_LABEL]: attachments }),
      ...(this.#sources && { [SOURCES_LABEL]: this.#sources.toRecords() }),
    };
    const bytes = new TextEncoder().encode(`${JSON.stringify(all, undefined, 2)}\n`);
    if (existsSync(this.#path)) replaceFile(this.#path, bytes);
    else writeFileSync(this.#path, bytes);
    return this.#path;
  }

  remove(): void {
    if (this.#path !== undefined) remove(this.#path);
    this.#path = undefined;
  }
}

/** A path that no other draft has, also when two are begun at the same moment. */
function claimPath(answers: Answers): string {
  mkdirSync(FOLDER, { recursive: true });
  const name = (answerOf(answers, ID_LABEL) ?? specOf(answers)?.id ?? '').replaceAll(/[^a-z0-9-]/gu, '');
  for (let number = 1; ; number += 1) {
    const path = `${FOLDER}/${name || 'announcement'}${number === 1 ? '' : `-${number}`}.json`;
    try {
      closeSync(openSync(path, 'wx'));
      return path;
    } catch (reason) {
      if ((reason as NodeJS.ErrnoException).code !== 'EEXIST') throw reason;
    }
  }
}

/** Most drafts that are named. */
const MOST_NAMED = 5;

/** The drafts that are there, newest first, each with what it is about. */
export function openDrafts(): readonly { path: string; about: string }[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${FOLDER}/${name}`)
    .toSorted((a, b) => modifiedAt(b) - modifiedAt(a))
    .slice(0, MOST_NAMED)
    .map((path) => ({ path, about: aboutOf(path) }));
}

const modifiedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function aboutOf(path: string): string {
  try {
    const answers = JSON.parse(readFileSync(join(path), 'utf8')) as Answers;
    return answerOf(answers, '标题') ?? answerOf(answers, '类型') ?? '';
  } catch {
    return '';
  }
}
