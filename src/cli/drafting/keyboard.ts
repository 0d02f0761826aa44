import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { joinsWithoutBlank } from '../../core/announcement/wrap.ts';

/** What a question takes: a line of text, or a choice, for which a pasted text means nothing. */
export type Takes = 'line' | 'choice';

/** A terminal that knows them sets these around what is pasted (bracketed paste of xterm, also in Windows Terminal). */
export const PASTE_BEGINS = '\u001b[200~';
export const PASTE_ENDS = '\u001b[201~';
const ASK_FOR_MARKS = '\u001b[?2004h';
const NO_MORE_MARKS = '\u001b[?2004l';

/** What tells that the terminal is gone; reading from one that has been closed is an error. */
const LOSSES = ['end', 'close', 'error'] as const;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The keys of one question. What is pasted arrives as one stroke and in one line, so that its line breaks answer no
 * further questions and its control characters are no commands; a choice ignores it. Ctrl-D and the loss of the
 * terminal end the question as Esc does; Ctrl-Z goes back to the question before.
 */
export class Keyboard extends Readable {
  /** What a terminal has: Node's reader of keys asks for it. */
  readonly isTTY = true;
  readonly #takes: Takes;
  readonly #lost = new AbortController();
  readonly #back = new AbortController();
  readonly #decoder = new StringDecoder('utf8');
  /** What has been pasted so far, while the end of the paste is to come. */
  #pasted: string | undefined;

  constructor(takes: Takes) {
    super();
    this.#takes = takes;
    openTerminal(this.#receive, this.#lose);
  }

  /** Aborted when the terminal is lost, or the question before is to be put again. */
  get ended(): AbortSignal {
    return AbortSignal.any([this.#lost.signal, this.#back.signal]);
  }

  /** Whether the question before is to be put again. */
  get isBack(): boolean {
    return this.#back.signal.aborted;
  }

  setRawMode(isRaw: boolean): this {
    process.stdin.setRawMode(isRaw);
    return this;
  }

  override _read(): void {
    // Keys are given on as they come.
  }

  close(): void {
    closeTerminal(this.#receive, this.#lose);
    this.destroy();
  }

  readonly #lose = (): void => this.#lost.abort();

  readonly #receive = (bytes: Buffer): void => {
    let text = this.#decoder.write(bytes);
    while (text !== '') {
      const mark = this.#pasted === undefined ? PASTE_BEGINS : PASTE_ENDS;
      const at = text.indexOf(mark);
      const before = at < 0 ? text : text.slice(0, at);
      if (this.#pasted === undefined) this.#type(before);
      else this.#pasted += before;
      if (at < 0) return;
      text = text.slice(at + mark.length);
      if (this.#pasted === undefined) this.#pasted = '';
      else {
        this.#paste(this.#pasted);
        this.#pasted = undefined;
      }
    }
  };

  #type(text: string): void {
    if (text === '') return;
    if (text === END_OF_INPUT) this.emit('data', CANCEL);
    else if (text === ONE_BACK) this.#back.abort();
    else if (!isPasted(text)) this.emit('data', text);
    else {
      const [, body = '', end = ''] = /^([^]*?)(\r\n|\r|\n|)$/u.exec(text)!;
      this.#paste(body);
      if (end !== '' && this.#takes === 'line') this.emit('data', '\r');
    }
  }

  #paste(text: string): void {
    const line = inOneLine(text);
    if (line === '' || this.#takes === 'choice') return;
    this.emit('keypress', line, { sequence: line, ctrl: false, meta: false, shift: false });
  }
}

const END_OF_INPUT = '\u0004';
/** Ctrl-Z, which takes back the last step in every office program. */
const ONE_BACK = '\u001a';
const CANCEL = '\u0003';

/** A text that comes at once with a line break before its end: in a terminal without marks, that is a paste too. */
const isPasted = (text: string): boolean =>
  !text.includes('\u001b') && /[^\p{Cc}][^]*[\r\n][^]*[^\p{Cc}]/u.test(text);

/** Lines put together as an editor would have wrapped them; tabs are blanks, other control characters nothing. */
function inOneLine(text: string): string {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) =>
      line
        .replaceAll('\t', ' ')
        .replaceAll(/\p{Cc}/gu, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .reduce((before, line) => {
      if (before === '') return line;
      return joinsWithoutBlank(before, line) ? before + line : `${before} ${line}`;
    }, '');
}

/** Reads raw keys until `closeTerminal`. `lose` is called when the terminal is gone. */
export function openTerminal(receive: (bytes: Buffer) => void, lose: () => void): void {
  const { stdin, stdout } = process;
  for (const event of LOSSES) stdin.on(event, lose);
  for (const signal of SIGNALS) process.on(signal, lose);
  stdout.on('error', lose);
  stdout.write(ASK_FOR_MARKS);
  stdin.on('data', receive);
  stdin.resume();
}

export function closeTerminal(receive: (bytes: Buffer) => void, lose: () => void): void {
  const { stdin, stdout } = process;
  stdin.off('data', receive);
  stdin.pause();
  stdout.write(NO_MORE_MARKS);
  for (const event of LOSSES) stdin.off(event, lose);
  for (const signal of SIGNALS) process.off(signal, lose);
  stdout.off('error', lose);
}
