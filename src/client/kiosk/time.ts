import { Clock, toInstant } from '../screen/clock.ts';
import { boot } from './page.ts';

/** The time, as far as the kiosk can know it: its server tells it, or its own clock where that can be right. */
export const clock = new Clock(boot.generated, boot.standsAt);

/** The moment by which lists are made: where no clock can be trusted, that of the data. Milliseconds since 1970. */
export const listingMoment = (): number => clock.now() ?? Date.parse(boot.generated);

const MINUTE = 60_000;

/** Acts now and on every minute. */
export function everyMinute(act: () => void): void {
  act();
  setTimeout(() => everyMinute(act), MINUTE - ((clock.now() ?? Date.now()) % MINUTE));
}

/** The present in Beijing, or nothing when nobody trustworthy has told. */
export function presentInstant(): string | undefined {
  const now = clock.now();
  return now === undefined ? undefined : toInstant(now);
}
