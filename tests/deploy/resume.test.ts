import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deploy, preview, type Deploying } from '../../src/deploy/deploy.ts';
import { DeployError } from '../../src/deploy/failure.ts';
import { build, contentOf, filesOf, SITE, temporaryFolder } from './made-up.ts';
import { MemoryFarEnd } from './memory.ts';
import { faultsOf, Reader } from './whole.ts';

/** A far end that takes so many calls that change it, and then no more; of the last, only the first file. */
class FailingFarEnd extends MemoryFarEnd {
  calls = Infinity;

  override async send(from: string, paths: readonly string[]): Promise<void> {
    await super.send(from, this.#taken(paths));
    this.#check();
  }

  override async remove(paths: readonly string[]): Promise<void> {
    await super.remove(this.#taken(paths));
    this.#check();
  }

  #taken = (paths: readonly string[]): readonly string[] => {
    this.calls -= 1;
    if (this.calls < 0) return [];
    return this.calls === 0 ? paths.slice(0, 1) : paths;
  };

  #check(): void {
    if (this.calls <= 0) throw new DeployError('网断了。');
  }
}

const reader = new Reader([1, 2, 3].flatMap((n) => Object.keys(filesOf(n))));

const deploying = (far: MemoryFarEnd, dist: string, more: Partial<Deploying> = {}): Deploying => ({
  dist,
  site: SITE,
  far,
  farAtEnd: far,
  work: temporaryFolder(),
  now: '2026-11-30T08:00:00+08:00',
  seq: 20261130080000,
  key: undefined,
  isParanoid: false,
  takeOver: true,
  replaceSite: false,
  allowRollback: false,
  whileStill: (run) => run(),
  told: { say: () => undefined, step: () => undefined, sent: () => undefined },
  ...more,
});

const site = (far: MemoryFarEnd): ReadonlyMap<string, Buffer> =>
  new Map([...far.objects].map(([path, { text }]) => [path, Buffer.from(text)]));

const differing = (far: MemoryFarEnd, dist: string): readonly string[] => {
  const wanted = contentOf(dist);
  const isKept = (path: string): boolean => /^\.deploy\/|^assets\/|^display\/data\//u.test(path);
  const there = site(far);
  return [...new Set([...there.keys(), ...wanted.keys()])].filter(
    (path) =>
      !(there.get(path)?.equals(wanted.get(path) ?? Buffer.from('\0')) ?? false) &&
      !(isKept(path) && !wanted.has(path)),
  );
};

describe.each([
  { end: 'that tells digests', tellsMd5: true },
  { end: 'that tells sizes alone', tellsMd5: false },
])('a far end $end', ({ tellsMd5 }) => {
  test('is whole after a run that was broken off at any call, and the next run, of another site, ends with that', async () => {
    const [one, two, three] = [1, 2, 3].map((n) => build(n)) as [string, string, string];
    let calls = 1;
    for (; calls < 100; calls += 1) {
      const far = new FailingFarEnd();
      far.tellsMd5 = tellsMd5;
      await deploy(deploying(far, one));
      far.calls = calls;
      const ended = await deploy(deploying(far, two)).catch((error: unknown) => error);
      far.calls = Infinity;
      expect(
        faultsOf(
          site(far),
          reader,
          Object.keys(filesOf(2)).filter((path) => path in filesOf(1)),
        ),
      ).toEqual([]);
      await deploy(deploying(far, three));
      expect([calls, differing(far, three)]).toEqual([calls, []]);
      if (!(ended instanceof DeployError)) break;
    }
    expect(calls).toBeGreaterThan(10);
    expect(calls).toBeLessThan(100);
  });
});

test('a way back to the first site, after two runs of others that were broken off, leaves nothing of either', async () => {
  const [one, two] = [build(1), build(2)];
  for (let calls = 3; calls < 12; calls += 1) {
    const far = new FailingFarEnd();
    await deploy(deploying(far, one));
    for (const taken of [calls, 3]) {
      far.calls = taken;
      await expect(deploy(deploying(far, two))).rejects.toThrow('网断了');
    }
    far.calls = Infinity;
    await deploy(deploying(far, one, { allowRollback: true }));
    expect([calls, differing(far, one)]).toEqual([calls, []]);
  }
});

test('what a broken first run has sent is not sent again', async () => {
  const far = new FailingFarEnd();
  const dist = build(1);
  far.calls = 6;
  await expect(deploy(deploying(far, dist))).rejects.toThrow(
    '网断了。\n没有传完，第一次上传还没有做完，首页要到最后才放上去。再运行一次，会从停下的地方接着传。',
  );
  far.calls = Infinity;
  const before = far.objects.size;
  const { sent, total } = await deploy(deploying(far, dist));
  expect(sent).toBeLessThan(total - before + 4);
  expect(differing(far, dist)).toEqual([]);
});

test('a site that is older than the one there is refused, unless that is meant', async () => {
  const far = new MemoryFarEnd();
  const old = build(1);
  await deploy(deploying(new MemoryFarEnd(), old));
  await deploy(deploying(far, build(2), { seq: 20261130090000 }));
  await expect(deploy(deploying(far, old))).rejects.toThrow(
    '这里的网站（版本 20261130080000）比那里的（20261130090000）旧',
  );
  await deploy(deploying(far, old, { allowRollback: true }));
  expect(differing(far, old)).toEqual([]);
});

test('a preview changes nothing', async () => {
  const far = new FailingFarEnd();
  far.calls = 0;
  const { steps } = await preview(deploying(far, build(1)));
  expect([steps.length, far.objects.size]).toEqual([6, 0]);
});

test('how the publishing machine stands goes last, each time anew, and stays where another machine tells nothing', async () => {
  const far = new MemoryFarEnd();
  const dist = build(1);
  const steps: string[] = [];
  const told = {
    say: () => undefined,
    step: (step: Parameters<Deploying['told']['step']>[0]) =>
      void steps.push(step.kind === 'send' ? step.name : 'remove'),
    sent: () => undefined,
  };
  writeFileSync(join(dist, 'status.json'), 'first');
  const settings = deploying(far, dist, { told });
  await deploy(settings);
  expect(steps.at(-1)).toBe('status');
  expect((await deploy(settings)).sent).toBe(0);
  writeFileSync(join(dist, 'status.json'), 'second');
  steps.length = 0;
  await deploy(settings);
  expect([steps, far.objects.get('status.json')?.text.toString()]).toEqual([['status'], 'second']);
  rmSync(join(dist, 'status.json'));
  await deploy(settings);
  expect(far.objects.get('status.json')?.text.toString()).toBe('second');
});
