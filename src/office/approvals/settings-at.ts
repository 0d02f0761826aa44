import { FRONT_MATTER_LINE } from '../../core/corpus/front-matter.ts';
import { labelsIn } from '../../core/corpus/labels.ts';
import { readRecord } from '../../core/corpus/meaning.ts';
import { readTree } from '../../core/corpus/read-tree.ts';
import { peopleSchema, type Person } from '../../core/corpus/settings/people.ts';
import { reviewLevelsKind } from '../../core/corpus/settings/review-levels.ts';

/** How many have to approve, by the text of a site.yaml; nought where it does not say. */
export function levelsIn(text: string | undefined): number {
  const said = textsIn(text, 'site.yaml').get('审核级数');
  const parsed = said === undefined ? undefined : reviewLevelsKind.parse(said);
  return parsed && 'value' in parsed ? parsed.value : 0;
}

/** Who may approve, by the text of a people.yaml; nobody where it cannot be read, undefined where there is none. */
export function peopleIn(text: string | undefined): readonly Person[] | undefined {
  if (text === undefined) return undefined;
  const { tree } = readTree(text, FRONT_MATTER_LINE, labelsIn('people.yaml'));
  return (tree && readRecord('people.yaml', tree, peopleSchema, 'S101').value?.people) ?? [];
}

/** The values on one line of a settings file, by label. */
export function textsIn(text: string | undefined, file: string): ReadonlyMap<string, string> {
  if (text === undefined) return new Map();
  const { tree } = readTree(text, FRONT_MATTER_LINE, labelsIn(file));
  const entries = tree?.kind === 'map' ? tree.entries : [];
  return new Map(entries.flatMap(({ key, value }) => (value.kind === 'text' ? [[key, value.text]] : [])));
}
