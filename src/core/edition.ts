import type { Category } from './announcement/category.ts';
import { dayOf } from './announcement/instant.ts';
import { listAlterations } from './changes.ts';
import type { Corpus } from './corpus/corpus.ts';
import { dueFrom } from './edition/deadlines.ts';
import { onceByName } from './edition/once.ts';
import type { Answers, Collection, Edition, Present } from './edition/questions.ts';
import { viewsInMemory } from './edition/view.ts';
import type { Excused } from './exceptions.ts';
import { byNewest, insideAt, openAt, rowOf, type Row } from './listing.ts';
import type { Course, Links } from './project.ts';
import type { Judgement } from './rules/rule.ts';

export type { Collection, Edition, Pdf, Present, View } from './edition/questions.ts';

/** What a check has found out of announcements. */
export interface Checked {
  readonly collection: Collection;
  readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
  readonly excused: ReadonlyMap<string, readonly Excused[]>;
}

/** Makes a collection of what was read and linked. */
export function collectionOf(corpus: Corpus, links: Links): Collection {
  const { site, calendar, screens, kiosks, pages, disclosure, synonyms, taken, entries, current } = corpus;
  const entriesById = new Map(entries.map((entry) => [entry.id, entry]));
  const once = onceByName();
  const published = (): readonly Row[] =>
    once('published', () => entries.map((entry) => rowOf(entry, links)).sort(byNewest));
  const rows = (): readonly Row[] => once('rows', () => published().filter(({ withdrawn }) => !withdrawn));
  const rowsById = (): ReadonlyMap<string, Row> =>
    once('rows by id', () => new Map(published().map((row) => [row.id, row])));
  const courses = (): ReadonlyMap<string, Course> =>
    once(
      'courses by id',
      () => new Map([...links.courses.values()].flatMap((course) => course.ids.map((id) => [id, course]))),
    );
  return {
    ...{ site, calendar, screens, kiosks, pages, disclosure, synonyms, taken, entries, current },
    has: (id) => entriesById.has(id),
    entry: (id) => found(entriesById.get(id), id),
    effective: (id) => found(links.effective.get(id), id),
    events: (id) => found(links.events.get(id), id),
    row: (id) => found(rowsById().get(id), id),
    rows,
    published,
    project: (code) => found(links.projects.get(code), code),
    course: (id) => courses().get(id),
    coursesOf: (code) => [
      ...new Set(found(links.projects.get(code), code).ids.flatMap((id) => courses().get(id) ?? [])),
    ],
    alterations: () => once('alterations', () => listAlterations(entries, links.effective)),
    once,
  };
}

/** Publishes a collection at a moment and an address. */
export const editionOf = (checked: Checked, present: Present): Edition =>
  editionOn(answersOf(checked, present));

/** The answers of a collection that is all in memory. */
export function answersOf({ collection, judgements, excused }: Checked, present: Present): Answers {
  const announcements = () =>
    collection.entries.map(({ id, announcement: { publishedAt } }) => ({ id, publishedAt }));
  const answers: Answers = {
    ...collection,
    ...present,
    // What a view asks is not asked by the page that the view is made for.
    ...viewsInMemory(() => edition, announcements),
    month: present.now.slice(0, 7),
    hasDisclosure: collection.disclosure.length > 0,
    judgements: (id) => judgements.get(id) ?? [],
    excused: (id) => excused.get(id) ?? [],
  };
  const edition = editionOn(answers);
  return answers;
}

/** An edition whose questions are answered by `answers`. */
export function editionOn(answers: Answers): Edition {
  const address = (path = ''): string => `${answers.base}${path}`;
  const own = {
    address,
    absolute: (path?: string) => `${answers.origin}${address(path)}`,
    open: (category?: Category) =>
      answers.once(`open at ${answers.now} ${category ?? ''}`, () =>
        openAt(
          dueRows(answers).filter((row) => category === undefined || row.category === category),
          answers.now,
        ),
      ),
    inside: () => answers.once(`inside at ${answers.now}`, () => insideAt(dueRows(answers), answers.now)),
  };
  // Getters stay getters: an answer may be noted when it is asked for.
  return Object.defineProperties(own, Object.getOwnPropertyDescriptors(answers)) as Edition;
}

/** Rows of what has a deadline ahead; those that were withdrawn are among them, and say of none. */
const dueRows = (answers: Answers): readonly Row[] =>
  dueFrom(answers, dayOf(answers.now)).map((id) => answers.row(id));

/** @throws for what is not in the collection */
function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not in this collection`);
  return value;
}
