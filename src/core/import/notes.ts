import { lineOf, type AnyNode } from './tree.ts';
import type { Doubt } from './written.ts';

/** Doubts of one code that a report is given: beyond, somebody has to read the whole page anyway. */
const MOST_DOUBTS = 50;

/** What is noted while a body is read: how much is left out and why, and what should be looked at again. */
export class Notes {
  readonly drops: Record<string, number> = {};
  readonly doubts: Doubt[] = [];
  readonly #told = new Map<string, number>();

  count(reason: string, amount = 1): void {
    this.drops[reason] = (this.drops[reason] ?? 0) + amount;
  }

  doubt(code: string, message: string, help: string, node: AnyNode): void {
    const told = this.#told.get(code) ?? 0;
    this.#told.set(code, told + 1);
    if (told >= MOST_DOUBTS) return;
    const line = lineOf(node);
    this.doubts.push({ code, message, help, ...(line > 0 && { line }) });
  }

  hasDoubted(code: string): boolean {
    return this.#told.has(code);
  }
}
