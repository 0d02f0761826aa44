import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/build/fingerprint.ts';
import { openState, stateFile, withState, type State } from '../../src/build/state.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhangbang-state-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FINGERPRINT = { program: 'p', settings: 's' };

let count = 0;
const newFile = (): string => join(folder, `.cache/${(count += 1)}.sqlite`);

/** What `use` gives of a state that is opened and closed. */
function within<T>(file: string, use: (state: State) => T, fingerprint = FINGERPRINT): T {
  const state = openState(file, fingerprint);
  try {
    return use(state);
  } finally {
    state.close();
  }
}

/** A file with one value, in so many rows that a part of it can be cut off. */
function written(): string {
  const file = newFile();
  within(file, (state) =>
    state.transaction(() => {
      for (let index = 0; index < 2000; index += 1) state.set(`name ${index}`, 'value');
    }),
  );
  return file;
}

test('what one run writes down the next one reads, and a first run has lost nothing', () => {
  const file = newFile();
  expect(within(file, (state) => [state.lost, state.get('a')])).toEqual([undefined, undefined]);
  within(file, (state) => state.transaction(() => state.set('a', '1')));
  expect(within(file, (state) => [state.lost, state.get('a')])).toEqual([undefined, '1']);
});

test('a run that fails leaves what the run before it wrote', () => {
  const file = written();
  const failing = (state: State): void =>
    state.transaction(() => {
      state.set('name 0', 'other');
      throw new Error('power cut');
    });
  expect(() => within(file, failing)).toThrow('power cut');
  expect(within(file, (state) => state.get('name 0'))).toBe('value');
});

test('a run that stops between its beginning and its end leaves what was there', () => {
  const file = written();
  within(file, (state) => {
    state.begin();
    state.set('name 0', 'other');
  });
  expect(within(file, (state) => state.get('name 0'))).toBe('value');
});

test('another program or other settings throw away what was kept, and say so', () => {
  for (const [fingerprint, words] of [
    [{ program: 'q', settings: 's' }, '程序升级了'],
    [{ program: 'p', settings: 't' }, '设置改了'],
  ] as const) {
    const file = written();
    expect(within(file, (state) => [state.lost, state.get('name 1')], fingerprint)).toEqual([
      words,
      undefined,
    ]);
    expect(within(file, (state) => state.lost, fingerprint)).toBeUndefined();
  }
});

test('a state of an older format says that the program was upgraded, and gives the disk back what it took', () => {
  const file = written();
  within(file, ({ database }) => database.exec('pragma user_version = 1'));
  const before = statSync(file).size;
  const pageSize = ({ lost, database }: State) => [
    lost,
    Object.values(database.prepare('pragma page_size').get()!),
  ];
  expect(within(file, pageSize)).toEqual(['程序升级了', [8192]]);
  expect(statSync(file).size).toBeLessThan(before / 2);
});

test('a file that is cut short, of another kind, or in whose place a folder lies is thrown away', () => {
  for (const spoil of [
    (file: string) => truncateSync(file, readFileSync(file).length - 10_000),
    (file: string) => truncateSync(file, 100),
    (file: string) => writeFileSync(file, '这不是数据库'.repeat(1000)),
  ]) {
    const file = written();
    spoil(file);
    expect(within(file, (state) => [state.lost, state.get('name 1')])).toEqual(['记录不完整', undefined]);
    expect(within(file, (state) => state.lost)).toBeUndefined();
  }
});

test('a database of something else is emptied', () => {
  const file = written();
  within(file, ({ database }) => database.exec('pragma application_id = 7'));
  expect(within(file, (state) => [state.lost, state.get('name 1')])).toEqual(['记录不完整', undefined]);
});

test('where the disk takes no file, the run goes on and says that nothing is kept', () => {
  const file = newFile();
  mkdirSync(file, { recursive: true });
  const lost = within(file, (state) => {
    state.transaction(() => state.set('a', '1'));
    return [state.lost, state.get('a')];
  });
  expect(lost).toEqual(['.cache/build-state 写不进去，下一次也要从头来', '1']);
});

