/**
 * Why a site was not brought to its far end. The message is the whole sentence for the person at the machine: what
 * happened, how the site that is served stands, what to do.
 */
export class DeployError extends Error {
  override readonly name = 'DeployError';
  /** Whether files had been sent already: the rest is sent by the next run. */
  readonly isBegun: boolean;

  constructor(message: string, options: ErrorOptions & { isBegun?: boolean } = {}) {
    super(message, options);
    this.isBegun = options.isBegun ?? false;
  }
}
