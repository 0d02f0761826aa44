import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Draft, Publication, Review, Work } from '../../src/core/desk/api.ts';
import { main, TODAY } from '../cli/command.ts';
import { git } from '../office/clerks.ts';
import { deskFor } from './open.ts';
import { ALL_TICKS, approve, li, officeWith, submit, wang, written, zhao } from './reviewers.ts';

interface Judged {
  readonly draft: Draft;
  readonly publication?: Publication;
}

test('two reviewers who approve in the same second publish both, one after the other, under two ids', async () => {
  const office = officeWith(1);
  const [author, first, second] = [await wang(office), await li(office), await zhao(office)];
  const [one, two] = [await written(author), await written(author, { 标题: '关于另一件事的通知' })];
  await submit(author, one);
  await submit(author, two);
  const judged = await Promise.all([approve<Judged>(first, one.key), approve<Judged>(second, two.key)]);
  expect(judged.map(({ status }) => status)).toEqual([200, 200]);
  expect(judged.map(({ body }) => body.publication?.id).toSorted()).toEqual([
    'gm-tz-2026-002',
    'gm-tz-2026-003',
  ]);
  expect(office.log().filter((line) => line.includes('发布：'))).toHaveLength(2);
});

test('a desk that is killed in the middle of the last approval loses nothing and publishes once', async () => {
  const office = officeWith(1);
  const author = await wang(office);
  const draft = await written(author);
  await submit(author, draft);
  const [gate, arrived] = [join(office.bare, 'gate'), join(office.bare, 'arrived')];
  spawnSync('mkfifo', [gate, arrived]);
  office.hook(
    'pre-receive',
    `#!/bin/sh\nif [ -p '${gate}' ]; then echo 到 > '${arrived}'; cat '${gate}' > /dev/null; fi\n`,
  );
  const clerk = office.clerk('李强', 'li@example.invalid');
  const child = spawn(process.execPath, [main, 'desk', '--no-open'], {
    env: { ...process.env, CONTENT_DIR: clerk.contentDir, TODAY },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  for await (const piece of child.stdout) if (/token=\w+/u.test((printed += String(piece)))) break;
  const { origin, hash } = new URL(/http:\S+/u.exec(printed)![0]);
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${origin}/api/reviews/${draft.key}${path}`, {
      method,
      headers: {
        ...{ 'X-Desk-Token': hash.slice('#token='.length), Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  const { digest } = (await (await ask('GET', '')).json()) as Review;
  const cut = ask('POST', '/approve', { digest, ticks: ALL_TICKS }).catch(() => 'cut');
  await once(spawn('cat', [arrived]), 'exit');
  child.kill('SIGKILL');
  const opened = spawn('sh', ['-c', `: > '${gate}'`]);
  expect(await cut).toBe('cut');
  rmSync(gate);
  opened.kill();
  office.hook('pre-receive', '#!/bin/sh\n');

  const again = await deskFor(clerk.contentDir);
  const { toReview } = (await again.ask<Work>('GET', '/api/work')).body;
  if (toReview.length > 0) await approve<Judged>(again, draft.key);
  expect(office.log().filter((line) => line.includes('发布：'))).toHaveLength(1);
  expect(office.show('announcements/general/2026/gm-tz-2026-002.md')).toContain('关于示例的通知');
  expect(git(office.bare, 'branch', '--list', 'desk/*')).toBe('');
  expect(clerk.git('fsck')).not.toMatch(/error|missing/u);
  author.wait(20);
  expect((await author.ask<Draft>('GET', `/api/publish/${draft.key}`)).status).toBe(200);
  expect((await author.ask<Draft>('GET', `/api/drafts/${draft.key}`)).body.phase).toBe('published');
});
