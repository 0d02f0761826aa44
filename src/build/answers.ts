import { relative, sep } from 'node:path';
import type { DatabaseSync, SQLTagStore } from 'node:sqlite';
import type { Corpus } from '../core/corpus/corpus.ts';
import type { Pdf } from '../core/edition.ts';
import { onceByName } from '../core/edition/once.ts';
import type { Answers, Present } from '../core/edition/questions.ts';
import type { Course } from '../core/project.ts';
import type { AnyView } from './view-keys.ts';
import { valueIn } from './encoding.ts';
import { judgementIn, type StoredMatter } from './matters.ts';
import { Shelf } from './shelf.ts';
import { storedViews } from './stored-views.ts';
import { openTables } from './tables.ts';

/** What each run reads anew, since it is little. */
type Surroundings = Pick<
  Corpus,
  'site' | 'calendar' | 'screens' | 'kiosks' | 'pages' | 'disclosure' | 'synonyms' | 'taken'
>;

/**
 * Answers from the tables. What is asked is read when it is asked. `views` are those that the tables were brought up to
 * date with; to ask another is an error.
 * After an update what was answered before is out of date, and answers have to be made anew.
 */
export function answersFrom(
  database: DatabaseSync,
  views: readonly AnyView[],
  around: Surroundings,
  present: Present,
): Answers {
  const sql = openTables(database);
  const shelf = new Shelf(sql);
  const { site, calendar, screens, kiosks, pages, disclosure, synonyms, taken } = around;
  return {
    ...present,
    ...{ site, calendar, screens, kiosks, pages, disclosure, synonyms, taken },
    ...storedViews(sql, new Set(views.map(({ name }) => name))),
    ...ofOne(shelf),
    ...ofProjects(shelf),
    once: onceByName(),
    month: present.now.slice(0, 7),
    hasDisclosure: disclosure.length > 0,
    pdf: (path) => pdfIn(sql, relative(present.contentDir, path).replaceAll(sep, '/')) ?? present.pdf(path),
  };
}

type OfOne = Pick<
  Answers,
  'has' | 'row' | 'entry' | 'effective' | 'events' | 'course' | 'judgements' | 'excused'
>;

const ofOne = (shelf: Shelf): OfOne => ({
  has: (id) => shelf.has(id),
  row: (id) => shelf.row(id),
  entry: (id) => shelf.matterOf(id).entries.find((entry) => entry.id === id)!,
  effective: (id) => shelf.matterOf(id).effective.get(id)!,
  events: (id) => shelf.matterOf(id).events.get(id)!,
  course: (id) => (shelf.has(id) ? courseIn(shelf.matterOf(id), id) : undefined),
  judgements: (id) => (shelf.has(id) ? (shelf.matterOf(id).judgements.get(id) ?? []).map(judgementIn) : []),
  excused: (id) => (shelf.has(id) ? (shelf.matterOf(id).excused.get(id) ?? []) : []),
});

const ofProjects = (shelf: Shelf): Pick<Answers, 'project' | 'coursesOf'> => {
  const project: Answers['project'] = (code) =>
    shelf.matterOfProject(code).projects.find((one) => one.code === code)!;
  return {
    project,
    coursesOf: (code) => {
      const matter = shelf.matterOfProject(code);
      return [...new Set(project(code).ids.flatMap((id) => courseIn(matter, id) ?? []))];
    },
  };
};

const courseIn = ({ courses }: StoredMatter, id: string): Course | undefined =>
  courses.find(({ ids }) => ids.includes(id));

/** What is known of an attachment of an announcement; undefined also where the path is of none. */
function pdfIn(sql: SQLTagStore, path: string): Pdf | undefined {
  const found = sql.get`select pdf from attachments where path = ${path}`;
  return found && valueIn(found['pdf'] as string);
}
