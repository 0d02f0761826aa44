import type { z } from 'zod';
import { count, date, list, record, text, values, yesNo } from '../../announcement/field.ts';
import { daysBetween, type CalendarYear } from '../../calendar.ts';

const day = date({ label: '日期', help: '日期。', example: '2026-01-01' });

/** `content/calendar/<year>.yaml`: the State Council's arrangement of one year. */
export const calendarSchema = record(
  {
    year: count({ label: '年份', help: '公历年份。', example: '2026' }),
    notice: text({
      label: '依据',
      help: '国务院办公厅通知的名称。',
      example: '国务院办公厅关于2026年部分节假日安排的通知',
    }),
    noticeCode: text({ label: '文号', help: '通知的文号。', example: '国办发明电〔2025〕7号' }),
    holidays: list(
      { label: '节假日', help: '放假安排，逐个节日列出首尾两天。' },
      {
        name: text({ label: '名称', help: '节日名称。', example: '元旦' }),
        from: date({ label: '开始', help: '放假第一天。', example: '2026-01-01' }),
        to: date({ label: '结束', help: '放假最后一天。', example: '2026-01-03' }),
      },
      {},
    ),
    festivals: values(day, { label: '法定节日', help: '全国年节及纪念日放假办法规定的节日当天。' }),
    makeUpDays: values(day, { label: '调休上班', help: '因调休而上班的周六、周日。' }),
  },
  { noticeUnsure: yesNo({ label: '文号待核', help: '文号还没有对照原件核实。' }) },
);

const FRIDAY = 5;

/** Longest holiday ever arranged is nine days; a longer one is a slip in a month or a year. */
const LONGEST_HOLIDAY = 31;

export interface CalendarFault {
  /** Path of English keys. */
  at: readonly (string | number)[];
  message: string;
  help: string;
}

/** Faults of a year's arrangement that no single value shows; `name` is its file's. */
export function checkCalendarYear(
  { year, holidays, festivals, makeUpDays }: z.output<typeof calendarSchema>,
  name: string,
): readonly CalendarFault[] {
  const faults: CalendarFault[] = [];
  const add = (at: CalendarFault['at'], message: string, help: string) => faults.push({ at, message, help });
  if (name !== `${year}.yaml`) add(['year'], `文件名与“年份: ${year}”不一致`, `把文件改名为 ${year}.yaml`);
  for (const [index, { name: holiday, from, to }] of holidays.entries()) {
    const days = daysBetween(from, to);
    const at = ['holidays', index, 'to'];
    if (days < 0) add(at, `${holiday}的结束早于开始`, '核对月份和日期');
    else if (days > LONGEST_HOLIDAY) add(at, `${holiday}放假 ${days + 1} 天`, '核对月份和年份');
    else if (![from, to].some((day) => day.startsWith(String(year)))) {
      add(at, `${holiday}不在 ${year} 年`, '核对年份');
    }
  }
  // Days cannot be held against a holiday that is itself wrong.
  if (faults.some(({ at }) => at[0] === 'holidays')) return faults;
  const off = (day: string): boolean => holidays.some(({ from, to }) => from <= day && day <= to);
  for (const [index, day] of festivals.entries()) {
    if (off(day)) continue;
    add(['festivals', index], `法定节日 ${day} 不在任何一次放假里`, '核对日期，或者补上这次放假');
  }
  for (const [index, day] of makeUpDays.entries()) {
    const at = ['makeUpDays', index];
    if (off(day)) add(at, `${day} 既放假又调休上班`, '对照国务院办公厅的通知，只留一处');
    else if (Temporal.PlainDate.from(day).dayOfWeek <= FRIDAY)
      add(at, `调休上班 ${day} 不是周六、周日`, '核对日期');
  }
  return faults;
}

/** The days of one year's arrangement, for counting. */
export function toCalendarYear(file: z.output<typeof calendarSchema>): CalendarYear {
  const daysOff = new Set<string>();
  const names = new Map<string, string>();
  for (const { name, from, to } of file.holidays) {
    for (
      let current = Temporal.PlainDate.from(from);
      current.toString() <= to;
      current = current.add({ days: 1 })
    ) {
      daysOff.add(current.toString());
      names.set(current.toString(), name);
    }
  }
  return {
    year: file.year,
    daysOff,
    festivals: new Set(file.festivals),
    makeUpDays: new Set(file.makeUpDays),
    names,
  };
}
