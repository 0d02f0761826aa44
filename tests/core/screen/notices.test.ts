import { expect, test } from 'vitest';
import type { Entry } from '../../../src/core/corpus/corpus.ts';
import { MOST_NOTICES } from '../../../src/core/screen/browser/feed.ts';
import { noticesAt } from '../../../src/core/screen/notices.ts';

const NOW = '2026-11-22T09:00:00+08:00';

/** An announcement of which only what is said to the hall counts here: from a day of November until the next. */
const said = (day: number, level?: string): Entry =>
  ({
    id: `gm-tz-${day}`,
    announcement: {
      publishedAt: '2026-11-01T09:00:00+08:00',
      screenNotices: [
        {
          text: `第 ${day} 天`,
          ...(level && { level }),
          from: `2026-11-${day}T08:00:00+08:00`,
          until: `2026-11-${day + 1}T08:00:00+08:00`,
        },
      ],
    },
  }) as unknown as Entry;

test('many notices of days to come never push out the one that holds now; the soonest are told', () => {
  const days = Array.from({ length: MOST_NOTICES + 4 }, (_, index) => 18 + index);
  const told = noticesAt({ current: [...days, 30].map((day) => said(day)) }, NOW);
  expect(told.map(({ text }) => text)).toEqual([29, 28, 27, 26, 25, 24, 23, 22].map((day) => `第 ${day} 天`));
});

test('20 notices that hold drop no 紧急, be it of now or of a day to come', () => {
  const many = Array.from({ length: 20 }, () => said(22));
  const told = noticesAt({ current: [...many, said(22, 'urgent'), said(27, 'urgent')] }, NOW);
  expect(told.slice(0, 2).map(({ level, text }) => `${level!} ${text}`)).toEqual([
    'urgent 第 27 天',
    'urgent 第 22 天',
  ]);
  expect(told).toHaveLength(MOST_NOTICES);
});

test('more 紧急 than other notices have room for are all told', () => {
  const many = Array.from({ length: MOST_NOTICES + 2 }, () => said(22, 'urgent'));
  expect(noticesAt({ current: [said(22), ...many] }, NOW)).toHaveLength(MOST_NOTICES + 2);
});
