import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, type Diagnostic } from '../../src/core/diagnostic.ts';
import { release, type Releasing } from '../../src/office/release/release.ts';
import { bringContent, type Content } from '../../src/office/release/source.ts';
import { NOTICE, notice, temporaryFolder } from '../cli/command.ts';
import { git, Office } from './clerks.ts';

const other = 'announcements/general/2026/gm-tz-2026-002.md';
const MORNING = '2026-12-01T09:00:00+08:00';

/** A machine whose build is a function of the test. */
function machine(bring: () => Promise<Content> = () => Promise.resolve({ contentDir: '', revision: 'a' })) {
  const outDir = join(temporaryFolder(), 'dist');
  const said: string[] = [];
  const build: Releasing['build'] = () => Promise.resolve({ isBuilt: true, findings: [] });
  const run = (more: Partial<Releasing> = {}) =>
    release({
      ...{ outDir, isDue: false, now: () => MORNING, version: '1', bring, build },
      say: (words) => said.push(words),
      ...more,
    });
  const status = () =>
    JSON.parse(readFileSync(join(outDir, 'status.json'), 'utf8')) as Record<string, unknown>;
  return { run, status, said, outDir };
}

const finding: Diagnostic = {
  ...{ code: 'F104', severity: 'error', file: NOTICE, line: 2, column: 1, length: 2 },
  message: '联系电话 13800138000 不能公开',
};

test('the site is told to be building while it is, and current with its revision when it is in place', async () => {
  const { run, status } = machine();
  let during: unknown;
  expect(
    await run({
      build: () => {
        during = status();
        return Promise.resolve({ isBuilt: true, findings: [], next: '2026-12-02T10:00:00+08:00' });
      },
    }),
  ).toBe(true);
  expect(during).toMatchObject({ phase: 'building', revision: 'a', since: MORNING });
  expect(status()).toMatchObject({
    ...{ format: 1, phase: 'current', served: { revision: 'a', at: MORNING }, findings: [], version: '1' },
    ...{ next: '2026-12-02T10:00:00+08:00', disk: { freeBytes: expect.any(Number) as number } },
  });
});

test('errors in the content are told to everybody by their codes and places, and what is served stays', async () => {
  const { run, status } = machine();
  await run();
  const failing: Partial<Releasing> = {
    bring: () => Promise.resolve({ contentDir: '', revision: 'b' }),
    build: () => Promise.resolve({ isBuilt: false, findings: [finding] }),
  };
  expect(await run(failing)).toBe(false);
  expect(status()).toMatchObject({
    ...{ phase: 'failed', revision: 'b', served: { revision: 'a', at: MORNING } },
    reason: '内容里有 1 处错误，网站还是原来的。',
    findings: [{ code: 'F104', file: NOTICE, line: 2, message: codeOf('F104').why }],
  });
  expect(JSON.stringify(status())).not.toMatch(/138|联系电话/u);
});

test('what goes wrong with the machine is told without what only its technician may read', async () => {
  const { run, status } = machine();
  const broken = (): never => {
    throw new Error('/srv/zhangbang is full');
  };
  await expect(run({ build: broken })).rejects.toThrow('full');
  expect(status()).toMatchObject({
    phase: 'failed',
    reason: '没有做完，网站还是原来的。请技术人员看发布机器的记录。',
  });
  await expect(run({ bring: broken })).rejects.toThrow('full');
  expect(JSON.stringify(status())).not.toContain('/srv');
});

