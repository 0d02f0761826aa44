// @ts-check

/** What is missing on this machine, and what to do: one sentence for the user, without a stack. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}
