import type { Edition } from '../core/edition.ts';
import type { Kind } from '../site/unit.ts';
import type { Unit } from './making.ts';
import type { UnitName } from './outputs.ts';
import type { Changes } from './update.ts';

/** What is known of the units of the release. */
interface Made {
  unitsThatAsked(questions: Iterable<string>): readonly UnitName[];
  keysOf(kind: string): readonly string[];
}

/** What makes a release of the one before. */
export interface Plan {
  /** Made anew, or for the first time. */
  readonly make: readonly Unit[];
  readonly remove: readonly UnitName[];
}

/** Finds the units to be made: those of new keys, and those whose making asked what is answered otherwise now. */
export function planOf(kinds: readonly Kind[], edition: Edition, made: Made, changes: Changes): Plan {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const make = new Map<string, Unit>();
  const remove = new Map<string, UnitName>();
  for (const kind of kinds) {
    const { gained, lost } = keyChanges(kind, edition, made, changes);
    for (const key of gained) make.set(nameOf({ kind: kind.name, key }), { kind, key });
    for (const key of lost) remove.set(nameOf({ kind: kind.name, key }), { kind: kind.name, key });
  }
  for (const unit of made.unitsThatAsked(changes.questions)) {
    const kind = byName.get(unit.kind);
    if (kind && !remove.has(nameOf(unit))) make.set(nameOf(unit), { kind, key: unit.key });
  }
  return { make: [...make.values()].sort(inOrderOf(kinds)), remove: [...remove.values()] };
}

const nameOf = ({ kind, key }: UnitName): string => `${kind} ${key}`;

/** The keys that a kind has gained and lost. */
function keyChanges(
  { name, keys }: Kind,
  edition: Edition,
  made: Made,
  changes: Changes,
): { readonly gained: Iterable<string>; readonly lost: Iterable<string> } {
  if (typeof keys !== 'function') {
    const { added = [], removed = [] } = changes.keys.get(keys.name) ?? {};
    return { gained: added, lost: removed };
  }
  const now = new Set(keys(edition));
  const before = new Set(made.keysOf(name));
  return { gained: now.difference(before), lost: before.difference(now) };
}

/** In the order of a whole build, so that what is printed on the way is the same. */
const inOrderOf = (kinds: readonly Kind[]) => {
  const places = new Map(kinds.map((kind, place) => [kind, place]));
  return (a: Unit, b: Unit): number =>
    places.get(a.kind)! - places.get(b.kind)! || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
};
