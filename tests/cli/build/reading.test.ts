import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openMemory } from '../../../src/cli/build/memory.ts';
import { readWhole } from '../../../src/cli/build/reading.ts';
import { findTarget } from '../../../src/cli/target.ts';
import type { Edition } from '../../../src/core/edition.ts';
import { readSettings } from '../../../src/settings.ts';
import { VIEWS } from '../../../src/site/views.ts';
import { generate } from '../../bench/generate.ts';

let room: string;
const states = new Set<string>();

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'zhangbang-reading-'));
  mkdirSync(join(room, 'content'));
  generate(join(room, 'content'), 60, 'reading');
  vi.stubEnv('CONTENT_DIR', join(room, 'content'));
  vi.stubEnv('OUT_DIR', join(room, 'site'));
  vi.stubEnv('TODAY', '2026-11-02T09:00+08:00');
});
afterAll(() => {
  vi.unstubAllEnvs();
  for (const file of [...states].flatMap((one) => [one, `${one}-wal`, `${one}-shm`]))
    rmSync(file, { force: true });
  rmSync(room, { recursive: true });
});

/** Everything that is read at most so many at once is asked. */
function readAtOnce(most: number): { read: number; findings: unknown; answers: unknown } {
  const settings = readSettings();
  const target = findTarget({ ...settings, project: process.cwd() });
  const memory = openMemory(settings, target, { isPublished: false, compress: false });
  states.add(memory.state.database.location()!);
  try {
    const run = { target, list: undefined, compress: false, started: 0 };
    const { content } = readWhole(run, memory, most);
    const { corpus, findings, edition } = content;
    return { read: corpus.entries.length, findings, answers: answersOf(edition) };
  } finally {
    memory.state.close();
  }
}

const answersOf = (edition: Edition): unknown => [
  VIEWS.map((view) => [
    view.name,
    [...edition.counts(view)].map(([key]) => [key, edition.values(view, key), edition.reduced(view, key)]),
    edition.reductions(view),
    edition.groups(view),
  ]),
  edition
    .keys(VIEWS.find(({ name }) => name === 'announcements')!)
    .map((id) => [
      edition.row(id),
      edition.entry(id),
      edition.effective(id),
      edition.events(id),
      edition.course(id),
      edition.judgements(id),
    ]),
];

test('an archive that is read in parts is answered for as one that is read at once', () => {
  const whole = readAtOnce(1000);
  const parts = readAtOnce(7);
  expect(whole.read).toBe(60);
  expect(parts.read).toBeLessThan(30);
  expect(parts.findings).toEqual(whole.findings);
  expect(parts.answers).toEqual(whole.answers);
});
