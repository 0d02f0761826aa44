import { spawn, type IPty } from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { main, TODAY } from './command.ts';

/**
 * An invented clerk at a pseudo-terminal. Nothing is timed: each step waits for the words it answers to. The binary of
 * the pseudo-terminal lies in the package for each system, so that nothing is compiled at installation.
 */
export class Clerk {
  /** All that has been on the screen, without colours and cursor movements. */
  screen = '';
  readonly exitCode: Promise<number>;
  readonly #pty: IPty;
  /** Up to where the screen has been read. */
  #read = 0;
  #notice: () => void = () => undefined;

  constructor(args: readonly string[], env: Record<string, string>) {
    this.#pty = spawn(process.execPath, [main, ...args], {
      cwd: root,
      cols: 120,
      rows: 40,
      name: 'xterm-256color',
      env: { ...process.env, LANG: 'C.UTF-8', SITE_URL: '', BASE_PATH: '', OUT_DIR: '', TODAY, ...env },
    });
    this.#pty.onData((data) => {
      this.screen += data.replace(CONTROL, '');
      this.#notice();
    });
    let over = false;
    this.exitCode = new Promise((done) => {
      this.#pty.onExit(({ exitCode }) => {
        over = true;
        this.#notice();
        done(exitCode);
      });
    });
    onTestFinished(() => {
      if (!over) this.#pty.kill();
    });
  }

  /** Waits until words appear that have not been answered yet. */
  async sees(words: string): Promise<void> {
    const patience = setTimeout(() => this.#notice(), PATIENCE_MS);
    const started = performance.now();
    for (let at = -1; at < 0;) {
      at = this.screen.indexOf(words, this.#read);
      if (at >= 0) this.#read = at + words.length;
      else if (performance.now() - started >= PATIENCE_MS)
        throw new Error(`“${words}” did not appear. The screen ends with:\n${this.screen.slice(-1500)}`);
      else await new Promise<void>((noticed) => (this.#notice = noticed));
    }
    clearTimeout(patience);
  }

  /** Takes what is proposed. */
  async accepts(question: string): Promise<void> {
    await this.sees(`◆  ${question}`);
    this.#pty.write('\r');
  }

  /** Types an answer in place of what is proposed. */
  async answers(question: string, text: string): Promise<void> {
    await this.sees(`◆  ${question}`);
    this.retypes(text);
  }

  /** Types again, at a question that refused the answer before. */
  retypes(text: string): void {
    this.#pty.write(`${CLEAR_LINE}${text}\r`);
  }

  /** Goes down some lines of a list and takes that one. */
  async picks(question: string, index: number): Promise<void> {
    await this.sees(`◆  ${question}`);
    this.#pty.write(`${DOWN.repeat(index)}\r`);
  }

  /** Ticks lines of a list, in ascending order. */
  async ticks(question: string, ...indexes: readonly number[]): Promise<void> {
    await this.sees(`◆  ${question}`);
    let at = 0;
    for (const index of indexes) {
      this.#pty.write(`${DOWN.repeat(index - at)} `);
      at = index;
    }
    this.#pty.write('\r');
  }

  /** Takes the second of two answers. */
  async declines(question: string): Promise<void> {
    await this.sees(`◆  ${question}`);
    this.#pty.write(`${RIGHT}\r`);
  }

  /**
   * Pastes a text as a terminal does that marks what is pasted. A pseudo-terminal that is written more than it holds
   * waits for its reader, who waits for what was printed to be read: so it goes in pieces, each after the echo of the
   * one before.
   */
  async pastes(text: string): Promise<void> {
    this.#pty.write(`${ESCAPE}[200~`);
    for (let at = 0; at < text.length; at += PIECE) {
      const before = this.screen.length;
      this.#pty.write(text.slice(at, at + PIECE));
      while (text.length > PIECE && this.screen.length === before)
        await new Promise<void>((noticed) => (this.#notice = noticed));
    }
    this.#pty.write(`${ESCAPE}[201~`);
  }

  /** Sends keys as they are. */
  presses(keys: string): void {
    this.#pty.write(keys);
  }

  /** Closes the window. */
  losesTheWindow(): void {
    this.#pty.kill('SIGHUP');
  }

  async leaves(question: string): Promise<void> {
    await this.sees(`◆  ${question}`);
    this.#pty.write(ESCAPE);
  }
}

/** Longest a step may take on a loaded machine. */
const PATIENCE_MS = 20_000;

/** Characters that a pseudo-terminal takes at once; in UTF-8 a Chinese one has three bytes, and it holds 4,096. */
const PIECE = 500;

const ESCAPE = '\u001b';
const DOWN = `${ESCAPE}[B`;
const RIGHT = `${ESCAPE}[C`;
const CLEAR_LINE = '\u0015';

// eslint-disable-next-line no-control-regex -- the control sequences of a terminal
const CONTROL = /\u001b\[[0-9;?]*[A-Za-z]/g;
