import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArchiveClient } from '../../src/desk/archive/client.ts';
import { Previews } from '../../src/desk/preview/preview.ts';
import { temporaryFolder } from '../cli/command.ts';

test('who waits for a preview when the desk is closed is told that, and the technician reads no stack', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>();
  const previews = new Previews({
    archive: { ask: () => Promise.resolve(undefined) } as unknown as ArchiveClient,
    server: { origin: 'http://127.0.0.1:1', show: () => undefined, close: () => Promise.resolve() },
    folder: join(temporaryFolder(), 'preview'),
    bundle: (signal) =>
      new Promise((_, fail) => {
        signal.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError')));
        begin(undefined);
      }),
    now: () => '2026-03-02T08:00:00+08:00',
  });
  const shown = previews.show({ key: 'a', rev: 1, answers: {}, body: '', files: [] }, temporaryFolder());
  const refused = expect(shown).rejects.toMatchObject({
    status: 503,
    refusal: { message: '办事台已经关了。' },
  });
  await begun;
  await previews.close();
  await refused;
});
