import { expect, test } from 'vitest';
import { waitUntilServed } from '../../src/office/served.ts';
import { parseStatus, printStatus, type SiteStatus } from '../../src/core/publishing.ts';

const at = '2026-12-01T09:02:00+08:00';
const status = (more: Partial<SiteStatus>): SiteStatus => ({
  ...{ phase: 'current', since: at, seen: at, findings: [], version: '1' },
  ...more,
});

const wait = (answers: readonly (SiteStatus | 'none' | undefined)[], turns = answers.length) => {
  const said: string[] = [];
  const left = [...answers];
  return waitUntilServed({
    ask: () => Promise.resolve(left.length > 1 ? left.shift() : left[0]),
    contains: (revision) => Promise.resolve(revision >= 'b'),
    pause: () => Promise.resolve(),
    turns,
    told: ({ phase }) => said.push(phase),
  }).then((served) => ({ kind: served.kind, said }));
};

test('it waits past silence and older revisions until the site serves the one that is awaited, or a later one', async () => {
  const building = status({ phase: 'building', revision: 'b', served: { revision: 'a', at } });
  const done = status({ served: { revision: 'c', at } });
  expect(
    await wait([undefined, status({ served: { revision: 'a', at } }), building, building, done]),
  ).toEqual({
    kind: 'served',
    said: ['current', 'building'],
  });
});

test('a run that failed over something older says nothing of this one', async () => {
  const older = status({ phase: 'failed', revision: 'a' });
  expect((await wait([older, status({ phase: 'failed', revision: 'b' })])).kind).toBe('failed');
  expect((await wait([older], 3)).kind).toBe('late');
});

test('a site that has nothing to tell is not waited for to the end', async () => {
  expect((await wait(['none'], 100)).kind).toBe('none');
  expect((await wait([undefined], 10)).kind).toBe('late');
});

test('what a later version tells beside is let go, and what is no status is none', () => {
  const full = status({
    ...{ phase: 'failed', revision: 'b', served: { revision: 'a', at }, reason: '公告里有 1 处错误。' },
    findings: [{ code: 'F104', severity: 'error', file: 'a.md', line: 3, message: '缺少标题', help: '写上' }],
    ...{ isContent: true, next: at, disk: { freeBytes: 1, totalBytes: 2 }, missingCalendar: '2027' },
  });
  expect(parseStatus(printStatus(full))).toEqual(full);
  const later = {
    ...JSON.parse(printStatus(full)),
    format: 9,
    mood: 'good',
    disk: 'full',
    findings: [{}, 3],
  } as object;
  expect(parseStatus(JSON.stringify(later))).toEqual({ ...full, disk: undefined, findings: [] });
  for (const text of ['', '[]', '<html>', '{"phase":"resting"}', '{"phase":"current"}'])
    expect(parseStatus(text), text).toBeUndefined();
});
