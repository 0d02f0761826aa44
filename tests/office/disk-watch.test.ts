import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type * as publishing from '../../src/core/publishing.ts';
import { temporaryFolder } from '../cli/command.ts';

const disk = vi.hoisted(() => ({ isNearlyFull: false }));
vi.mock('../../src/core/publishing.ts', async (original) => ({
  ...(await original<typeof publishing>()),
  isNearlyFull: () => disk.isNearlyFull,
}));
// Another file of the worker may have loaded what is replaced here.
beforeAll(() => void vi.resetModules());
afterAll(() => void vi.resetModules());

/** What a machine says when it has published. */
async function said(): Promise<string> {
  const { release } = await import('../../src/office/release/release.ts');
  const words: string[] = [];
  await release({
    ...{ outDir: join(temporaryFolder(), 'dist'), isDue: false, version: '1' },
    now: () => '2026-12-01T09:00:00+08:00',
    bring: () => Promise.resolve({ contentDir: '', revision: 'a' }),
    build: () => Promise.resolve({ isBuilt: true, findings: [] }),
    say: (line) => words.push(line),
  });
  return words.join('\n');
}

test('whoever publishes is told of a disk that is nearly full, and of no other', async () => {
  expect(await said()).not.toContain('磁盘');
  disk.isNearlyFull = true;
  expect(await said()).toMatch(/提醒：磁盘快满了，只剩 \d+\.\d GB。请腾出空间。/u);
});
