import type { Announcement } from '../announcement/schema.ts';
import type { Course } from '../project/course.ts';

/** An announcement with its corrections in force. */
export interface Member {
  id: string;
  announcement: Announcement;
}

/** A matter of land or property with all that the data ask of it. */
export interface Matter {
  course: Course;
  /** The announcement that began it. */
  root: Member;
  /** Those that stand, the root among them, in the order of publication. */
  members: readonly Member[];
  /** Of a plan or a preview: the calls by which it went on. */
  next: readonly Member[];
  /** Of a call: ids of the preview or plan before it and of what changed that. */
  before: readonly string[];
}
