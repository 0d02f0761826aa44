import type { Checked, DeskFinding, ProjectHit, Proposal, Work } from '../../core/desk/api.ts';
import { checkFile } from '../../core/attached.ts';
import { codeOf } from '../../core/diagnostic.ts';
import { join } from 'node:path';
import { answerOf, type Answers } from '../../core/drafting/draft.ts';
import { DraftCheck } from '../check/draft-check.ts';
import { keptInspector } from '../check/inspector.ts';
import { stage } from '../preview/stage.ts';
import { writtenOf, type Writable, type Written } from '../check/written.ts';
import { Archive } from './archive.ts';
import { dueAt, publishedOn } from './due.ts';
import { answersInForce } from './in-force.ts';
import { ProjectSearch } from './projects.ts';
import { proposalsFor } from './proposals.ts';

/** What an archive is asked by the desk. Answers are plain data: they cross from thread to thread. */
export class Questions {
  readonly #archive: Archive;
  readonly #inspect = keptInspector();
  readonly #check: DraftCheck;
  readonly #projects = new ProjectSearch();

  /** @param trial folder for the file that a draft will be */
  constructor(contentDir: string, trial: string) {
    this.#archive = new Archive(contentDir);
    this.#check = new DraftCheck(this.#archive, this.#inspect, trial);
  }

  /** Looks whether files have changed. */
  refresh(): void {
    this.#archive.refresh();
  }

  check(draft: Writable, files: string, now: string): Omit<Checked, 'seq' | 'rev'> {
    return this.#check.check(draft, files, now);
  }

  proposals(answers: Answers, now: string): Readonly<Record<string, Proposal>> {
    return proposalsFor(this.#archive.holding.existing, answers, now);
  }

  /** What an announcement says now, where there is one of this id. */
  inForce(id: string): Answers | undefined {
    const announcement = this.#archive.holding.existing.inForce(id);
    return announcement && answersInForce(announcement);
  }

  /** What an announcement is called, and since when it is there. */
  known(id: string): { readonly title: string; readonly publishedAt: string } | undefined {
    const found = this.#archive.holding.existing.entry(id)?.announcement;
    return found && { title: found.title, publishedAt: found.publishedAt };
  }

  projects(words: string): readonly ProjectHit[] {
    return this.#projects.find(this.#archive.holding, words);
  }

  work(now: string): Pick<Work, 'due' | 'publishedToday'> {
    const holding = this.#archive.refresh();
    return { due: dueAt(holding, now), publishedToday: publishedOn(holding, now) };
  }

  /** A draft as the file that it will be; nothing of one whose type is not there. */
  written(draft: Writable, now: string): Written | undefined {
    const { existing } = this.#archive.holding;
    const related = existing.entry(answerOf(draft.answers, '关联公告'))?.announcement.title;
    return writtenOf(draft, now.slice(0, 4), related);
  }

  /** Makes a small content folder with a draft; its id, or nothing of one whose type is not there. */
  stage(draft: Writable, files: string, folder: string, now: string): string | undefined {
    const { holding, contentDir } = this.#archive;
    const written = this.written(draft, now);
    if (!written) return undefined;
    stage(
      folder,
      contentDir,
      holding,
      written,
      new Map(draft.files.map(({ name }) => [name, join(files, name)])),
    );
    return written.id;
  }

  /** What is found in one file, as an attachment under a name. */
  lookInto(path: string, name: string): readonly DeskFinding[] {
    const [seen = {}] = this.#inspect([path]);
    return checkFile(name, seen, '').map(({ code, severity, message, help }) => ({
      ...{ code, severity: severity ?? codeOf(code).severity, message, file: name },
      ...(help !== undefined && { help }),
    }));
  }
}
