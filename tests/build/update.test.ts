import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { answersFrom } from '../../src/build/answers.ts';
import { fillTables } from '../../src/build/filling.ts';
import { mattersOf } from '../../src/build/matters.ts';
import { updateTables, type Changed, type Changes } from '../../src/build/update.ts';
import type { Announcement } from '../../src/core/announcement/schema.ts';
import type { Corpus, Entry } from '../../src/core/corpus/corpus.ts';
import { editionOf, type View } from '../../src/core/edition.ts';
import type { Answers, Present } from '../../src/core/edition/questions.ts';
import { codeOf, relatedOf } from '../../src/core/project/links.ts';
import { VIEWS } from '../../src/site/views.ts';
import { runsOf } from '../repeatable.ts';
import { answersTo, changedBetween, checkedOf, differing, readArchive, type Questions } from './archive.ts';

let archive: Corpus;
let contentDir: string;

beforeAll(() => {
  ({ folder: contentDir, corpus: archive } = readArchive());
});

/** What a view may do: values of every plain kind, several under one key, keys that sort otherwise in UTF-8. */
const OWN: readonly View<unknown, unknown>[] = [
  {
    name: 'titles',
    map: (edition, id) => [...edition.row(id).title].map((sign, index) => [sign, index]),
    reduce: (places, sign) =>
      places.length > 2
        ? { value: { sign, places: new Set(places) }, group: places.length > 4 ? '常用' : sign }
        : undefined,
  },
  {
    name: 'astral',
    map: (edition, id) => [
      [edition.row(id).category === 'land' ? '𠮷' : '（工程）', { id, since: undefined, at: new Date(0) }],
    ],
    reduce: ({ length }) => ({ value: length }),
  },
  {
    name: 'matters',
    map: (edition, id) => {
      const { announcement } = edition.entry(id);
      const related = relatedOf(announcement);
      const code = codeOf(announcement);
      return [
        ...(related !== undefined && edition.has(related) ? [[edition.row(related).title, id] as const] : []),
        ...(code === undefined ? [] : [[code, edition.coursesOf(code)] as const]),
        ['all', [edition.events(id), edition.course(id)?.root, edition.judgements(id).length]],
      ];
    },
  },
  { name: 'newest', map: (edition, id) => [['all', edition.row(id)]] },
];

const ALL = [...VIEWS, ...OWN];

const presentOf = (pages: ReadonlyMap<string, number> = new Map()): Present => ({
  now: '2026-11-22T09:00+08:00',
  isStanding: false,
  base: '/',
  origin: 'https://www.example.gov.cn',
  contentDir,
  pdf: (path) => ({ pages: pages.get(path) ?? 1, isScan: false }),
  hasWords: () => undefined,
});

/** Tables, and what they were brought up to. */
class Tables {
  readonly database = new DatabaseSync(':memory:');
  entries: readonly Entry[] = [];

  readonly #views: readonly View<unknown, unknown>[];

  constructor(views = ALL) {
    this.#views = views;
  }

  /** Brings them up to other announcements; of those in `touched` something else has changed. */
  become(entries: readonly Entry[], touched: ReadonlySet<string> = new Set()): Changes {
    const changed = changedBetween(this.entries, entries, touched);
    this.entries = entries;
    return this.put(changed.entries, changed.removed);
  }

