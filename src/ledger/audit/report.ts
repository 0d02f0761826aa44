/** What came out of one question about a ledger. */
export interface Answer {
  readonly outcome: '一致' | '不一致' | '说明';
  readonly words: string;
}

export const holds = (words: string): Answer => ({ outcome: '一致', words });
export const differs = (words: string): Answer => ({ outcome: '不一致', words });
export const note = (words: string): Answer => ({ outcome: '说明', words });

/** Faults of many things of one kind, and where there are none, that they hold. */
export const all = (faults: readonly string[], held: string): readonly Answer[] =>
  faults.length > 0 ? faults.map(differs) : [holds(held)];

/** The site cannot be verified. The message says why. */
export class NotVerifiable extends Error {
  override readonly name = 'NotVerifiable';
}
