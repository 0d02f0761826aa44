/** What was written behind the name of an act. */
export interface Options {
  readonly yes: boolean;
  readonly out: string | undefined;
}
