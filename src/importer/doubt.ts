/** What is unsure of a page, or why it was refused. */
export interface Doubt {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly line?: number;
}
