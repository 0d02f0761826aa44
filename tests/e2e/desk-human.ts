import type { Locator } from '@playwright/test';

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Characters that a clerk types in a second, input method included. */
const PER_SECOND = 3;
/** What it takes to see where to press, and to press, in seconds. */
const CHOICE = 2;

/**
 * A clerk at human pace, counted and not waited for: what she types and chooses is reckoned, what she waits for is
 * measured. She does nothing that has no control on the page.
 */
export class Human {
  interactions = 0;
  seconds = 0;
  /** What was waited for, in seconds, by its name. */
  readonly waits: Record<string, number> = {};

  async click(control: Locator): Promise<void> {
    await control.click();
    this.#count(CHOICE);
  }

  /** Goes to a control and types. */
  async type(control: Locator, text: string): Promise<void> {
    await control.fill(text);
    this.#count(CHOICE + [...text].length / PER_SECOND);
  }

  /** Answers a field, whatever its control is: a text, a list, or choices of which one is pressed. */
  async answer(field: Locator, text: string): Promise<void> {
    const tag = await field.evaluate(({ tagName }) => tagName);
    if (tag === 'FIELDSET') return this.click(field.getByLabel(text, { exact: true }));
    if (tag !== 'SELECT') return this.type(field, text);
    await field.selectOption(text);
    this.#count(2 * CHOICE);
  }

  /** Finds files in the window of the system, some at once, and brings them in. */
  async bring(control: Locator, files: Upload[]): Promise<void> {
    await control.setInputFiles(files);
    this.#count((1 + files.length) * CHOICE);
  }

  /** Reads something, for as long as a test says that it takes. */
  read(seconds: number): void {
    this.seconds += seconds;
  }

  async waitFor(what: string, done: Promise<unknown>): Promise<void> {
    const start = performance.now();
    await done;
    const took = (performance.now() - start) / 1000;
    this.waits[what] = took;
    this.seconds += took;
  }

  #count(seconds: number): void {
    this.interactions += 1;
    this.seconds += seconds;
  }
}