test('a file that turns out to be spoiled on the way is thrown away, and the work done once more', () => {
  const file = written();
  const bytes = readFileSync(file);
  // The first page, by which a file is known, stays whole.
  writeFileSync(file, Buffer.concat([bytes.subarray(0, 8192), Buffer.alloc(bytes.length - 8192, 0xee)]));
  const seen = withState(file, FINGERPRINT, (state) => [
    state.lost,
    Number(state.database.prepare('select count(*) as n from meta').get()!['n']),
  ]);
  expect(seen).toEqual(['记录不完整', 2]);
});

test('each folder of content, site and address has a file of its own', () => {
  const place = { project: folder, contentDir: folder, outDir: 'check', base: '/', origin: 'https://a.cn' };
  const other = join(folder, 'other');
  mkdirSync(other);
  const places = [place, { ...place, outDir: '/dist' }, { ...place, base: '/b/' }, { ...place, origin: '' }];
  const files = [...places, { ...place, contentDir: other }].map(stateFile);
  expect(new Set(files).size).toBe(5);
  expect(stateFile({ ...place, contentDir: `${other}/..` })).toBe(files[0]);
});

test('the fingerprint changes with every file of the program and of the settings, and with nothing else', () => {
  const project = join(folder, 'project');
  const contentDir = join(project, 'content');
  for (const path of [
    'src/deep',
    'public',
    'content/calendar',
    'content/announcements',
    'docs/handbook',
    'tests',
  ])
    mkdirSync(join(project, path), { recursive: true });
  const grounds = {
    ...{ project, contentDir, siteUrl: undefined, basePath: undefined },
    ...{ isStanding: false, hasCatalogue: false },
  };
  const write = (path: string): void => writeFileSync(join(project, path), '1');
  const changedBy = (change: () => void): readonly string[] => {
    const before = fingerprintOf(grounds);
    change();
    const after = fingerprintOf(grounds);
    return (['program', 'settings'] as const).filter((part) => before[part] !== after[part]);
  };
  for (const path of ['src/a.ts', 'src/deep/b.ts', 'public/c', 'astro.config.mjs', 'package-lock.json'])
    expect(changedBy(() => write(path))).toEqual(['program']);
  for (const path of ['docs/handbook.md', 'docs/fields.md', 'docs/handbook/a.png'])
    expect(changedBy(() => write(path))).toEqual(['program']);
  for (const path of ['site.yaml', 'synonyms.yaml', 'calendar/2026.yaml'])
    expect(changedBy(() => write(`content/${path}`))).toEqual(['settings']);
  for (const path of ['content/announcements/a.md', 'docs/design.md', 'tests/b.ts'])
    expect(changedBy(() => write(path))).toEqual([]);
  expect(changedBy(() => rmSync(join(project, 'src/a.ts')))).toEqual(['program']);
  for (const other of [
    { siteUrl: 'https://a.cn' },
    { basePath: '/a/' },
    { isStanding: true },
    { hasCatalogue: true },
  ])
    expect(fingerprintOf({ ...grounds, ...other }).settings).not.toBe(fingerprintOf(grounds).settings);
  expect(readdirSync(contentDir).length).toBeGreaterThan(0);
});

test('of many sites those that were worked on last are kept, twelve of them', () => {
  const states = mkdtempSync(join(folder, 'many-'));
  const fileOf = (number: number): string => join(states, `${String(number).padStart(2, '0')}.sqlite`);
  for (let number = 0; number < 12; number += 1) {
    within(fileOf(number), (state) => state.transaction(() => state.set('a', '1')));
    utimesSync(fileOf(number), number, number);
  }
  // One that is there already makes no room.
  within(fileOf(0), (state) => expect(state.get('a')).toBe('1'));
  utimesSync(fileOf(0), 0, 0);
  within(fileOf(99), (state) => state.set('a', '1'));
  const kept = readdirSync(states).filter((name) => name.endsWith('.sqlite'));
  expect([kept.length, kept.includes('00.sqlite'), kept.includes('01.sqlite')]).toEqual([12, false, true]);
});

test('while another run is writing, work is done by a state that lasts as long as the run', () => {
  const file = newFile();
  within(file, (other) => {
    other.begin();
    const lost = withState(file, FINGERPRINT, (state) =>
      state.transaction(() => {
        state.set('a', '1');
        return state.lost;
      }),
    );
    expect(lost).toBe('另一次运行正在用它');
    expect(other.get('a')).toBeUndefined();
  });
}, 30_000);
