import { printDate, printInstant, type Instant, type PlainDate } from '../announcement/instant.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import { daysBetween } from '../calendar.ts';
import type { Finding } from '../diagnostic.ts';

const DAY_LENGTH = 10;

/** Checks that an announcement's dates stand in their natural order. */
export function checkDateOrder(id: string, announcement: Announcement): readonly Finding[] {
  const values = announcement as unknown as Readonly<Record<string, Instant | PlainDate | undefined>>;
  const form = formOf(typeOf(announcement.category, announcement.type));
  const labelOf = (key: string): string => form.find((field) => field.key === key)!.label;
  const orders = form.flatMap(({ key, notBefore = [] }) =>
    notBefore.map((order) => ({ ...order, later: key })),
  );
  const dates = orders.flatMap(({ code, field: earlier, later, words }): Finding[] => {
    const first = values[earlier];
    const second = values[later];
    if (typeof first !== 'string' || typeof second !== 'string' || !isLater(first, second)) return [];
    const days = daysBetween(second.slice(0, DAY_LENGTH), first.slice(0, DAY_LENGTH));
    return [
      {
        code,
        id,
        at: later,
        message: `${labelOf(later)}${words}`,
        help: `核对公告原件后改“${labelOf(later)}”。常见原因是写错了月份或者年份`,
        also: {
          at: earlier,
          text: `${labelOf(earlier)}是 ${print(first)}，${labelOf(later)}${days > 0 ? `早了 ${days} 天` : '在同一天，时刻更早'}`,
        },
      },
    ];
  });
  return [...dates, ...checkScreenNotices(id, announcement)];
}

/** A notice on the lobby screens must end after it begins, or it is never seen. */
const checkScreenNotices = (
  id: string,
  { publishedAt, screenNotices = [] }: Announcement,
): readonly Finding[] =>
  screenNotices.flatMap(({ from = publishedAt, until }, index): Finding[] =>
    from < until
      ? []
      : [
          {
            code: 'D202',
            id,
            at: `screenNotices.${index}.until`,
            message: '大屏提示结束时还没有开始，一次也不会显示',
            help: `改“结束”，要晚于 ${printInstant(from)}`,
          },
        ],
  );

/** Whether the first value is later; a plain day is compared with an instant's day. */
function isLater(first: string, second: string): boolean {
  const length = Math.min(first.length, second.length);
  return first.slice(0, length) > second.slice(0, length);
}

const print = (value: string): string =>
  value.length === DAY_LENGTH ? printDate(value) : printInstant(value);