  put(entries: readonly Entry[], removed: readonly string[] = [], given: Partial<Changed> = {}): Changes {
    return updateTables(this.database, this.#views, {
      checked: [checkedOf(archive, entries)],
      removed,
      present: presentOf(),
      digestOfFile: (path) => path,
      ...given,
    });
  }

  /** Puts announcements into empty tables: whole matters, in three parts. */
  fill(entries: readonly Entry[]): void {
    const matters = mattersOf(entries);
    const filling = fillTables(this.database, this.#views);
    for (const part of [0, 1, 2]) {
      const own = matters.filter((_, index) => index % 3 === part).flat();
      filling.put(checkedOf(archive, own), { present: presentOf(), digestOfFile: (path) => path });
    }
    filling.finish();
    this.entries = entries;
  }

  /** Takes back all that `work` does to them. */
  trial(work: () => unknown): void {
    const { entries } = this;
    this.database.exec('begin');
    try {
      work();
    } finally {
      this.database.exec('rollback');
      this.entries = entries;
    }
  }

  answers(): Answers {
    return answersFrom(this.database, this.#views, archive, presentOf());
  }
}

/** An edit of announcements; `at` chooses the one that it is about, and `by` another. */
type Edit = (entries: readonly Entry[], at: Entry, by: Entry) => readonly Entry[];

const replaced =
  (change: (entry: Entry, by: Entry) => Entry): Edit =>
  (entries, at, by) =>
    entries.map((entry) => (entry === at ? change(at, by) : entry));

const written = (entry: Entry, fields: object): Entry => ({
  ...entry,
  announcement: { ...entry.announcement, ...fields } as Announcement,
});

const EDITS: Readonly<Record<string, Edit>> = {
  'is removed': (entries, at) => entries.filter((entry) => entry !== at),
  'comes back': (entries, _, by) => [
    ...entries,
    ...archive.entries.filter(({ id }) => id === by.id && !entries.some((entry) => entry.id === id)),
  ],
  'is copied': (entries, at) =>
    entries.some(({ id }) => id === `${at.id}-b`)
      ? entries
      : [...entries, { ...at, id: `${at.id}-b`, file: at.file.replace(/\.md$/u, '-b.md') }],
  'is named otherwise': replaced((entry) => written(entry, { title: `${entry.announcement.title}（二次）` })),
  'is published with another': replaced((entry, by) =>
    written(entry, { publishedAt: by.announcement.publishedAt }),
  ),
  'has other words': replaced((entry) => ({ ...entry, body: `${entry.body}\n\n更多。` })),
  'names another as the one before': replaced((entry, by) => written(entry, { related: by.id })),
  'names none': replaced((entry) => {
    const fields = Object.entries(entry.announcement).filter(([key]) => key !== 'related');
    return { ...entry, announcement: Object.fromEntries(fields) as unknown as Announcement };
  }),
  'names one that there is not': replaced((entry) => written(entry, { related: 'gm-nowhere' })),
  'takes the code of another': replaced((entry, by) =>
    written(entry, { projectCode: codeOf(by.announcement) }),
  ),
  'is withdrawn': replaced((entry) =>
    written(entry, { withdrawn: [{ at: '2026-11-20T09:00+08:00', reason: '重复发布' }] }),
  ),
  'is excused': replaced((entry) => written(entry, { exceptions: [{ code: 'C102', reason: '另有规定' }] })),
  'is as it was': replaced((entry) => structuredClone(entry)),
};

/** An edition in memory with the announcements that it is of. */
interface Whole {
  readonly entries: readonly Entry[];
  readonly answers: Answers;
}

const editionAt = (entries: readonly Entry[]): Whole => ({
  entries,
  answers: editionOf(checkedOf(archive, entries), presentOf()),
});

/** Edits the tables, holds their answers and what they tell of changes against editions in memory, and gives the new one. */
function expectEdit(tables: Tables, before: Whole, [edit, at, by]: readonly [string, number, number]): Whole {
  const { entries } = before;
  const others = edit === 'comes back' ? archive.entries : entries;
  const after = editionAt(EDITS[edit]!(entries, entries[at % entries.length]!, others[by % others.length]!));
  const { questions: told } = tables.become(after.entries);
  const questions = questionsOf(before, after);
  const expected = answersTo(questions, after.answers);
  expect(differing(expected, answersTo(questions, tables.answers()))).toEqual([]);
  const changed = differing(answersTo(questions, before.answers), expected);
  expect(changed.filter((read) => !told.has(read))).toEqual([]);
  return after;
}

const place = fc.nat(10_000);
const scripts = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), place, place), {
  minLength: 1,
  maxLength: 6,
});

/** All that either of two editions can be asked about. */
function questionsOf(...editions: readonly Whole[]): Questions {
  const all = editions.flatMap(({ entries }) => entries);
  const ofViews = (of: (answers: Answers, view: View<unknown, unknown>) => readonly string[]) =>
    new Map(
      ALL.map((view) => [
        view.name,
        new Set(['none', ...editions.flatMap(({ answers }) => of(answers, view))]),
      ]),
    );
  return {
    ids: new Set(['none', 'gm-nowhere', ...all.map(({ id }) => id)]),
    codes: new Set(['none', ...all.flatMap(({ announcement }) => codeOf(announcement) ?? [])]),
    views: ALL,
    keys: ofViews((answers, view) => answers.keys(view)),
    groups: ofViews((answers, view) => answers.groups(view)),
  };
}

/** Longest time for the editions in memory, each with all views, in milliseconds; it takes a tenth of that alone. */
const LONGEST = 240_000;

/** Tables with the whole archive in them, put in part by part. */
function filled(): Tables {
  const tables = new Tables();
  tables.fill(archive.entries);
  return tables;
}

