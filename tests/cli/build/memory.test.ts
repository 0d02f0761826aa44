import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMemory } from '../../../src/cli/build/memory.ts';
import { findTarget } from '../../../src/cli/target.ts';
import { readSettings } from '../../../src/settings.ts';

let room: string;
const states = new Set<string>();

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'zhangbang-memory-'));
  mkdirSync(join(room, 'content'));
  // The sample of this repository stands at its own time.
  cpSync('content/site.yaml', join(room, 'content/site.yaml'));
});
afterAll(() => {
  for (const file of [...states].flatMap((one) => [one, `${one}-wal`, `${one}-shm`]))
    rmSync(file, { force: true });
  rmSync(room, { recursive: true });
});

/** Why what was remembered by the run before is of no use. */
function lostWith(env: Readonly<Record<string, string>>): string | undefined {
  const settings = readSettings({ CONTENT_DIR: join(room, 'content'), OUT_DIR: join(room, 'site'), ...env });
  const target = findTarget({ ...settings, project: process.cwd() });
  const { state } = openMemory(settings, target, { isPublished: true, compress: false });
  states.add(state.database.location()!);
  state.close();
  return state.lost;
}

test('what is remembered of a sample at its own time is not used of one that goes by the clock, nor the other way', () => {
  expect(lostWith({})).toBeUndefined();
  expect(lostWith({})).toBeUndefined();
  expect(lostWith({ TODAY: '2026-11-22T09:00+08:00' })).toBe('设置改了');
  expect(lostWith({})).toBe('设置改了');
});
