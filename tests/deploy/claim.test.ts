import { expect, test } from 'vitest';
import { claim } from '../../src/deploy/claim.ts';
import { temporaryFolder } from './made-up.ts';
import { MemoryFarEnd } from './memory.ts';

const MINUTE = 60_000;

const claimFor = (
  far: MemoryFarEnd,
  id: string,
  more: { ended?: readonly string[]; takeOver?: boolean } = {},
) => claim(far, far, { id, ended: [], takeOver: false, work: temporaryFolder(), ...more });

const claims = (far: MemoryFarEnd): readonly string[] => [...far.objects.keys()];

test('one run claims a far end, and gives it free', async () => {
  const far = new MemoryFarEnd();
  const claimed = await claimFor(far, 'a');
  await claimed.check();
  expect([claimed.isAfterAnother, claims(far)]).toEqual([false, ['.deploy/claims/a.json']]);
  await claimed.release();
  expect(claims(far)).toEqual([]);
});

test('a second run gives way to one that has shown life within ten minutes, and leaves its claim', async () => {
  const far = new MemoryFarEnd();
  await claimFor(far, 'a');
  far.now += 9 * MINUTE;
  await expect(claimFor(far, 'b')).rejects.toThrow('另一次上传正在进行');
  expect(claims(far)).toEqual(['.deploy/claims/a.json']);
});

test('of two that begin at the same moment none goes on beside the other', async () => {
  const far = new MemoryFarEnd();
  const results = await Promise.allSettled([claimFor(far, 'a'), claimFor(far, 'b')]);
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2);
});

test.each([
  { case: 'silent for ten minutes', minutes: 10, more: {} },
  { case: 'known on this machine to have ended', minutes: 1, more: { ended: ['a'] } },
  { case: 'said to have ended', minutes: 1, more: { takeOver: true } },
])('a run that is $case is taken over, and does nothing more when it wakes', async ({ minutes, more }) => {
  const far = new MemoryFarEnd();
  const first = await claimFor(far, 'a');
  far.now += minutes * MINUTE;
  const second = await claimFor(far, 'b', more);
  expect([second.isAfterAnother, claims(far)]).toEqual([true, ['.deploy/claims/b.json']]);
  await expect(first.check()).rejects.toThrow('另一次上传已经接着传了');
  await second.check();
});
