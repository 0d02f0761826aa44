import { lotCodesOf } from '../announcement/outcomes.ts';
import { typeOf } from '../announcement/schema.ts';
import type { CourseState, CourseStep, LotCourse } from '../project/course.ts';
import type { DisposalStage } from './disposal.ts';
import type { Matter } from './matter.ts';

const STAGE_OF: Readonly<Record<CourseState, DisposalStage>> = {
  planned: 'planned',
  continued: 'planned',
  called: 'offered',
  evaluated: 'offered',
  suspended: 'suspended',
  won: 'sold',
  overturned: 'offered',
  failed: 'unsold',
  terminated: 'terminated',
  // Only what had failed is offered again; which way it had is told by the step before.
  retendered: 'unsold',
  contracted: 'sold',
  'contract-ended': 'sold',
  performed: 'sold',
  archived: 'archived',
};

/** The last step of a lot that says how it went: that it was offered again says nothing of that. */
export const decisiveStep = (lot: LotCourse | undefined): CourseStep | undefined =>
  lot?.steps.findLast(({ state }) => state !== 'retendered' && state !== 'continued') ?? lot?.steps.at(-1);

/** Where a lot stands. What is offered and was changed since is `amended`. */
export function stageOf(matter: Matter, lot: LotCourse | undefined): DisposalStage {
  const step = decisiveStep(lot);
  const stage = step ? STAGE_OF[step.state] : 'offered';
  return stage === 'offered' && isAmended(matter, lot?.lot) ? 'amended' : stage;
}

const isAmended = ({ members }: Matter, lot: string | undefined): boolean =>
  members.some(({ announcement }) => {
    if (!('corrections' in announcement) || announcement.corrections === undefined) return false;
    if (typeOf(announcement.category, announcement.type).stage === 'call') return false;
    const codes = lotCodesOf(announcement);
    return codes.length === 0 || lot === undefined || codes.includes(lot);
  });
