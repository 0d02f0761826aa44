import * as clack from '@clack/prompts';
import { dim } from './dim.ts';
import { folded } from './fold.ts';
import { Keyboard, type Takes } from './keyboard.ts';
import { askFromList, type Choice } from './list-prompt.ts';

/** The clerk pressed Esc or Ctrl-C: nothing more is asked. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** The clerk wants the question before once more. */
export class Back extends Error {
  override readonly name = 'Back';
}

/** Whether somebody sits there who can be asked. */
export const isAtTerminal = (): boolean => Boolean(process.stdin.isTTY && process.stdout.isTTY);

/**
 * Questions to the clerk, one at a time. Each throws `Stopped` when the clerk leaves, `Back` when she goes
 * back.
 */
export const terminal = {
  /** `escape`: what becomes of the answers when the clerk stops. */
  open: (title: string, escape = '留着草稿'): void =>
    clack.intro(`${title}  ${dim(`回车到下一题，Ctrl+Z 退回上一题，Esc 停下、${escape}`)}`),
  close: (words: string): void => clack.outro(words),
  say: (words: string): void => clack.log.info(fitting(words)),
  warn: (words: string): void => clack.log.warn(fitting(words)),
  show: (words: string, title: string): void => clack.note(fitting(words), title, { format: (line) => line }),

  /** `check` returns what is wrong with an answer; the question stays until nothing is. */
  async text(
    message: string,
    options: { example?: string; proposal?: string; check?: (text: string) => string | undefined },
  ): Promise<string> {
    const { example, proposal, check } = options;
    const answer = await ask('line', (keys) =>
      clack.text({
        ...keys,
        message: fitting(message),
        ...(example !== undefined && { placeholder: example }),
        ...(proposal !== undefined && { initialValue: proposal }),
        validate: (text) => {
          const fault = check?.((text ?? '').trim());
          return fault === undefined ? undefined : fitting(fault);
        },
      }),
    );
    return answer.trim();
  },

  /** What nobody beside may read. `check` as of a text. */
  secret(message: string, check: (text: string) => string | undefined): Promise<string> {
    return ask('line', (keys) =>
      clack.password({ ...keys, message: fitting(message), validate: (text) => check(text ?? '') }),
    );
  },

  async choose(message: string, choices: readonly Choice[], proposal?: string): Promise<string> {
    const initial = choices.find(({ value }) => value === proposal)?.value;
    if (choices.length > MOST_SHOWN) {
      const put = `${message}${dim('（↑↓ 移动，打几个字可以查找，回车选定）')}`;
      return (await fromList(put, choices, false, initial === undefined ? [] : [initial]))[0]!;
    }
    return ask('choice', (keys) =>
      clack.select({
        ...keys,
        message: fitting(`${message}${dim('（↑↓ 移动，回车选定）')}`),
        options: [...choices],
        showInstructions: false,
        ...(initial !== undefined && { initialValue: initial }),
      }),
    );
  },

  chooseSome(
    message: string,
    choices: readonly Choice[],
    ticked: readonly string[] = [],
  ): Promise<readonly string[]> {
    const how = dim('（↑↓ 移动，打几个字可以查找，空格勾选，回车选定；一项也不选就直接回车）');
    return fromList(`${message}${how}`, choices, true, ticked);
  },

  async confirm(message: string, yes: string, no: string): Promise<boolean> {
    return ask('choice', (keys) =>
      clack.confirm({ ...keys, message: fitting(message), active: yes, inactive: no }),
    );
  },
};

/** Longer lists scroll: a window of twenty-four lines keeps the question in sight. */
const MOST_SHOWN = 12;

/** Columns that the frame of a question takes. */
const FRAME = 8;

const fitting = (text: string): string => folded(text, Math.max(40, (process.stdout.columns || 80) - FRAME));

async function fromList(
  message: string,
  choices: readonly Choice[],
  multiple: boolean,
  initial: readonly string[],
): Promise<readonly string[]> {
  const answer = await ask<string | string[] | undefined | symbol>('choice', (keys) =>
    askFromList({ ...keys, message: fitting(message), choices, multiple, initial, most: MOST_SHOWN }),
  );
  return [answer ?? []].flat();
}

let count = 0;

/** How many questions have been put in this process. */
export const questionsPut = (): number => count;

/** Puts one question with a keyboard of its own. */
async function ask<T>(
  takes: Takes,
  put: (keys: { input: Keyboard; signal: AbortSignal }) => Promise<T>,
): Promise<Exclude<T, symbol>> {
  count += 1;
  const keyboard = new Keyboard(takes);
  try {
    const answer = await put({ input: keyboard, signal: keyboard.ended });
    if (keyboard.isBack) throw new Back();
    if (clack.isCancel(answer)) throw new Stopped();
    return answer as Exclude<T, symbol>;
  } finally {
    keyboard.close();
  }
}
