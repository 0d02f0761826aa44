import type { Conflict, Refusal } from '../core/desk/api.ts';

/** What is not done, with the status of HTTP that says so and a sentence for the clerk. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly refusal: Refusal | Conflict;

  constructor(status: number, refusal: Refusal | Conflict, cause?: unknown) {
    super(refusal.message, { cause });
    this.status = status;
    this.refusal = refusal;
  }
}
