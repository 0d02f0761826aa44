import type { Entry } from '../core/corpus/corpus.ts';
import { editionOn, type Edition } from '../core/edition.ts';
import { readOf, recording, type Read, type Recording } from '../core/edition/recording.ts';
import { codeOf, relatedOf } from '../core/project/links.ts';
import type { AnyView } from './view-keys.ts';

/** Where time stands still, the recording takes the present for a setting; to a view it is none. */
const REFUSED: PropertyDescriptor = {
  get: () => {
    throw new Error('It asks for the present moment');
  },
};

/**
 * Maps announcements by views, and holds each view to what it may ask: what it stores is mapped again when something in
 * the matter of the announcement changes, and at no other time.
 */
export class Mapping {
  readonly edition: Edition;
  readonly #recording: Recording;
  readonly #confined: Edition;
  #allowed: ReadonlySet<Read> = new Set();

  constructor(edition: Edition) {
    this.edition = edition;
    this.#recording = recording(edition);
    this.#confined = editionOn(
      Object.defineProperties(this.#recording.answers, { now: REFUSED, month: REFUSED }),
    );
  }

  /** From here on the announcements of one matter are mapped. That a name it gives is of no announcement may be asked. */
  confineTo(matter: readonly Entry[]): void {
    this.#allowed = new Set(
      matter.flatMap(({ id, announcement }) => {
        const [related, code] = [relatedOf(announcement), codeOf(announcement)];
        return [
          readOf.entry(id),
          readOf.row(id),
          ...(related === undefined ? [] : [readOf.entry(related)]),
          ...(code === undefined ? [] : [readOf.project(code)]),
        ];
      }),
    );
  }

  /** What a view gives of an announcement. @throws where it asks what it may not */
  map(view: AnyView, id: string): readonly (readonly [key: string, value: unknown])[] {
    this.#recording.begin();
    const mapped = this.#mapped(view, id);
    const outside = [...this.#recording.end()].find((read) => !this.#allowed.has(read));
    if (outside !== undefined) throw new Error(whyNot(view, id, outside));
    return mapped;
  }

  #mapped(view: AnyView, id: string): readonly (readonly [string, unknown])[] {
    try {
      return [...view.map(this.#confined, id)];
    } catch (cause) {
      throw new Error(`The view ${view.name} cannot map ${id}`, { cause });
    }
  }
}

const whyNot = ({ name }: AnyView, id: string, read: Read): string =>
  `The view ${name} asks “${read}” of ${id}, which is outside the matter; its values would not be made again when that changes`;
