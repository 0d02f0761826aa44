import { expect, test } from 'vitest';
import { planBetween, touchedBy } from '../../src/deploy/plan.ts';

const NOW = '2026-11-30T08:00:00+08:00';

const wanted = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, sha256]) => ({ path, bytes: 1, sha256 }));

test('files go in their order: what nothing leads to yet, what tells of it, the home page, the manifests; removals last', () => {
  const held = new Map([
    ['index.html', 'old'],
    ['announcements/a/index.html', 'old'],
    ['construction/2026/11/index.html', 'old'],
    ['feeds/all.xml', 'old'],
    ['search/index.html', 'old'],
    ['display/lobby/head.json', 'old'],
    ['manifest.json', 'old'],
    ['about/index.html', 'same'],
    ['feeds/gone.xml', 'old'],
    ['announcements/gone/index.html', 'old'],
    ['announcements/gone/attachment-1.pdf', 'old'],
  ]);
  const { steps } = planBetween(
    held,
    wanted({
      'about/index.html': 'same',
      'announcements/a/index.html': 'new',
      'announcements/b/attachment-1.pdf': 'new',
      'announcements/b/index.html': 'new',
      'assets/site.Abcdef12.css': 'new',
      'construction/2026/11/index.html': 'new',
      'display/lobby/head.json': 'new',
      'feeds/all.xml': 'new',
      'index.html': 'new',
      'manifest.json': 'new',
      'search/index.html': 'new',
      'status.json': 'new',
      'search/index/current.0a1b2c3d/rows.json': 'new',
    }),
    [],
    NOW,
  );
  expect(
    steps.map((step) =>
      step.kind === 'send' ? step.files.map(({ path }) => path) : step.paths.map((path) => `− ${path}`),
    ),
  ).toEqual([
    ['assets/site.Abcdef12.css', 'search/index/current.0a1b2c3d/rows.json'],
    ['announcements/b/attachment-1.pdf'],
    ['announcements/b/index.html'],
    ['announcements/a/index.html'],
    ['construction/2026/11/index.html'],
    ['feeds/all.xml'],
    ['search/index.html'],
    ['display/lobby/head.json'],
    ['index.html'],
    ['manifest.json'],
    ['status.json'],
    ['− feeds/gone.xml'],
    ['− announcements/gone/index.html'],
    ['− announcements/gone/attachment-1.pdf'],
  ]);
});

test('the short form of a file goes in the step of the file', () => {
  const { steps } = planBetween(new Map(), wanted({ 'index.html': 'a', 'index.html.gz': 'b' }), [], NOW);
  expect(steps).toHaveLength(1);
});

test('what has a digest in its name stays a week after it was last of the site, then it goes', () => {
  const first = planBetween(new Map([['assets/site.Abcdef12.css', 'a']]), [], [], NOW);
  const kept = [{ path: 'assets/site.Abcdef12.css', until: '2026-12-07T08:00:00+08:00' }];
  expect(first).toEqual({ steps: [], kept });
  expect(planBetween(new Map(), [], kept, '2026-12-07T07:59:59+08:00')).toEqual({ steps: [], kept });
  const last = planBetween(new Map(), [], kept, '2026-12-07T08:00:00+08:00');
  expect([touchedBy(last), last.kept]).toEqual([['assets/site.Abcdef12.css'], []]);
});

test('what is kept and is of the site again is sent once more and kept no longer', () => {
  const kept = [{ path: 'assets/site.Abcdef12.css', until: '2026-12-07T08:00:00+08:00' }];
  const plan = planBetween(new Map(), wanted({ 'assets/site.Abcdef12.css': 'a' }), kept, NOW);
  expect([touchedBy(plan), plan.kept]).toEqual([['assets/site.Abcdef12.css'], []]);
});

test('a file of which nothing is known but that it is there is sent again', () => {
  const plan = planBetween(
    new Map([['about/index.html', undefined]]),
    wanted({ 'about/index.html': 'a' }),
    [],
    NOW,
  );
  expect(touchedBy(plan)).toEqual(['about/index.html']);
});
