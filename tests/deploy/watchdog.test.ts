import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** A box whose screen was last heard of so many seconds ago, and whose systemctl only notes what it is told. */
function box(silence: number, restartsAgo: readonly number[] = [], lastBeat = '', isRotated = false) {
  const place = mkdtempSync(join(tmpdir(), 'zhangbang-watchdog-'));
  onTestFinished(() => rmSync(place, { recursive: true }));
  const now = Date.parse('2026-11-22T09:00:00+08:00') / 1000;
  const [beats, restarts, told] = ['beats.log', 'restarts', 'told'].map((name) => join(place, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(isRotated ? `${beats}.1` : beats, lastBeat);
  if (isRotated) writeFileSync(beats, '');
  utimesSync(beats, now - silence, now - silence);
  if (restartsAgo.length > 0) writeFileSync(restarts, restartsAgo.map((ago) => `${now - ago}\n`).join(''));
  const programs = join(place, 'bin');
  mkdirSync(programs);
  writeFileSync(join(programs, 'systemctl'), `#!/bin/sh\necho "$@" >>'${told}'\n`);
  writeFileSync(join(programs, 'date'), `#!/bin/sh\necho ${now}\n`);
  for (const program of ['systemctl', 'date']) chmodSync(join(programs, program), 0o755);
  const { status, stderr } = spawnSync('sh', ['docs/deploy/kiosk/watchdog.sh'], {
    encoding: 'utf8',
    env: {
      PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`,
      BEATS: beats,
      RUNTIME_DIRECTORY: place,
    },
  });
  const text = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return { status, stderr, told: text(told), noted: text(restarts).split('\n').filter(Boolean).length };
}

const RESTART = 'restart zhangbang-kiosk.service\n';

test.each([
  ['has just asked', 10, [], '', 0],
  ['seems to have asked in the future, for the clock was put back', -5000, [], '', 0],
  ['has been silent for four minutes', 240, [], RESTART, 1],
  ['was begun anew a minute ago', 240, [60], '', 1],
  ['was begun anew twice within the hour, and is silent again', 240, [1800, 600], RESTART, 3],
  ['was begun anew three times within the hour', 4000, [3000, 1800, 600], '', 3],
  ['was begun anew three times, but not within the hour', 4000, [9000, 8000, 7000], RESTART, 1],
])('a screen that %s', (_, silence, restartsAgo, told, noted) => {
  expect(box(silence, restartsAgo)).toEqual({ status: 0, stderr: '', told, noted });
});

const atNight =
  '127.0.0.1 - - [22/Nov/2026:23:10:00 +0800] "GET /display/a/head.json?s=a&q=1&u=61&e=0&f=1&m=140&p=600 HTTP/1.1" 304 0\n';

test.each([
  [700, '', 0],
  [901, RESTART, 1],
])(
  'a screen that rests for ten minutes in quiet hours is left alone after %d seconds: “%s”',
  (silence, told, noted) => {
    expect(box(silence, [], atNight)).toEqual({ status: 0, stderr: '', told, noted });
  },
);

test('a night in which the log is rotated is still a night', () => {
  expect(box(700, [], atNight, true)).toEqual({ status: 0, stderr: '', told: '', noted: 0 });
});
