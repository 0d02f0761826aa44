import { printDate, printInstant, type Instant, type PlainDate } from '../announcement/instant.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import { daysBetween } from '../calendar.ts';
import type { Finding } from '../diagnostic.ts';

interface Order {
  code: string;
  /** Keys of the two fields; the first must not be later than the second. */
  earlier: string;
  later: string;
  message: string;
}

/** What must come in order, whatever the law says of the time between. */
const ORDERS: readonly Order[] = [
  ...[
    'bidDeadline',
    'applicationDeadline',
    'responseDeadline',
    'registrationDeadline',
    'listingUntil',
    'commentsUntil',
  ].map((later) => ({ code: 'D201', earlier: 'publishedAt', later, message: '早于发布时间' })),
  { code: 'D202', earlier: 'documentsFrom', later: 'documentsUntil', message: '早于文件获取开始' },
  { code: 'D202', earlier: 'publicityFrom', later: 'publicityUntil', message: '早于公示开始' },
  { code: 'D202', earlier: 'disclosureFrom', later: 'disclosureUntil', message: '早于披露开始' },
  { code: 'D202', earlier: 'viewingFrom', later: 'viewingUntil', message: '早于展示开始' },
  { code: 'D202', earlier: 'listingFrom', later: 'listingUntil', message: '早于挂牌开始' },
  { code: 'D202', earlier: 'effectiveFrom', later: 'effectiveUntil', message: '早于生效日期' },
  { code: 'D202', earlier: 'receivedOn', later: 'decidedOn', message: '早于收到日期' },
  ...['bidDeadline', 'applicationDeadline', 'responseDeadline'].map((later) => ({
    code: 'D203',
    earlier: 'documentsUntil',
    later,
    message: '早于文件获取结束',
  })),
  { code: 'D204', earlier: 'bidDeadline', later: 'openingAt', message: '早于投标截止' },
  { code: 'D204', earlier: 'responseDeadline', later: 'openingAt', message: '早于响应截止' },
];

const DAY_LENGTH = 10;

/** Checks that an announcement's dates stand in their natural order. */
export function checkDateOrder(id: string, announcement: Announcement): readonly Finding[] {
  const values = announcement as unknown as Readonly<Record<string, Instant | PlainDate | undefined>>;
  const form = formOf(typeOf(announcement.category, announcement.type));
  const labelOf = (key: string): string => form.find((field) => field.key === key)!.label;
  const dates = ORDERS.flatMap(({ code, earlier, later, message }): Finding[] => {
    const first = values[earlier];
    const second = values[later];
    if (typeof first !== 'string' || typeof second !== 'string' || !isLater(first, second)) return [];
    const days = daysBetween(second.slice(0, DAY_LENGTH), first.slice(0, DAY_LENGTH));
    return [
      {
        code,
        id,
        at: later,
        message: `${labelOf(later)}${message}`,
        help: `核对公告原件后改“${labelOf(later)}”。常见原因是写错了月份或者年份`,
        also: {
          at: earlier,
          text: `${labelOf(earlier)}是 ${print(first)}，${days > 0 ? `早了 ${days} 天` : '同一天但时刻更早'}`,
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
