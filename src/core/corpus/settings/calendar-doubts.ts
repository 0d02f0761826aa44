import type { z } from 'zod';
import { addDays, daysBetween } from '../../calendar.ts';
import type { CalendarFault, calendarSchema } from './calendar.ts';

/** A statutory festival: what its holiday is called, and the days of which its holiday has one at least. */
interface Festival {
  name: string;
  called: RegExp;
  days: (year: number) => readonly string[];
}

/** A day of the Chinese calendar, as its year begins within the common one. */
const lunar = (monthCode: string, day: number) => (year: number) => [
  Temporal.PlainDate.from({ calendar: 'chinese', year, monthCode, day }).withCalendar('iso8601').toString(),
];

/** 全国年节及纪念日放假办法 article 2; 清明 is the sun's, on 4, 5 or 6 April. */
const FESTIVALS: readonly Festival[] = [
  { name: '元旦', called: /元旦|新年/u, days: (year) => [`${year}-01-01`] },
  { name: '春节', called: /春节/u, days: lunar('M01', 1) },
  { name: '清明节', called: /清明/u, days: (year) => [4, 5, 6].map((day) => `${year}-04-0${day}`) },
  { name: '劳动节', called: /劳动|五一/u, days: (year) => [`${year}-05-01`] },
  { name: '端午节', called: /端午/u, days: lunar('M05', 5) },
  { name: '中秋节', called: /中秋/u, days: lunar('M08', 15) },
  { name: '国庆节', called: /国庆/u, days: (year) => [`${year}-10-01`] },
];

/** Since 2008 the seven festivals are holidays; before, 清明, 端午 and 中秋 were none. */
const ALL_SEVEN_SINCE = 2008;

/** Statutory days by 国务院令第795号, in force since 2025, and by the orders before it. */
const festivalDays = (year: number): number => (year >= 2025 ? 13 : 11);

/** The arrangements of 2008 to 2026 have 26 to 33 days off, weekends within them included; half of it is a slip. */
const FEWEST_DAYS_OFF = 20;
const MOST_DAYS_OFF = 40;

/** A festival on a weekend has its days off beside it, and the lunar calendar of a machine may be a day off. */
const NEAR = 2;

/** The longest holidays were of ten days, 春节 of 2020. */
const LONGEST = 10;

/** A make-up day lies within three weeks of its holiday; one a month off belongs to none. */
const FARTHEST_MAKE_UP = 28;

/**
 * What no arrangement of holidays has had so far: probably a slip, but the State Council may do so. Of one with faults
 * only holidays in a wrong place are told, since they may be what is behind these.
 */
export function doubtsOfCalendar(
  arranged: z.output<typeof calendarSchema>,
  faults: readonly CalendarFault[] = [],
): readonly CalendarFault[] {
  if (faults.some(({ at }) => at[0] === 'holidays')) return [];
  if (faults.length > 0) return wrongPlaces(arranged);
  return [
    ...wrongPlaces(arranged),
    ...missing(arranged),
    ...wrongCounts(arranged),
    ...strayMakeUps(arranged),
  ];
}

type Arranged = z.output<typeof calendarSchema>;

const AGAINST = '对照国务院办公厅的通知，核对月份和日期';

const wrongPlaces = ({ year, holidays }: Arranged): readonly CalendarFault[] =>
  holidays.flatMap(({ name, from, to }, index): CalendarFault[] => {
    const at = ['holidays', index, 'from'];
    const length = daysBetween(from, to) + 1;
    const long =
      length > LONGEST
        ? [{ at: ['holidays', index, 'to'], message: `${name}放假 ${length} 天`, help: AGAINST }]
        : [];
    const wrong = FESTIVALS.filter(({ called }) => called.test(name)).filter(
      ({ days }) =>
        !days(year).some((day) => addDays(from, -NEAR) <= day && day <= addDays(to, NEAR)) &&
        // The days before next year's first holiday, cut off at the end of this.
        !days(year + 1).some((day) => from <= day && day <= addDays(to, LONGEST)),
    );
    return [
      ...long,
      ...wrong.map((festival) => ({
        at,
        message: `${year} 年的${festival.name}在 ${spoken(festival.days(year)[0]!)}前后，写的放假从 ${spoken(from)} 开始`,
        help: AGAINST,
      })),
    ];
  });

/** `10月1日`. */
const spoken = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

function missing({ year, holidays }: Arranged): readonly CalendarFault[] {
  if (year < ALL_SEVEN_SINCE) return [];
  const names = FESTIVALS.filter(
    ({ called, days }) =>
      !holidays.some(
        ({ name, from, to }) => called.test(name) || days(year).some((day) => from <= day && day <= to),
      ),
  ).map(({ name }) => name);
  return names.length === 0
    ? []
    : [{ at: ['holidays'], message: `没有写${names.join('、')}的放假`, help: AGAINST }];
}

function wrongCounts({ year, holidays, festivals }: Arranged): readonly CalendarFault[] {
  if (year < ALL_SEVEN_SINCE) return [];
  const faults: CalendarFault[] = [];
  const off = holidays.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
  if (off < FEWEST_DAYS_OFF || off > MOST_DAYS_OFF) {
    faults.push({ at: ['holidays'], message: `全年放假一共 ${off} 天，历年是 26 到 33 天`, help: AGAINST });
  }
  const asked = festivalDays(year);
  if (new Set(festivals).size !== asked) {
    const message = `法定节日写了 ${new Set(festivals).size} 天，${year} 年应当是 ${asked} 天`;
    faults.push({ at: ['festivals'], message, help: '对照《全国年节及纪念日放假办法》补齐，或者删掉多写的' });
  }
  return faults;
}

const strayMakeUps = ({ year, holidays, makeUpDays }: Arranged): readonly CalendarFault[] =>
  makeUpDays.flatMap((day, index) =>
    // Work is made up before the first holiday of the next year too.
    [...holidays, { from: `${year + 1}-01-01`, to: `${year + 1}-01-01` }].some(
      ({ from, to }) => addDays(from, -FARTHEST_MAKE_UP) <= day && day <= addDays(to, FARTHEST_MAKE_UP),
    )
      ? []
      : [{ at: ['makeUpDays', index], message: `调休上班 ${day} 离哪一次放假都很远`, help: AGAINST }],
  );
