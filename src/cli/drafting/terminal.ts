import * as clack from '@clack/prompts';
import { Keyboard, type Takes } from './keyboard.ts';

/** The clerk pressed Esc or Ctrl-C: nothing more is asked. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** Whether somebody sits there who can be asked. */
export const isAtTerminal = (): boolean => Boolean(process.stdin.isTTY && process.stdout.isTTY);

/** Questions to the clerk, one at a time. Each throws `Stopped` when the clerk leaves. */
export const terminal = {
  open: (title: string): void => clack.intro(title),
  close: (words: string): void => clack.outro(words),
  say: (words: string): void => clack.log.info(words),
  warn: (words: string): void => clack.log.warn(words),
  show: (words: string, title: string): void => clack.note(words, title, { format: (line) => line }),

  /** `check` returns what is wrong with an answer; the question stays until nothing is. */
  async text(
    message: string,
    options: { example?: string; proposal?: string; check?: (text: string) => string | undefined },
  ): Promise<string> {
    const { example, proposal, check } = options;
    const answer = await ask('line', (keys) =>
      clack.text({
        ...keys,
        message,
        ...(example !== undefined && { placeholder: example }),
        ...(proposal !== undefined && { initialValue: proposal }),
        validate: (text) => check?.((text ?? '').trim()),
      }),
    );
    return answer.trim();
  },

  async choose(message: string, choices: readonly Choice[], proposal?: string): Promise<string> {
    return ask('choice', (keys) =>
      clack.select({
        ...keys,
        message: `${message}${dim('（↑↓ 移动，回车选定）')}`,
        options: [...choices],
        maxItems: MOST_SHOWN,
        showInstructions: false,
        ...(proposal !== undefined && { initialValue: proposal }),
      }),
    );
  },

  async chooseSome(message: string, choices: readonly Choice[]): Promise<readonly string[]> {
    return ask('choice', (keys) =>
      clack.multiselect({
        ...keys,
        message: `${message}${dim('（↑↓ 移动，空格勾选，回车选定；一项也不选就直接回车）')}`,
        options: [...choices],
        maxItems: MOST_SHOWN,
        showInstructions: false,
        required: false,
      }),
    );
  },

  async confirm(message: string, yes: string, no: string): Promise<boolean> {
    return ask('choice', (keys) => clack.confirm({ ...keys, message, active: yes, inactive: no }));
  },
};

/** Longer lists scroll: a window of twenty-four lines keeps the question in sight. */
const MOST_SHOWN = 12;

export const dim = (text: string): string => `\u001b[2m${text}\u001b[22m`;

/** Puts one question with a keyboard of its own. */
async function ask<T>(
  takes: Takes,
  put: (keys: { input: Keyboard; signal: AbortSignal }) => Promise<T>,
): Promise<Exclude<T, symbol>> {
  const keyboard = new Keyboard(takes);
  try {
    const answer = await put({ input: keyboard, signal: keyboard.lost });
    if (clack.isCancel(answer)) throw new Stopped();
    return answer as Exclude<T, symbol>;
  } finally {
    keyboard.close();
  }
}
