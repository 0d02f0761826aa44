import { describe, expect, test } from 'vitest';
import { editionOn } from '../../../src/core/edition.ts';
import { DEADLINES, dueFrom } from '../../../src/core/edition/deadlines.ts';
import { recording } from '../../../src/core/edition/recording.ts';
import { insideAt, openAt } from '../../../src/core/listing.ts';
import { newestRows } from '../../../src/site/newest.ts';
import { move, tenderAnd, withdrawn } from '../agenda/announcements.ts';
import { editionFrom, sampleEdition } from '../../site/edition.ts';
import { editionWith, others, tender } from '../../site/tenders.ts';

describe('what has a deadline ahead', () => {
  test('is found by the day of the deadline in force, the next first, what was withdrawn too', () => {
    const edition = editionWith(
      move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30'),
      withdrawn(tender('t5', '2026-03-07', '2026-03-26'), '2026-03-08 10:00'),
    );
    expect(dueFrom(edition, '2026-03-25')).toEqual(['t2', 't5', 't1', 'tender']);
    expect(dueFrom(edition, '2026-04-02')).toEqual(['tender']);
    expect(dueFrom(edition, '2026-04-03')).toEqual([]);
    expect(edition.values(DEADLINES, '2026-03-25')).toEqual(['t2']);
  });

  test('one that ends with its day is there on that day', () => {
    const ending = Object.fromEntries(
      Object.entries(tender('t5', '2026-03-07', '2026-03-26')).map(([file, text]) => [
        file,
        String(text).replaceAll('2026-03-26 09:30', '2026-03-26 24:00'),
      ]),
    );
    const at = (now: string) =>
      editionFrom(tenderAnd(ending), now)
        .open()
        .map(({ id }) => id);
    expect(at('2026-03-26T23:59:59+08:00')).toEqual(['t5']);
    expect(at('2026-03-27T00:00+08:00')).toEqual([]);
  });

  test('calls that are open and those for the initiated are the same as among all rows, in the same order', () => {
    const edition = sampleEdition();
    const rows = newestRows(edition, Infinity);
    const land = rows.filter(({ category }) => category === 'land');
    // An edition answers `open` itself; what answers it is all but that.
    const { answers } = recording(edition);
    const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
    const counts = months.map((month) => {
      const now = `${month}-15T09:30:00+08:00`;
      const then = editionOn({ ...answers, once: (_, make) => make(), now });
      expect(then.open()).toEqual(openAt(rows, now));
      expect(then.open('land')).toEqual(openAt(land, now));
      expect(then.inside()).toEqual(insideAt(rows, now));
      return then.open().length;
    });
    expect(Math.max(...counts)).toBeGreaterThan(5);
  });

  test('only what has a deadline ahead is asked for, none of the archive', () => {
    const recorder = recording(editionFrom(tenderAnd(...others), '2026-03-26T09:00+08:00'));
    recorder.begin();
    editionOn(recorder.answers).open();
    expect([...recorder.end()].sort()).toEqual([
      'keys deadlines',
      'now',
      'row t1',
      'values deadlines 2026-03-27',
    ]);
  });
});
