import { expect, test } from 'vitest';
import { Cores } from '../../src/cli/test-cores.ts';

/** Until every core that is free has been given away. */
const served = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Works that end when they are told to, on two cores; tells which have begun. */
function works(...counts: readonly number[]) {
  const cores = new Cores(2);
  const begun: number[] = [];
  const started = counts.map((count, index) => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const done = cores.with(count, index, () => {
      begun.push(index);
      return promise;
    });
    return async () => {
      resolve(undefined);
      await done;
      await served();
    };
  });
  return { begun, end: (index: number) => started[index]!() };
}

test('two small works run beside each other, the third begins when one of them ends', async () => {
  const { begun, end } = works(1, 1, 1);
  await served();
  expect(begun).toEqual([0, 1]);
  await end(1);
  expect(begun).toEqual([0, 1, 2]);
});

test('a large work waits for both cores, and no later one goes before it', async () => {
  const { begun, end } = works(1, 2, 1);
  await served();
  expect(begun).toEqual([0]);
  await end(0);
  expect(begun).toEqual([0, 1]);
  await end(1);
  expect(begun).toEqual([0, 1, 2]);
});

test('what follows upon a work that ends comes in time, and before what stands behind it', async () => {
  const cores = new Cores(1);
  const begun: string[] = [];
  const work = (name: string) => () => Promise.resolve(void begun.push(name));
  const first = cores.with(1, 0, work('build')).then(() => cores.with(1, 1, work('look at what was built')));
  const others = [cores.with(1, 3, work('unit')), cores.with(1, 2, work('lint'))];
  await Promise.all([first, ...others]);
  expect(begun).toEqual(['build', 'look at what was built', 'lint', 'unit']);
});

test('a work that fails gives its cores back', async () => {
  const cores = new Cores(2);
  await expect(cores.with(2, 0, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await cores.with(2, 0, () => Promise.resolve('next'))).toBe('next');
});
