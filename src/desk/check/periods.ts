import { formOf, type Announcement } from '../../core/announcement/schema.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import type { Checked } from '../../core/desk/api.ts';
import { printCitation, type Judgement, type Outcome } from '../../core/rules/rule.ts';

type Period = Checked['periods'][number];

/** How far the dates of a form lie apart, and what the law asks: beneath the later date of each. */
export const periodsOf = (
  judgements: readonly Judgement[],
  part: Announcement,
  spec: TypeSpec,
): readonly Period[] => {
  const told = new Set<string>();
  return judgements.flatMap(({ rule, outcome }): readonly Period[] => {
    const field = formOf(spec).find(({ key }) => key === outcome.at);
    const value = (part as unknown as Readonly<Record<string, unknown>>)[outcome.at];
    if (!outcome.period || !field?.kind || typeof value !== 'string') return [];
    // The date stands before the first of them.
    const date = told.has(field.key) ? '' : `${withWeekday(value)} · `;
    told.add(field.key);
    return [
      {
        label: field.label,
        words: `${date}${distanceIn(outcome)}`,
        isKept: outcome.verdict === 'pass' ? true : outcome.verdict === 'fail' ? false : 'unknown',
        citation: printCitation(outcome.citation ?? rule.citation),
      },
    ];
  });
};

/** `投标截止距招标文件发出日 23 日，法定…` beneath 投标截止 begins with 距. */
function distanceIn({ message, period }: Outcome): string {
  const { toWhat } = period!;
  return message.startsWith(`${toWhat}距`) ? message.slice(toWhat.length) : message;
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** 2026年3月25日（星期三）09:30 */
function withWeekday(value: string): string {
  const day = Temporal.PlainDate.from(value.slice(0, 10));
  const weekday = WEEKDAYS[day.dayOfWeek - 1]!;
  return `${day.year}年${day.month}月${day.day}日（星期${weekday}）${value.slice(11, 16)}`;
}
