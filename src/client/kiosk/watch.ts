import { LARGEST_KIOSK_HEAD, parseKioskHead, type KioskHead } from '../../core/kiosk/boot.ts';
import { askBox } from '../screen/box.ts';
import { get, textOf } from '../screen/get.ts';
import { tellBeat } from './beat.ts';
import { boot } from './page.ts';
import { clock } from './time.ts';

/** Seconds between two questions to the server; fewer after one that failed. */
const EVERY = 60;
const AFTER_FAILURE = 15;

const TIMEOUT = 10;

let checkedAt = performance.now();
let failures = 0;

/** Minutes since the server last gave a sound answer. */
export const minutesAlone = (): number => (performance.now() - checkedAt) / 60_000;

/** Asks the server each minute, for ever, whether it lives and what it has. Tells each answer; none is a failure. */
export async function watch(answered: (head: KioskHead | undefined) => void): Promise<never> {
  for (;;) {
    let head: KioskHead | undefined;
    try {
      const { bytes, date } = await get(
        `head.json${tellBeat(failures, minutesAlone())}`,
        TIMEOUT,
        LARGEST_KIOSK_HEAD,
      );
      head = parseKioskHead(textOf(bytes), boot.kiosk);
      clock.heard(date);
      const { reachedAt, skew } = await askBox();
      clock.correct(skew);
      checkedAt = reachedAt;
    } catch {
      head = undefined;
      failures += 1;
    }
    answered(head);
    const seconds = head ? EVERY : AFTER_FAILURE;
    await new Promise((done) => setTimeout(done, seconds * 1000));
  }
}
