import { printStart } from '../core/announcement/instant.ts';
import { questionsIn, type Answered } from '../core/body/questions.ts';
import type { Edition } from '../core/edition.ts';
import { announcementPath } from './address.ts';

/** A clarification of a project with the questions that it answers. */
export interface Clarification {
  title: string;
  href: string;
  at: string;
  when: string;
  /** None where it does not set them out as pairs: then it is read itself. */
  answered: readonly Answered[];
}

/** The clarifications of a project, and what else of it answers questions one by one; the first one first. */
export const clarificationsOf = (edition: Edition, code: string): readonly Clarification[] =>
  edition.project(code).ids.flatMap((id) => {
    const { stage, type, title, publishedAt, withdrawn } = edition.row(id);
    if (withdrawn || (stage !== 'answer' && stage !== 'correction')) return [];
    const answered = questionsIn(edition.entry(id).body);
    // A ceiling price is an answer to all of them, and no clarification.
    if (answered.length === 0 && type !== 'clarification') return [];
    const href = edition.address(announcementPath(id));
    return [{ title, href, at: publishedAt, when: printStart(publishedAt), answered }];
  });
