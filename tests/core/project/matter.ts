import type { Announcement } from '../../../src/core/announcement/schema.ts';
import { followCourses, type Course } from '../../../src/core/project/course.ts';
import { LinkedAnnouncements, specOf } from '../../../src/core/project/links.ts';

/** An announcement with the fields that matter here. */
export const announcement = (category: string, type: string, fields: object = {}): Announcement =>
  ({ category, type, title: type, ...fields }) as unknown as Announcement;

/**
 * The courses of announcements in this order, a day apart, `a1` the first. Each that names no other rests on the call, or
 * plan, before it; a call on the failure or plan before it.
 */
export function coursesOf(announcements: readonly Announcement[]): {
  courses: readonly Course[];
  announcementWith: (id: string) => Announcement;
} {
  let root: string | undefined;
  let end: string | undefined;
  const entries = announcements.map((one, index) => {
    const id = `a${index + 1}`;
    const { stage } = specOf(one);
    const related = stage === 'call' ? end : root;
    if (stage === 'call' || root === undefined) root = id;
    if (stage === 'failure' || stage === 'termination' || stage === 'plan') end = id;
    const publishedAt = new Date(Date.UTC(2026, 0, index + 1, 1))
      .toISOString()
      .replace('T01:00:00.000Z', 'T09:00:00+08:00');
    return {
      id,
      body: '',
      announcement: { ...(related !== undefined && { related }), ...one, publishedAt } as Announcement,
    };
  });
  const archive = new LinkedAnnouncements(entries, new Set(entries.map(({ id }) => id)));
  return {
    courses: [...followCourses(archive).courses.values()],
    announcementWith: (id) => entries.find((entry) => entry.id === id)!.announcement,
  };
}