test('a timer publishes what is new, each day, and at the minute of an announcement that waits; else nothing', async () => {
  const { run, status } = machine();
  const built: string[] = [];
  const tick = async (now: string, more: Partial<Releasing> = {}): Promise<boolean> => {
    const before = built.length;
    await run({
      isDue: true,
      now: () => now,
      build: ({ revision }) => {
        built.push(revision!);
        return Promise.resolve({ isBuilt: true, findings: [], next: '2026-12-02T10:00:00+08:00' });
      },
      ...more,
    });
    return built.length > before;
  };
  expect(await tick(MORNING), 'never published').toBe(true);
  expect(await tick('2026-12-01T09:05:00+08:00'), 'nothing new').toBe(false);
  expect(status()['seen'], 'it has looked').toBe('2026-12-01T09:05:00+08:00');
  const newer = { bring: () => Promise.resolve({ contentDir: '', revision: 'b' }) };
  expect(await tick('2026-12-01T09:10:00+08:00', newer), 'new content').toBe(true);
  expect(await tick('2026-12-02T00:00:00+08:00', newer), 'a new day').toBe(true);
  expect(await tick('2026-12-02T09:59:59+08:00', newer)).toBe(false);
  expect(await tick('2026-12-02T10:00:00+08:00', newer), 'its time has come').toBe(true);
  expect(await tick('2026-12-02T10:01:00+08:00', { ...newer, version: '2' }), 'a new program').toBe(true);
});

test('a timer does not try again what fails over the same content, and does what broke off', async () => {
  const { run } = machine();
  let tries = 0;
  const tick = (isContent: boolean) =>
    run({
      isDue: true,
      build: () => {
        tries += 1;
        if (isContent) return Promise.resolve({ isBuilt: false, findings: [finding] });
        throw new Error('killed');
      },
    }).catch(() => undefined);
  await tick(false);
  await tick(false);
  expect(tries).toBe(2);
  await run();
  const failing = { bring: () => Promise.resolve({ contentDir: '', revision: 'b' }) };
  await run({ ...failing, build: () => Promise.resolve({ isBuilt: false, findings: [finding] }) });
  let again = false;
  expect(
    await run({
      ...failing,
      isDue: true,
      build: () => {
        again = true;
        return Promise.resolve({ isBuilt: true, findings: [] });
      },
    }),
  ).toBe(true);
  expect(again).toBe(false);
});

test('content comes from a bare repository, from what a clone was cloned from, from a clone alone, and from a plain folder', async () => {
  const office = new Office();
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  const work = join(temporaryFolder(), 'work');
  wang.write(NOTICE, notice());
  await wang.publish([NOTICE]);
  const newest = git(office.bare, 'rev-parse', 'main');
  const has = ({ contentDir }: Content, file = NOTICE): boolean => existsSync(join(contentDir, file));

  const ofBare = await bringContent(office.bare, work);
  expect({ revision: ofBare.revision, has: has(ofBare) }).toEqual({ revision: newest, has: true });

  li.write(other, '还没有写完');
  const ofClone = await bringContent(li.contentDir, work);
  expect({ revision: ofClone.revision, has: has(ofClone), half: has(ofClone, other) }).toEqual({
    ...{ revision: newest, has: true, half: false },
  });

  li.git('remote', 'remove', 'origin');
  const alone = await bringContent(li.contentDir, work);
  expect({ revision: alone.revision, has: has(alone) }).toEqual({
    ...{ revision: li.git('rev-parse', 'HEAD'), has: false },
  });
  expect(readdirSync(work)).toHaveLength(2);

  const plain = join(temporaryFolder(), 'plain');
  expect(await bringContent(plain, work)).toEqual({ contentDir: plain, revision: undefined });
});

test('content that was rewritten at its source, and rubbish in the copy, do not keep the copy from following', async () => {
  const office = new Office();
  const work = join(temporaryFolder(), 'work');
  const { contentDir } = await bringContent(office.bare, work);
  git(contentDir, 'config', 'user.name', 'x');
  git(contentDir, 'config', 'user.email', 'x@example.invalid');
  git(contentDir, 'commit', '-q', '--allow-empty', '-m', 'strange');
  const clerk = office.clerk();
  clerk.write(NOTICE, notice());
  await clerk.publish([NOTICE]);
  const again = await bringContent(office.bare, work);
  expect(again).toMatchObject({ contentDir, revision: git(office.bare, 'rev-parse', 'main') });
  expect(existsSync(join(contentDir, NOTICE))).toBe(true);
});
