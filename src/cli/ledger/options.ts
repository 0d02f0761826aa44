/** What was written behind the name of an act. */
export interface Options {
  readonly yes: boolean;
  readonly out: string | undefined;
  /** A site, by its folder or its address. */
  readonly where: string | undefined;
  /** File of a checkpoint that was kept. */
  readonly kept: string | undefined;
  /** File of a key. */
  readonly key: string | undefined;
  readonly name: string | undefined;
  /** File of a checkpoint with the lines of a witness. */
  readonly add: string | undefined;
}
