import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { SettingsError } from '../../settings.ts';

/** What somebody did at the desk. */
interface Deed {
  /** In Shanghai: `2026-12-01T09:02:00+08:00`. */
  readonly at: string;
  /** The account, or the name that was tried. */
  readonly who: string;
  /** `POST /api/reviews/0123456789abcdef/approve` */
  readonly what: string;
  /** Of HTTP. */
  readonly status: number;
}

const lineSchema = z.object({
  at: z.string(),
  who: z.string(),
  what: z.string(),
  status: z.int(),
  seal: z.string(),
});

const FIRST = '0'.repeat(64);

/**
 * The record of a desk for several people: a line for each deed, sealed with the line before, so that none can be
 * changed or taken out of the middle unseen. That the end is missing shows by the last seal that somebody wrote down.
 */
export class AuditLog {
  readonly #file: string;
  #last: string;

  /** @throws {SettingsError} where the record that is there is broken: nothing is written behind it */
  constructor(file: string) {
    this.#file = file;
    dropHalfLine(file);
    const { broken, seal } = verifyLog(file);
    if (broken !== undefined)
      throw new SettingsError(
        `办事台的记录 ${file} 第 ${broken} 行和前面的对不上，没有打开。把它移到别处保存，再打开时从头记起。`,
      );
    this.#last = seal;
  }

  write(deed: Deed): void {
    const seal = sealOf(deed, this.#last);
    const file = openSync(this.#file, 'a', 0o600);
    try {
      writeSync(file, `${JSON.stringify({ ...deed, seal })}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    this.#last = seal;
  }
}

/** A machine that lost power while it wrote has left half a line, which nobody was answered for. */
function dropHalfLine(file: string): void {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) truncateSync(file, end);
}

/** What was found of a record: how many lines hold, the last seal, and the line (from 1) that does not hold. */
interface Verified {
  readonly lines: number;
  readonly seal: string;
  readonly broken?: number;
}

export function verifyLog(file: string): Verified {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  let last = FIRST;
  const lines = text.split('\n').filter((line) => line !== '');
  for (const [index, line] of lines.entries()) {
    const read = lineSchema.safeParse(jsonOf(line));
    if (!read.success || sealOf(read.data, last) !== read.data.seal)
      return { lines: index, seal: last, broken: index + 1 };
    last = read.data.seal;
  }
  return { lines: lines.length, seal: last };
}

const sealOf = ({ at, who, what, status }: Deed, before: string): string =>
  createHash('sha256')
    .update(JSON.stringify([before, at, who, what, status]))
    .digest('hex');

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
