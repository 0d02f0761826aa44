import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import { withdrawalOf } from '../announcement/withdrawal.ts';
import type { Finding } from '../diagnostic.ts';
import { checkDateOrder } from './date-order.ts';
import type { Facts } from './matter.ts';

/** An announcement with its corrections in force, each with the one that made it. */
interface Corrected {
  announcement: Announcement;
  changes: readonly { by: string; field?: string }[];
}

/**
 * Dates that only a correction has put into the wrong order, told of the last correction that moved either of the two:
 * to move a deadline past an opening that stays is as wrong as to move the opening before it.
 */
export function checkCorrectedOrder(
  effective: ReadonlyMap<string, Corrected>,
  correctionsBy: (id: string) => Facts['corrections'],
): readonly Finding[] {
  return [...effective].flatMap(([id, { announcement, changes }]) =>
    changes.length === 0 || withdrawalOf(announcement)
      ? []
      : checkDateOrder(id, announcement).flatMap(({ also, ...finding }): Finding[] => {
          const halves = [finding.at, also?.at];
          const change = changes.findLast(({ field }) => field !== undefined && halves.includes(field));
          if (!change) return [];
          const form = formOf(typeOf(announcement.category, announcement.type));
          const labelOf = (key: string | undefined) => form.find((field) => field.key === key)?.label;
          const index = (correctionsBy(change.by) ?? []).findIndex(
            ({ field }) => field === labelOf(change.field),
          );
          const other = labelOf(halves.find((key) => key !== change.field));
          return [
            {
              code: finding.code,
              id: change.by,
              at: index < 0 ? 'corrections' : `corrections.${index}.to`,
              message: `更正以后，${finding.message}：${also?.text ?? ''}`,
              help: `核对两个时间；“${other ?? ''}”也变了的，在更正内容里一并写明`,
            },
          ];
        }),
  );
}
