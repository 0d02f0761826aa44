import { namedIn } from '../../core/corpus/connected.ts';
import type { Corpus, Entry, Words } from '../../core/corpus/corpus.ts';

type Named = Entry | Words;

/** What names announcements have and what they name, so that those that belong to a new one are found at once. */
export class NameIndex {
  readonly #byId = new Map<string, Named>();
  readonly #naming = new Map<string, Named[]>();

  constructor({ entries, unreadable }: Pick<Corpus, 'entries' | 'unreadable'>) {
    for (const words of [...entries, ...unreadable]) {
      this.#byId.set(idOf(words), words);
      for (const name of namesIn(words)) this.#naming.set(name, [...(this.#naming.get(name) ?? []), words]);
    }
  }

  /**
   * The announcements that can have a part in what is found of a new one: those of its project, those that it names at
   * any distance, and those that name one of these. One too many does no harm.
   * @param text the file of the new one
   */
  connectedTo(text: string): readonly Named[] {
    const names = new Set<string>();
    const chain = [namedIn(text)];
    for (let named = chain.pop(); named; named = chain.pop()) {
      for (const id of named.related) {
        const words = this.#byId.get(id);
        if (!names.has(id) && words) chain.push(namesOf(words));
      }
      for (const name of [...named.codes, ...named.related]) names.add(name);
    }
    const found = [...names].flatMap((name) =>
      [this.#byId.get(name) ?? [], this.#naming.get(name) ?? []].flat(),
    );
    return [...new Set(found)];
  }
}

const idOf = ({ file }: Words): string => file.replace(/(?:\/index)?\.md$/u, '').replace(/^.*\//u, '');

const namesIn = (words: Named): readonly string[] => {
  const { codes, related } = namesOf(words);
  return [...codes, ...related];
};

/** Read once of each announcement: the same object is the same file. */
const known = new WeakMap<Named, ReturnType<typeof namedIn>>();

function namesOf(words: Named): ReturnType<typeof namedIn> {
  const names = known.get(words) ?? namedIn(words.frontMatter);
  known.set(words, names);
  return names;
}
