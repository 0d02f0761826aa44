import type { PageAnswers } from './answers.ts';

/** Doubts for which a page waits, each with the answer that settles it: the announcement would say what is not sure. */
const BLOCKING: Readonly<Record<string, (answers: PageAnswers) => boolean>> = {
  G104: ({ values }) => values['发布时间'] !== undefined,
  G122: ({ values }) => values['发布时间'] !== undefined,
  G123: ({ values }) => values['发布时间'] !== undefined,
  G107: ({ mask, take }) => mask === true || take === true,
  G110: ({ take }) => take === true,
  G118: ({ category }) => category !== undefined,
  G120: ({ take }) => take === true,
  G128: ({ take }) => take === true,
  G132: () => false,
};

/** Whether a page with this finding waits for an answer. */
export const doubtsBlock = (code: string, answers: PageAnswers | undefined): boolean =>
  BLOCKING[code] !== undefined && !BLOCKING[code](answers ?? { values: {} });

/** Findings of pages that are written, but somebody should look at. */
const DOUBTING: ReadonlySet<string> = new Set([
  'G111',
  'G114',
  'G119',
  'G121',
  'G124',
  'G125',
  'G129',
  'G130',
]);

export const isDoubting = (code: string): boolean => BLOCKING[code] !== undefined || DOUBTING.has(code);
