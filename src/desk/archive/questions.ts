import type { Checked, DeskFinding, ProjectHit, Proposal, Work } from '../../core/desk/api.ts';
import { checkFile } from '../../core/attached.ts';
import { codeOf } from '../../core/diagnostic.ts';
import type { Answers } from '../../core/drafting/draft.ts';
import { DraftCheck } from '../check/draft-check.ts';
import { keptInspector } from '../check/inspector.ts';
import type { Writable } from '../check/written.ts';
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

  projects(words: string): readonly ProjectHit[] {
    return this.#projects.find(this.#archive.holding, words);
  }

  work(now: string): Pick<Work, 'due' | 'publishedToday'> {
    const holding = this.#archive.refresh();
    return { due: dueAt(holding, now), publishedToday: publishedOn(holding, now) };
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
