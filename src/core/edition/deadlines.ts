import { factOf } from '../announcement/fact.ts';
import { dayOf, type PlainDate } from '../announcement/instant.ts';
import type { View, Views } from './questions.ts';

/** The announcements with a deadline, those that were withdrawn too, under its day, with corrections in force. */
export const DEADLINES: View<string> = {
  name: 'deadlines',
  map: (edition, id) => {
    const deadline = factOf(edition.effective(id).announcement, 'deadline');
    return deadline ? [[dayOf(String(deadline.value)), id]] : [];
  },
};

/** The announcements whose deadline is on a day or later, the next first: what runs now is among those of today on. */
export const dueFrom = (views: Views, day: PlainDate): readonly string[] =>
  views
    .keys(DEADLINES)
    .filter((one) => one >= day)
    .flatMap((one) => views.values(DEADLINES, one));
