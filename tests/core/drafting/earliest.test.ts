import { expect, test } from 'vitest';
import { categories } from '../../../src/core/announcement/category.ts';
import { typeOf, typesIn, type Announcement } from '../../../src/core/announcement/schema.ts';
import { earliestPublication } from '../../../src/core/drafting/earliest.ts';

const announcement = (type: string, facts: object, category = 'construction') =>
  ({ category, type, ...facts }) as unknown as Announcement;

const tender = announcement('tender-notice', {
  publishedAt: '2026-03-02T09:00:00+08:00',
  bidDeadline: '2026-03-25T09:30:00+08:00',
  openingAt: '2026-03-25T10:00:00+08:00',
});
const candidates = announcement('candidate-notice', {
  publishedAt: '2026-03-30T09:00:00+08:00',
  publicityFrom: '2026-03-31',
  publicityUntil: '2026-04-03',
});

test.each([
  ['更正公告', 'correction-notice', [tender], '2026-03-02T09:00:00+08:00', '发布时间'],
  ['开标记录', 'opening-record', [tender], '2026-03-25T10:00:00+08:00', '开标时间'],
  ['中标候选人公示', 'candidate-notice', [tender], '2026-03-25T10:00:00+08:00', '开标时间'],
  ['流标公告', 'failed-tender-notice', [tender], '2026-03-25T10:00:00+08:00', '开标时间'],
  ['中标结果公告', 'award-notice', [candidates, tender], '2026-04-04T09:00:00+08:00', '公示结束的次日'],
  ['终止公告', 'termination-notice', [tender], '2026-03-02T09:00:00+08:00', '发布时间'],
])('a %s is not published before what it follows allows', (_, type, line, at, what) => {
  expect(earliestPublication(typeOf('construction', type), line)).toMatchObject({ at, what });
});

test('a result of a land listing is not published before the registration has ended', () => {
  const listing = announcement(
    'land-grant-notice',
    { publishedAt: '2026-03-02T09:00:00+08:00', registrationDeadline: '2026-04-01T17:00:00+08:00' },
    'land',
  );
  const result = typesIn('land').find(
    ({ stage, follows }) => stage === 'result' && follows.includes('land-grant-notice'),
  )!;
  expect(earliestPublication(result, [listing])?.at).toBe('2026-04-01T17:00:00+08:00');
});

test('a disclosure ends with its last day; an open framework is never closed', () => {
  const disclosed = announcement(
    'property-transfer',
    { publishedAt: '2026-03-02T09:00:00+08:00', disclosureUntil: '2026-04-01' },
    'property',
  );
  const result = typeOf('property', 'property-transfer-result');
  expect(earliestPublication(result, [disclosed])?.at).toBe('2026-04-02T09:00:00+08:00');
  const framework = {
    publishedAt: '2026-03-02T09:00:00+08:00',
    responseDeadline: '2026-12-31T09:30:00+08:00',
    frameworkKind: 'open',
  };
  const call = announcement('framework-solicitation', framework, 'procurement');
  const shortlist = typeOf('procurement', 'framework-shortlist');
  expect(earliestPublication(shortlist, [call])?.at).toBe('2026-03-02T09:00:00+08:00');
});

test('what follows nothing can be published at any time', () => {
  for (const category of categories)
    for (const spec of typesIn(category)) expect(earliestPublication(spec, [])).toBeUndefined();
});