describe('tables that are brought up to what changed', () => {
  test(
    'answer every question as an edition of the whole in memory does, and tell which answers changed',
    { timeout: LONGEST },
    () => {
      const tables = filled();
      const whole = editionAt(archive.entries);
      fc.assert(
        fc.property(scripts, (script) => {
          tables.trial(() => script.reduce((before, edit) => expectEdit(tables, before, edit), whole));
        }),
        { numRuns: runsOf(4) },
      );
    },
  );

  test('the same announcements once more change no answer', () => {
    const tables = filled();
    const { questions, keys } = tables.put(structuredClone(archive.entries));
    expect([...questions]).toEqual([]);
    expect([...keys]).toEqual([]);
  });

  test('another title changes what is said of one announcement, and nothing of others', () => {
    const tables = filled();
    const entry = archive.entries.find(({ id }) => id === 'gm-js-2026-012-award')!;
    const { questions } = tables.become(EDITS['is named otherwise']!(archive.entries, entry, entry));
    expect([...questions].filter((read) => /^(?:entry|project|row) /u.test(read)).sort()).toEqual([
      `entry ${entry.id}`,
      `row ${entry.id}`,
    ]);
  });

  test('keys that come, go or have other values are told by view', () => {
    const tables = filled();
    const entry = archive.entries.find(({ id }) => id === 'gm-js-2026-012-award')!;
    const more = tables.become(EDITS['is copied']!(archive.entries, entry, entry));
    const none = { added: [], changed: [], removed: [] };
    expect(more.keys.get('announcements')).toEqual({ ...none, added: [`${entry.id}-b`] });
    expect(more.keys.get('newest')).toEqual({ ...none, changed: ['all'] });
    const fewer = tables.become(archive.entries);
    expect(fewer.keys.get('announcements')).toEqual({ ...none, removed: [`${entry.id}-b`] });
  });

  test('a change of an old announcement leaves the newest of a list as they are', () => {
    const tables = filled();
    const sorted = archive.entries.toSorted((a, b) =>
      a.announcement.publishedAt < b.announcement.publishedAt ? 1 : -1,
    );
    const toldOf = (place: number): readonly string[] => {
      const entry = sorted[place]!;
      const { questions } = tables.become(EDITS['is named otherwise']!(archive.entries, entry, entry));
      return [...questions].filter((read) => read.endsWith(' newest all'));
    };
    expect(toldOf(20)).toEqual(['values newest all', 'newest-128 newest all', 'newest-1024 newest all']);
    tables.become(archive.entries);
    expect(toldOf(200)).toEqual(['values newest all', 'newest-1024 newest all']);
    tables.become(archive.entries);
    expect(toldOf(0)).toContain('newest-1 newest all');
  });

  test('a project that no announcement is of any more is told, and so is the one that they are of now', () => {
    const tables = filled();
    const { ids } = tables.answers().project('GM-JS-2026-012');
    const { questions } = tables.become(
      archive.entries.map((entry) =>
        ids.includes(entry.id) ? written(entry, { projectCode: 'GM-NEW' }) : entry,
      ),
    );
    expect([...questions].filter((read) => read.startsWith('project ')).sort()).toEqual([
      'project GM-JS-2026-012',
      'project GM-NEW',
    ]);
    expect(() => tables.answers().project('GM-JS-2026-012')).toThrow('is not in this archive');
  });

  test('bytes of an attachment count, and what is known of them is looked at anew', () => {
    const tables = filled();
    const entry = archive.entries.find(({ attachments }) => attachments.length > 0)!;
    const path = `${contentDir}/${entry.file.replace(/[^/]*$/u, entry.attachments[0]!.file)}`;
    const put = (digest: string, pages: number) =>
      tables.put(changedBetween(archive.entries, archive.entries, new Set([entry.id])).entries, [], {
        present: presentOf(new Map([[path, pages]])),
        digestOfFile: (one) => (one === path ? digest : one),
      });
    expect([...put(path, 9).questions]).toEqual([]);
    expect(tables.answers().pdf(path)?.pages).toBe(1);
    const year = entry.announcement.publishedAt.slice(0, 4);
    const { questions } = put('other', 9);
    expect([...questions].filter((read) => !read.startsWith('newest-'))).toEqual([
      `entry ${entry.id}`,
      `values search record marks ${year}`,
      `sum search record marks ${year}`,
      'sums search record marks',
    ]);
    expect(tables.answers().pdf(path)?.pages).toBe(9);
  });

  test('a matter that is handed in without some of what it was is refused', () => {
    const [first, ...rest] = archive.entries.filter(
      ({ announcement }) => codeOf(announcement) === 'GM-JS-2026-012',
    );
    expect(rest).not.toEqual([]);
    expect(() => filled().put([first!])).toThrow('belongs to a matter that was handed in without it');
  });
});

describe('a view is held to what it may ask', () => {
  const mapping = (map: View<unknown>['map']) => () => {
    const tables = new Tables([{ name: 'mine', map }]);
    return tables.become(archive.entries);
  };
  const other = (id: string): string => archive.entries.find((entry) => entry.id !== id)!.id;

  test.each<[string, View<unknown>['map']]>([
    ['the present moment', (edition) => [[edition.now, null]]],
    ['the month of it', (edition) => [[edition.month, null]]],
    ['a view', (edition) => [[String(edition.keys(ALL[0]!).length), null]]],
    ['an announcement of another matter', (edition, id) => [[edition.row(other(id)).title, null]]],
    ['whether there is one', (edition) => [[String(edition.has('gm-nowhere')), null]]],
    [
      'what was made once of another matter',
      (edition, id) => [[edition.once('first', () => edition.row(id).title), null]],
    ],
    ['the catalogue', (edition) => [[String(edition.disclosure.length), null]]],
  ])('it may not ask for %s', (_, map) => {
    expect(mapping(map)).toThrow(/^The view mine /u);
  });

  test('nor give what cannot be kept', () => {
    expect(mapping(() => [['key', () => 1]])).toThrow('The view mine gives a value that cannot be kept');
  });

  test('one that is not in the list has no answers', () => {
    const answers = filled().answers();
    expect(() => answers.keys({ name: 'mine', map: () => [] })).toThrow('The view mine is not in the list');
  });
});
