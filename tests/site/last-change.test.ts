import { expect, test } from 'vitest';
import { move, tenderAnd, tenderFile, termination, withdrawn } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { erratum, tenderWith } from './announcement-page.ts';
import { editionFrom } from './edition.ts';
import { announcementDocument, documentDigest } from '../../src/site/document.ts';
import { lastChangeOf } from '../../src/site/last-change.ts';

const first = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-03-30 09:30');
const second = move('c2', '2026-03-12 09:00', '预算金额', '358.6万元', '360万元');

test.each<[string, readonly Tree[], string]>([
  ['没有动过的', [], '2026-03-02T09:00:00+08:00'],
  ['勘误过的', [tenderWith(erratum)], '2026-03-03T10:00:00+08:00'],
  ['更正过几次的', [first, second], '2026-03-12T09:00:00+08:00'],
  ['更正后撤下的', [first, withdrawn(tenderFile(), '2026-03-14 10:00')], '2026-03-14T10:00:00+08:00'],
  ['更正撤下的', [withdrawn(first, '2026-03-15 10:00')], '2026-03-15T10:00:00+08:00'],
  // What stopped it stands in an announcement of its own.
  ['终止的', [termination], '2026-03-02T09:00:00+08:00'],
])('%s公告，最后改动在 %3$s', (_, trees, instant) => {
  expect(lastChangeOf(editionFrom(tenderAnd(...trees)), 'tender')).toBe(instant);
});

test('一份公告的数据变了，它的校验值才变', () => {
  const digestWith = (...trees: readonly Tree[]): string => {
    const edition = editionFrom(tenderAnd(...trees));
    return documentDigest(edition, edition.entry('tender'));
  };
  const plain = digestWith();
  expect(digestWith()).toBe(plain);
  expect(digestWith(first)).not.toBe(plain);
  const edition = editionFrom(tenderAnd(first));
  const data = JSON.parse(announcementDocument(edition, edition.entry('tender'))) as {
    url: string;
    effective: { bidDeadline: string };
    published: { bidDeadline: string };
  };
  expect(data.url).toBe('https://www.example.gov.cn/announcements/tender/');
  expect([data.published.bidDeadline, data.effective.bidDeadline]).toEqual([
    '2026-03-25T09:30:00+08:00',
    '2026-03-30T09:30:00+08:00',
  ]);
});
