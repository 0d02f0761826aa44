import { headingsOf } from '../../core/body/render.ts';
import { idInPath, type SitePages } from '../../core/body/site-links.ts';
import { questionFor, type Key } from '../names.ts';
import { readFiles, type Ground } from './ground.ts';

/** Answers what links ask about announcements that were not read, and notes what each file has asked. */
export class LinkQuestions {
  readonly #ground: Ground;
  readonly #asked = new Map<string, Set<Key>>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** What the links of a file have asked. */
  of(file: string): readonly Key[] {
    return [...(this.#asked.get(file) ?? [])];
  }

  /** The pages that a file may link to. @param known those of what was read */
  pagesFor(file: string, known: SitePages): SitePages {
    const asked = new Set<Key>();
    this.#asked.set(file, asked);
    return {
      ...known,
      has: (path) => {
        asked.add(questionFor(path));
        return known.has(path) || this.#ground.tables.names.hasOldPage(path);
      },
      headings: (path) => {
        asked.add(questionFor(path));
        return known.headings(path) ?? this.#headingsIn(idInPath(path));
      },
    };
  }

  #headingsIn(id: string | undefined): number | undefined {
    const { announcements } = this.#ground.tables;
    const files =
      id === undefined ? [] : announcements.withId(id).filter((file) => announcements.isEntry(file));
    const [entry] = readFiles(this.#ground, announcements.some(files), new Set()).entries;
    return entry && headingsOf(entry.body).length;
  }
}
