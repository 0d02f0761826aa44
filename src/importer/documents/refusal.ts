/** A document that is not taken: one sentence in Chinese that says why, and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
