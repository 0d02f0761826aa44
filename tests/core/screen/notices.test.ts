import { expect, test } from 'vitest';
import type { Entry } from '../../../src/core/corpus/corpus.ts';
import { MOST_NOTICES } from '../../../src/core/screen/browser/feed.ts';
import { noticesAt } from '../../../src/core/screen/notices.ts';

const NOW = '2026-11-22T09:00:00+08:00';

/** An announcement of which only what is said to the hall counts here: from a day of November until the next. */
const said = (day: number): Entry =>
  ({
    id: `gm-tz-${day}`,
    announcement: {
      publishedAt: '2026-11-01T09:00:00+08:00',
      screenNotices: [
        {
          text: `第 ${day} 天`,
          from: `2026-11-${day}T08:00:00+08:00`,
          until: `2026-11-${day + 1}T08:00:00+08:00`,
        },
      ],
    },
  }) as unknown as Entry;

test('many notices of days to come never push out the one that holds now; the soonest are told', () => {
  const days = Array.from({ length: MOST_NOTICES + 4 }, (_, index) => 18 + index);
  const told = noticesAt({ current: [...days, 30].map(said) }, NOW);
  expect(told.map(({ text }) => text)).toEqual([29, 28, 27, 26, 25, 24, 23, 22].map((day) => `第 ${day} 天`));
});
