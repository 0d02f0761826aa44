import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { STEPS } from '../../src/deploy/order.ts';
import { planBetween, type Step } from '../../src/deploy/plan.ts';
import { notice } from '../cli/command.ts';
import { runsOf } from '../repeatable.ts';
import { faultsOf, Reader } from '../deploy/whole.ts';
import { pathOf } from './site.ts';

const NOW = '2026-11-23T15:00:00+08:00';
const room = mkdtempSync(join(tmpdir(), 'zhangbang-deploy-'));

afterAll(() => rmSync(room, { recursive: true, force: true }));

/** What the sample has that this site has not, so that the way back adds it. */
const GONE = [
  'announcements/general/2026/gm-tz-2026-003-spring-festival.md',
  'announcements/general/2026/gm-tz-2026-017-consultation',
  'announcements/general/2026/gm-tz-2026-019-correction-1.md',
  'displays/strip-1.yaml',
];

const sample = filesIn(pathOf(''));
const next = filesIn(buildNext());
const reader = new Reader([...sample.keys(), ...next.keys()]);

test('the sample and the site of a day later are whole', () => {
  for (const site of [sample, next]) expect(faultsOf(site, reader, site.keys())).toEqual([]);
});

test('between the two there are files of every step, so that each order is tried', () => {
  const { steps } = planBetween(digests(next), entries(sample), [], NOW);
  const names = steps.map((step) => (step.kind === 'send' ? step.name : 'remove'));
  // No build writes these: `npm run mirror -- pack` and the deployment write manifests, `npm run release` the status.
  const others = ['manifests', 'status'];
  expect([...new Set(names)]).toEqual([
    ...Object.keys(STEPS).filter((name) => !others.includes(name)),
    'remove',
  ]);
});

test.each([
  { way: 'on', from: sample, to: next },
  { way: 'back', from: next, to: sample },
])(
  'on the way $way the site is whole at every moment, in whatever order the files of a step arrive',
  ({ from, to }) => {
    const { steps } = planBetween(digests(from), entries(to), [], NOW);
    const lasting = [...from.keys()].filter((path) => to.has(path));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const site = new Map(from);
        for (const change of shuffled(steps, numbers)) {
          change(site, to);
          expect(faultsOf(site, reader, lasting)).toEqual([]);
        }
        expect([...to].filter(([path, bytes]) => !site.get(path)?.equals(bytes))).toEqual([]);
      }),
      { numRuns: runsOf(2) },
    );
  },
);

test('a site that comes for the first time is whole as soon as its home page is there', () => {
  const site = new Map<string, Buffer>();
  for (const change of shuffled(planBetween(new Map(), entries(sample), [], NOW).steps, [].values())) {
    change(site, sample);
    if (site.has('index.html')) expect(faultsOf(site, reader)).toEqual([]);
  }
  expect(site.size).toBe(sample.size);
});

type Site = Map<string, Buffer>;
type Change = (site: Site, after: ReadonlyMap<string, Buffer>) => void;

/** The changes of all steps one by one, those of each step in an order of its own. */
function shuffled(steps: readonly Step[], numbers: Iterator<number>): readonly Change[] {
  return steps.flatMap((step) => {
    const changes: Change[] =
      step.kind === 'send'
        ? step.files.map(
            ({ path }) =>
              (site, after) =>
                site.set(path, after.get(path)!),
          )
        : step.paths.map((path) => (site) => site.delete(path));
    return changes
      .map((change) => ({ change, at: Number(numbers.next().value) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ change }) => change);
  });
}

/** A day later: a call came with its attachment, one was corrected, a notice and its month are gone, a screen is new. */
function buildNext(): string {
  const content = join(room, 'content');
  const dir = join(room, 'site');
  cpSync('content', content, { recursive: true });
  change(content);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'build', '--trial'], {
    env: {
      ...process.env,
      ...{ TODAY: NOW, CONTENT_DIR: content, OUT_DIR: dir, SITE_URL: '', BASE_PATH: '' },
      ...{ NODE_ENV: 'production', VITEST: '' },
    },
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(0);
  return dir;
}

function change(content: string): void {
  for (const path of GONE) rmSync(join(content, path), { recursive: true });
  writeFileSync(
    join(content, 'announcements/general/2026/gm-tz-2026-099.md'),
    notice({ 发布时间: '发布时间: 2026-11-23 10:00' }),
  );
}

function filesIn(dir: string): Site {
  return new Map(
    globSync('**/{*,.*}', { cwd: dir })
      .filter((file) => statSync(join(dir, file)).isFile())
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(dir, file))]),
  );
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const digests = (site: Site): Map<string, string> =>
  new Map([...site].map(([path, bytes]) => [path, digestOf(bytes)]));

const entries = (site: Site) =>
  [...site].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: digestOf(bytes) }));
