import type { Instant } from '../../core/announcement/instant.ts';
import { catalogueQuestion, nameOf, offersOf, type Key } from '../names.ts';
import type { Survey } from '../survey.ts';
import type { Ground } from './ground.ts';
import { namesNow } from './named-now.ts';

/**
 * Files of which something else may be found now, and all that are checked together with them.
 * @param restated ids of which the list of what was published says something else
 */
export function affectedFiles(
  ground: Ground,
  survey: Survey,
  restated: ReadonlySet<string>,
  now: Instant,
): ReadonlySet<string> {
  const { names } = ground.tables;
  const fresh = namesNow(ground, survey.changed);
  const offers = [...survey.changed, ...survey.gone].flatMap((file) => [
    ...names.of(file, 'offers'),
    ...(fresh.get(file)?.offers ?? []),
  ]);
  const files = names.together(
    [
      ...survey.changed,
      ...survey.gone,
      ...besides(ground, now),
      ...names.with('questions', askedOf(survey, offers)),
      ...names.with('names', [...survey.ids, ...survey.originals, ...restated].map(nameOf)),
    ],
    new Map([...fresh].map(([file, { names: own }]) => [file, own])),
  );
  return files.difference(new Set(survey.gone));
}

/** Unchanged files that are checked again, because what they depend on has changed. */
function besides({ state, tables: { announcements, past } }: Ground, now: Instant): readonly string[] {
  return [
    ...announcements.wrong(),
    ...announcements.between(state.get('now') ?? now, now),
    ...announcements.toOpen().symmetricDifference(new Set(announcements.opened())),
    ...past.unpublished(),
  ];
}

/** Questions of links that may have another answer now. */
const askedOf = ({ ids, isDisclosureChanged }: Survey, offers: readonly Key[]): readonly Key[] => [
  ...offers,
  ...[...ids].flatMap((id) => offersOf(id, undefined)),
  ...(isDisclosureChanged ? [catalogueQuestion()] : []),
];
