import type { DeskFinding } from '../../../core/desk/api.ts';
import { formFor } from '../../../core/desk/form.ts';
import { specOf, type Answers } from '../../../core/drafting/draft.ts';
import type { DraftState } from './draft-store.ts';

/** What is found of a draft as its clerk meets it: what she wrote is right or wrong, what she has not come to is neither. */
interface Told {
  readonly found: readonly DeskFinding[];
  readonly lacking: readonly Lack[];
}

/** What is still to be filled in. */
interface Lack {
  /** 正文, or the label of a field. */
  readonly label: string;
  /** The part of the form in which it stands. */
  readonly section: string;
  /** What the check says of it. */
  readonly finding: DeskFinding;
}

const BODY = '正文';

const known = new WeakMap<object, Told>();

/** Once for each state: every row of the form asks. Once the clerk has asked for all, what is missing is found. */
export function toldOf(state: Findable): Told {
  const told = known.get(state) ?? tell(state);
  known.set(state, told);
  return told;
}

type Written = Pick<DraftState, 'answers' | 'body'>;
type Findable = Written & Pick<DraftState, 'checked' | 'checkedOf' | 'isAllTold'>;

function tell(state: Findable): Told {
  const { checked, checkedOf = state, isAllTold } = state;
  const sections = sectionsFor(state.answers);
  const found: DeskFinding[] = [];
  const lacking: Lack[] = [];
  for (const finding of checked?.findings ?? []) {
    const label = lackIn(finding, checkedOf);
    // What has been begun since is no longer missing, and not yet looked at.
    if (label !== undefined && !isEmpty(label, state)) continue;
    if (label === undefined || isAllTold) found.push(finding);
    else lacking.push({ label, section: sections.get(label) ?? label, finding });
  }
  const places = [...new Set([...sections.values(), BODY])];
  return {
    found: found.toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity]),
    lacking: withoutSame(lacking).toSorted((a, b) => placeIn(places, a.section) - placeIn(places, b.section)),
  };
}

/** What has to be changed comes first, and within that what stands first in the form. */
const RANKS: Readonly<Record<DeskFinding['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** What nobody had written that a finding is about; nothing where it is about what was written. */
function lackIn({ severity, field, bodyLine, file }: DeskFinding, of: Written): string | undefined {
  if (severity !== 'error' || file !== undefined) return undefined;
  const label = bodyLine === undefined ? field : BODY;
  return label !== undefined && isEmpty(label, of) ? label : undefined;
}

const isEmpty = (label: string, { answers, body }: Written): boolean =>
  label === BODY ? body.trim() === '' : (answers[label] ?? '').length === 0;

const withoutSame = (lacking: readonly Lack[]): readonly Lack[] =>
  lacking.filter(({ label }, index) => lacking.findIndex((one) => one.label === label) === index);

function sectionsFor(answers: Answers): ReadonlyMap<string, string> {
  const spec = specOf(answers);
  return new Map(
    (spec ? formFor(spec) : []).flatMap(({ name, groups }) =>
      groups.flatMap(({ controls }) => controls.map(({ field }) => [field.label, name] as const)),
    ),
  );
}

const placeIn = (places: readonly string[], section: string): number =>
  places.includes(section) ? places.indexOf(section) : places.length;
