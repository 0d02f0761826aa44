/** What a failure of the program was busy with. Its message is what went wrong, its cause the error itself. */
export class FailureInHand extends Error {
  override readonly name = 'FailureInHand';
  /** In Chinese, to follow 处理 and precede 时出错: `公告 announcements/land/2026/a.md`. */
  readonly hand: string;
  /** Whether it is a file of content/, so that its owner knows where to begin. */
  readonly isContent: boolean;

  constructor(hand: string, isContent: boolean, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.hand = hand;
    this.isContent = isContent;
  }
}

/** Does some work for one announcement; a failure of the program in it names the announcement's file. */
export function inHand<T>({ file }: { file: string }, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw failureInHand(cause) ?? new FailureInHand(`公告 ${file} `, true, cause);
  }
}

/** The innermost failure that names something. */
export function failureInHand(error: unknown): FailureInHand | undefined {
  if (!(error instanceof Error)) return undefined;
  return failureInHand(error.cause) ?? (error instanceof FailureInHand ? error : undefined);
}
