import type { Checked } from '../../core/desk/api.ts';
import { statedOtherwise } from '../../core/plausible/labelled.ts';
import type { Matter } from '../../core/rules/matter.ts';

/** What the body says otherwise than the fields; of a body that is made from them, nothing. */
export const differencesIn = (matter: Matter, body: string): Checked['differences'] =>
  statedOtherwise(matter, body).map(({ field, known, said, index }) => ({
    label: field.label,
    field: known,
    body: valueIn(said),
    bodyLine: (body.slice(0, index).match(/\n/gu) ?? []).length,
  }));

/** `投标截止时间：2026年3月25日` states a value behind its label. */
const valueIn = (said: string): string => said.slice(Math.max(0, said.search(/[0-9A-Za-z]/u)));
