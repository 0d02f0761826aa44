import { RESULTS, type Result } from './result.ts';

/** How far an import is. */
interface Far {
  done: number;
  total: number;
  /** Since it began, in milliseconds, and what of `done` was done in that time. */
  elapsed: number;
  read: number;
  counts: Readonly<Record<Exclude<Result, 'merged'>, number>>;
}

/** `导入 3,412 / 10,000 · 每秒 41 页 · 还要约 2 分 40 秒 · 完整 2,901 存量 388 存疑 96 没有采用 27` */
function progressLine({ done, total, elapsed, read, counts }: Far): string {
  const rate = elapsed > 0 ? (read * 1000) / elapsed : 0;
  const left =
    done >= total || rate > 0 ? `还要约 ${duration(done >= total ? 0 : (total - done) / rate)}` : '正在估算';
  const parts = (['whole', 'legacy', 'doubtful', 'left-out'] as const).map(
    (result) => `${RESULTS[result]} ${number(counts[result])}`,
  );
  return [
    `导入 ${number(done)} / ${number(total)}`,
    `每秒 ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} 页`,
    left,
    parts.join(' '),
  ].join(' · ');
}

export const number = (value: number): string => value.toLocaleString('en-US');

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} 秒`;
  if (whole < 3600) return `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`;
  return `${Math.floor(whole / 3600)} 小时 ${Math.floor((whole % 3600) / 60)} 分`;
}

/** How often progress is told, in milliseconds: at a terminal in place, else line after line for a log. */
const AT_TERMINAL = 1000;
const IN_LOG = 10_000;

/** Tells progress as often as somebody wants to read it. */
export class Progress {
  readonly #print: (text: string) => void;
  readonly #isTerminal: boolean;
  readonly #now: () => number;
  readonly #began: number;
  #told: number;
  #width = 0;

  constructor(print: (text: string) => void, isTerminal: boolean, now: () => number) {
    this.#print = print;
    this.#isTerminal = isTerminal;
    this.#now = now;
    this.#began = now();
    this.#told = this.#began;
  }

  tell(far: Omit<Far, 'elapsed'>, isLast = false): void {
    const now = this.#now();
    if (!isLast && now - this.#told < (this.#isTerminal ? AT_TERMINAL : IN_LOG)) return;
    this.#told = now;
    const line = progressLine({ ...far, elapsed: now - this.#began });
    this.#print(this.#isTerminal ? `\r${line.padEnd(this.#width)}${isLast ? '\n' : ''}` : `${line}\n`);
    this.#width = line.length;
  }
}
