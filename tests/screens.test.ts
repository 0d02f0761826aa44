import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/*
 * docs/screens.md says which test holds each line of the acceptance list of lobby screens. A test that was renamed is
 * renamed there; a line that nothing holds any more needs a test.
 */

interface Line {
  readonly number: number;
  readonly holders: readonly string[];
}

const lines: readonly Line[] = readFileSync('docs/screens.md', 'utf8')
  .split('\n')
  .flatMap((text) => {
    const [, number, holders] = /^\| (\d+) +\| .* \| (.*?) +\|$/u.exec(text) ?? [];
    return number === undefined ? [] : [{ number: Number(number), holders: holders!.split('<br>') }];
  });

test('every line of the acceptance list is held by something', () => {
  expect(lines.length).toBeGreaterThanOrEqual(24);
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
});

test.each(lines)('line $number of the acceptance list is held by tests that exist', ({ holders }) => {
  expect(holders.filter((holder) => !exists(holder))).toEqual([]);
});

/** `file` and the name of a test in it, `…` for what differs from case to case; the bench alone without one. */
function exists(holder: string): boolean {
  const [, file = '', name = ''] = /^`([^`]+)`,? (.*)$/u.exec(holder) ?? [];
  const path = file.includes('/') ? file : join('tests/e2e', `${file}.spec.ts`);
  if (!existsSync(path)) return false;
  const parts = name.split('…').map((part) => RegExp.escape(part.trim()));
  const title = new RegExp(`['\`]${parts.join('.*?')}['\`],`, 'u');
  return path.includes('/bench/') || title.test(readFileSync(path, 'utf8'));
}
