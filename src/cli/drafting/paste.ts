import { StringDecoder } from 'node:string_decoder';
import { closeTerminal, openTerminal, PASTE_BEGINS, PASTE_ENDS } from './keyboard.ts';

/** The line that ends a text of many lines. */
export const LAST_LINE = '完';

/** A text of many lines as it was pasted or typed. */
interface Pasted {
  text: string;
  /** How many control characters were left out, which do not show. */
  dropped: number;
  /** Whether the clerk left, or the terminal was lost, before the last line. */
  isBroken: boolean;
}

/**
 * Reads lines from the terminal until one says 完, with everything in them but control characters. `invite` asks for
 * them, once the terminal gives on every key as it comes: what is pasted sooner, the terminal cuts into lines of its own.
 */
export function readLines(invite: () => void): Promise<Pasted> {
  const reader = new LineReader();
  const decoder = new StringDecoder('utf8');
  return new Promise((done) => {
    const finish = (isBroken: boolean): void => {
      closeTerminal(receive, lose);
      if (process.stdin.isTTY) process.stdin.setRawMode(false);
      done({ text: reader.text, dropped: reader.dropped, isBroken });
    };
    const lose = (): void => finish(true);
    const receive = (bytes: Buffer): void => {
      const state = reader.read(decoder.write(bytes));
      process.stdout.write(reader.takeEcho());
      if (state !== 'open') finish(state === 'left');
    };
    process.stdin.setRawMode(true);
    openTerminal(receive, lose);
    invite();
  });
}

type State = 'open' | 'done' | 'left';

/** What a terminal sends for keys that write nothing: arrows, function keys. */
// eslint-disable-next-line no-control-regex -- the control sequences of a terminal
const KEY = /^\u001b(?:\[[0-9;?]*[A-Za-z~]|O[A-Za-z])/u;

/** Lines from the characters of a terminal in raw mode; pure, so that any cut of the input can be tried. */
export class LineReader {
  dropped = 0;
  readonly #lines: string[] = [];
  #line = '';
  #isPasting = false;
  #wasReturn = false;
  #echo = '';
  /** The beginning of a control sequence whose rest is to come. */
  #rest = '';

  get text(): string {
    return [...this.#lines, this.#line].join('\n').replace(/\n+$/u, '');
  }

  takeEcho(): string {
    const echo = this.#echo;
    this.#echo = '';
    return echo;
  }

  read(chunk: string): State {
    let text = this.#rest + chunk;
    this.#rest = '';
    while (text !== '') {
      if (text.startsWith('\u001b')) {
        if (text === '\u001b') {
          if (!this.#isPasting) return 'left';
          this.#rest = text;
          return 'open';
        }
        const length = this.#sequence(text);
        if (length === undefined) {
          this.#rest = text;
          return 'open';
        }
        text = text.slice(length);
        continue;
      }
      const [char = ''] = text;
      text = text.slice(char.length);
      const state = this.#take(char);
      if (state !== 'open') return state;
    }
    return 'open';
  }

  /** Length of the control sequence that a text begins with; nothing when its end is to come. */
  #sequence(text: string): number | undefined {
    for (const [mark, isPasting] of [
      [PASTE_BEGINS, true],
      [PASTE_ENDS, false],
    ] as const) {
      if (text.startsWith(mark)) {
        this.#isPasting = isPasting;
        return mark.length;
      }
      if (mark.startsWith(text)) return undefined;
    }
    const key = KEY.exec(text)?.[0];
    if (this.#isPasting || key === undefined) this.dropped += 1;
    return key?.length ?? 1;
  }

  #take(char: string): State {
    const followsReturn = this.#wasReturn;
    this.#wasReturn = char === '\r';
    if (char === '\n' && followsReturn) return 'open';
    if (char === '\r' || char === '\n') return this.#endLine();
    if (!this.#isPasting) {
      if (char === '\u0003') return 'left';
      if (char === '\u0004') return 'done';
      if (char === '\u007f' || char === '\b') return this.#erase();
    }
    if (char !== '\t' && /\p{Cc}/u.test(char)) this.dropped += 1;
    else {
      this.#line += char;
      this.#echo += char;
    }
    return 'open';
  }

  #endLine(): State {
    this.#echo += '\r\n';
    if (!this.#isPasting && this.#line.trim() === LAST_LINE) {
      this.#line = '';
      return 'done';
    }
    this.#lines.push(this.#line.trimEnd());
    this.#line = '';
    return 'open';
  }

  #erase(): State {
    const chars = [...this.#line];
    const last = chars.pop();
    if (last === undefined) return 'open';
    this.#line = chars.join('');
    // A Chinese character is two columns wide.
    const width = /[\u1100-\uffff]/u.test(last) || last.length > 1 ? 2 : 1;
    this.#echo += '\b'.repeat(width) + ' '.repeat(width) + '\b'.repeat(width);
    return 'open';
  }
}
