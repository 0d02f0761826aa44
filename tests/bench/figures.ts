import type { Use } from './measure.ts';

/** One thing that a part of the bench has to say, as plain data: a part may run in a process of its own. */
export type Told =
  | { readonly kind: 'use'; readonly name: string; readonly use: Use; readonly of: number }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'failure'; readonly stage: string; readonly why: string };

/** Something measured, and what was promised of it. */
export interface Value {
  readonly name: string;
  readonly measured: number;
  readonly unit: string;
  /** The most that it may be; none for what is only told. */
  readonly target?: number;
  /** Whether a target that is missed fails the run; it does if not given. */
  readonly binds?: boolean;
}

/** What a part of the bench finds out, told at once. */
export class Figures {
  readonly tell: (told: Told) => void;

  constructor(tell: (told: Told) => void) {
    this.tell = tell;
  }

  /** Does one stage. One that fails is told, and undefined comes back: the stages that do not need it go on. */
  async stage<T>(name: string, work: () => T | Promise<T>): Promise<T | undefined> {
    process.stderr.write(`› ${name} …\n`);
    try {
      return await work();
    } catch (error) {
      this.tell({
        kind: 'failure',
        stage: name,
        why: error instanceof Error ? error.message : String(error),
      });
      return undefined;
    }
  }

  /** Does a stage that says what it used, and tells that. `of` is the number of announcements that share it. */
  async measured(name: string, of: number, work: () => Promise<Use>): Promise<Use | undefined> {
    const use = await this.stage(name, work);
    if (use) this.tell({ kind: 'use', name, use, of });
    return use;
  }

  /** Tells what was measured beside what it may be at most. */
  goal(name: string, measured: number, target: number, unit: string, binds = true): void {
    this.tell({ kind: 'value', value: { name, measured, target, unit, binds } });
  }

  /** Tells what nothing was promised of. */
  known(name: string, measured: number, unit: string): void {
    this.tell({ kind: 'value', value: { name, measured, unit } });
  }

  /** Tells under what circumstances a part was measured, beside those of the whole run. */
  remark(text: string): void {
    this.tell({ kind: 'remark', text });
  }
}
