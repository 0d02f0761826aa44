import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Place } from '../../src/mirror/place.ts';
import { bringRelease, leftovers, read, site, temporaryFolder } from './hall.ts';

test('a process that is killed leaves its lock and its staging, and the next run wants nothing of either', async () => {
  const to = temporaryFolder();
  await bringRelease(to, 1);
  for (const [index, step] of [2, 20, 45, 52].entries()) {
    const n = index + 2;
    const before = read(to);
    const { signal } = spawnSync(process.execPath, [
      join(import.meta.dirname, 'killed.ts'),
      site(n),
      to,
      String(step),
    ]);
    expect([signal, existsSync(new Place(to).lock)]).toEqual(['SIGKILL', true]);
    expect([before, n]).toContain(read(to));
    await bringRelease(to, n);
    expect([read(to), leftovers(to)]).toEqual([n, []]);
  }
}, 30_000);
