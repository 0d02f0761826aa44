import { occasionsOf, type Occasion } from '../../core/agenda/occasion.ts';
import { standingOf } from '../../core/agenda/standing.ts';
import { dayOf, type Instant, type PlainDate } from '../../core/announcement/instant.ts';
import { typesIn, type Announcement } from '../../core/announcement/schema.ts';
import { addDays, daysBetween } from '../../core/calendar.ts';
import type { DueItem } from '../../core/desk/api.ts';
import { expectedSteps } from '../../core/project/expected.ts';
import type { Holding } from './archive.ts';

/** How far ahead the list looks, in days: what is held on Monday stands there on Friday. */
const AHEAD = 3;

/** How long a step that did not come is told of, in days; older ones are no reminder any more. */
const BEHIND = 60;

/** Most that are listed, the most pressing first. */
const MOST = 50;

/** What is held or ends in the next days, and what should have been published by now. */
export function dueAt(holding: Holding, now: Instant): readonly DueItem[] {
  const all = [...occasions(holding, now), ...steps(holding, now)];
  return all
    .toSorted(
      (a, b) => Number(b.item.isLate) - Number(a.item.isLate) || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0),
    )
    .slice(0, MOST)
    .map(({ item }) => item);
}

interface Dated {
  readonly at: string;
  readonly item: DueItem;
}

function occasions({ corpus, existing }: Holding, now: Instant): readonly Dated[] {
  const { links } = existing.content;
  const today = dayOf(now);
  const last = addDays(today, AHEAD);
  const announcementWith = (id: string): Announcement => links.effective.get(id)!.announcement;
  return corpus.current.flatMap(({ id }) => {
    const [effective, events] = [links.effective.get(id), links.events.get(id)];
    if (!effective || !events) return [];
    return occasionsOf(effective.announcement, effective.changes).flatMap((occasion): readonly Dated[] => {
      const at = momentOf(occasion);
      if (at < now.slice(0, at.length) || dayOf(at) > last) return [];
      const standing = standingOf(effective, occasion, events, announcementWith);
      if (standing.status !== 'confirmed') return [];
      const { title } = effective.announcement;
      return [{ at, item: { id, title, words: wordsOf(occasion, at, today), isLate: false } }];
    });
  });
}

/** A period falls due on its last day. */
const momentOf = ({ when }: Occasion): string => ('at' in when ? when.at : when.until);

const wordsOf = (occasion: Occasion, at: string, today: PlainDate): string =>
  at.length > 10
    ? `${dayIn(at, today)} ${at.slice(11, 16)} ${occasion.words}`
    : `${dayIn(at, today)}是${occasion.ending}`;

function dayIn(at: string, today: PlainDate): string {
  const days = daysBetween(today, dayOf(at));
  return ['今天', '明天', '后天'][days] ?? `${days} 天后`;
}

/** Steps whose time has come, or comes within the next days, and that nobody has published. */
function steps({ existing }: Holding, now: Instant): readonly Dated[] {
  const { links } = existing.content;
  const announcementWith = (id: string): Announcement => links.effective.get(id)!.announcement;
  return [...links.courses.values()].flatMap((course) => {
    const [step] = expectedSteps([course], announcementWith);
    if (step?.due === undefined) return [];
    const days = daysBetween(dayOf(now), dayOf(step.due));
    if (days > AHEAD || days < -BEHIND) return [];
    const root = announcementWith(course.root);
    const spec = typesIn(root.category).find(({ term }) => term === step.what);
    // What is held at a moment stands among the occasions; that nothing was said of it afterwards is told by the record.
    if (!spec) return [];
    const isLate = step.due <= now;
    const words = isLate
      ? `${step.what}还没有公布，已过 ${Math.max(0, -days)} 天`
      : `${step.when ?? ''}可以公布${step.what}`;
    return [
      {
        at: step.due,
        item: {
          ...{ id: course.root, title: root.title, words, isLate },
          next: { category: root.category, type: spec.term },
        },
      },
    ];
  });
}

/** What was published on the day of a moment, the newest first. */
export const publishedOn = ({ corpus }: Holding, now: Instant) =>
  corpus.current
    .filter(({ announcement: { publishedAt } }) => dayOf(publishedAt) === dayOf(now) && publishedAt <= now)
    .map(({ id, announcement: { title, publishedAt } }) => ({ id, title, at: publishedAt }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
