import type { Category } from '../announcement/category.ts';
import { printInstant, printDate } from '../announcement/instant.ts';
import { formOf, typesIn, type Announcement } from '../announcement/schema.ts';
import type { Role } from '../announcement/field.ts';
import type { Stage, TypeSpec } from '../announcement/type.ts';
import { specOf } from './links.ts';
import { lotCodesOf, lotsTouched } from './lots.ts';

/** A step of a project that has not been announced yet. */
export interface ExpectedStep {
  what: string;
  /** When, in words, where an announcement says so. */
  when?: string;
}

const AHEAD: readonly Stage[] = ['plan', 'call', 'evaluation', 'result', 'contract'];
const ENDED: readonly Stage[] = ['failure', 'termination', 'contract', 'performance'];

/** What follows a plan is one of several types; which one is not known before it is there. */
const CALL: Readonly<Record<Category, string>> = {
  construction: '招标公告',
  procurement: '采购公告',
  land: '出让公告',
  property: '转让公告',
  general: '公告',
};

/**
 * The steps that a procedure still has before it, by the types that may follow and the dates in force. Nothing after
 * a contract or an end, and nothing while it is suspended. Where lots stand at different steps, a step names those that
 * it is expected for. The announcements are those of one project, in the order of publication.
 */
export function expectedSteps(
  announcements: readonly Announcement[],
  isSuspended: boolean,
): readonly ExpectedStep[] {
  if (isSuspended) return [];
  const call = announcements.findLast((one) => specOf(one).stage === 'call');
  const lots = (call && lotsIn(call)) ?? [];
  // Lots that no call lists are not known; what is of one of them says nothing of the rest.
  if (lots.length < 2) return stepsAfter(announcements.filter((one) => lotCodesOf(one).length === 0));
  // All bids of a call are opened at once: where one lot was evaluated, the others wait for no opening.
  const after = announcements.slice(announcements.indexOf(call!));
  const isOpened = after.some((one) => ['evaluation', 'result'].includes(specOf(one).stage));
  const stepsOf = (lot: string): readonly ExpectedStep[] =>
    stepsAfter(
      announcements.filter((one) => concerns(one, lot)),
      isOpened,
    );
  return together(
    lots.map((lot) => ({ lot, steps: stepsOf(lot) })),
    formOf(specOf(call!)).find(({ key }) => key === 'lots')!.label,
  );
}

const lotsIn = (call: Announcement): readonly string[] | undefined =>
  'lots' in call ? call.lots?.map(({ code }) => code) : undefined;

/** Whether an announcement is of a lot: of all, or of this one among others. */
function concerns(announcement: Announcement, lot: string): boolean {
  const touched = lotsTouched(announcement);
  return touched.length === 0 || touched.includes(lot);
}

/** The steps of all lots in the order of the lot that has most of them before it. */
function together(
  lots: readonly { lot: string; steps: readonly ExpectedStep[] }[],
  label: string,
): readonly ExpectedStep[] {
  const longest = lots.reduce(
    (most, { steps }) => (steps.length > most.length ? steps : most),
    lots[0]!.steps,
  );
  const placeOf = ({ what }: ExpectedStep): number => longest.findIndex((step) => step.what === what);
  const byStep = Map.groupBy(
    lots.flatMap(({ lot, steps }) => steps.map((step) => ({ lot, step }))),
    ({ step: { what, when = '' } }) => `${what} ${when}`,
  );
  return [...byStep.values()]
    .toSorted(([a], [b]) => placeOf(a!.step) - placeOf(b!.step))
    .map((same) => {
      const { step } = same[0]!;
      const named = `${step.what}（${label} ${same.map(({ lot }) => lot).join('、')}）`;
      return same.length === lots.length ? step : { ...step, what: named };
    });
}

/** The steps after announcements that all concern the same. */
function stepsAfter(announcements: readonly Announcement[], isOpened = false): readonly ExpectedStep[] {
  const last = announcements.findLast(
    (one) => AHEAD.includes(specOf(one).stage) || ENDED.includes(specOf(one).stage),
  );
  if (!last || ENDED.includes(specOf(last).stage)) return [];
  const spec = specOf(last);
  if (spec.stage === 'plan') return [{ what: CALL[last.category], ...monthOf(last) }];
  const opening = spec.stage === 'call' && !isOpened ? openingOf(last) : [];
  const rest = following(spec).filter(
    ({ id }) => id !== 'opening-record' || (opening.length === 0 && !isOpened),
  );
  const until = valueOf(last, 'publicity-until');
  return [
    ...opening,
    ...rest.map(({ term }, index) =>
      index === 0 && until !== undefined
        ? { what: term, when: `公示期满（${printDate(until)}）以后` }
        : { what: term },
    ),
  ];
}

/** The line of types from here to the contract; where one of several results may come, only that one will. */
function following(from: TypeSpec): readonly TypeSpec[] {
  const next = typesIn(from.category).find(
    ({ stage, follows }) =>
      follows.includes(from.id) &&
      AHEAD.indexOf(stage) > 1 &&
      AHEAD.indexOf(stage) >= AHEAD.indexOf(from.stage),
  );
  if (!next) return [];
  return next.stage === 'contract' ? [next] : [next, ...following(next)];
}

/** 开标, 拍卖, 竞价: the field's own word. */
function openingOf(announcement: Announcement): readonly ExpectedStep[] {
  const field = formOf(specOf(announcement)).find(({ role }) => role === 'opening');
  const at = valueOf(announcement, 'opening');
  return field && at !== undefined
    ? [{ what: field.label.replace(/时间$/u, ''), when: printInstant(at) }]
    : [];
}

function valueOf(announcement: Announcement, role: Role): string | undefined {
  const field = formOf(specOf(announcement)).find((one) => one.role === role);
  const values = announcement as unknown as Readonly<Record<string, string | undefined>>;
  return field && values[field.key];
}

function monthOf(plan: Announcement): { when?: string } {
  const field = formOf(specOf(plan)).find(({ kind }) => kind?.name === 'month');
  const value = field && (plan as unknown as Readonly<Record<string, unknown>>)[field.key];
  return field && value !== undefined ? { when: field.kind!.print(value) } : {};
}
