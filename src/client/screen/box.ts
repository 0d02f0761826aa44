import { get, textOf } from './get.ts';

const TIMEOUT = 10;
const LARGEST = 64 * 1024;

/** By so much the clock of the box may move against the page's counter before somebody has put it, in milliseconds. */
const STEADY = 2 * 60_000;

/** What the box that a page comes from knows of its source. */
export interface BoxWord {
  /** How new a sound answer is, as a moment of the page's own counter. */
  reachedAt: number;
  /**
   * The source's clock less that of the box, in milliseconds; 0 where nobody has told, `lost` where the clock of the
   * box has been put since it was told.
   */
  skew: number | 'lost';
}

/** The last contact of the mirror that was seen, in milliseconds since 1970, and when that was, by the page's own counter. */
let contact: number;
let at: number;

/** The last measure of the clock that was seen, and the clock of the box less the page's counter then. */
let measure: string | undefined;
let offset: number;
let skew: BoxWord['skew'] = 0;

/**
 * Asks a box what its mirror knows. A sound answer of any other server is one of now; that of a box itself is of when
 * its mirror last reached the source, which the web server of the box tells (docs/deploy/kiosk). A contact that is known
 * stays where it was put, so that a clock that jumps makes it neither older nor newer. The mirror of a box that is fed
 * by a stick tells none, and is believed like any server.
 */
export async function askBox(): Promise<BoxWord> {
  const now = performance.now();
  // Plain http is held secure from the device itself alone: localhost, 127.0.0.1, [::1].
  if (!isSecureContext || location.protocol !== 'http:') return { reachedAt: now, skew: 0 };
  try {
    const { bytes, date } = await get('/mirror-status.json', TIMEOUT, LARGEST);
    const status = JSON.parse(textOf(bytes)) as { contactAt: string; skewSeconds: unknown };
    const last = Date.parse(status.contactAt);
    const clock = Date.parse(date!);
    // Both by the clock of the box, be it right or wrong.
    if (last !== contact) at = now - Math.max(0, clock - last);
    contact = last;
    skew = skewIn(status, clock, now);
  } catch {
    // What nobody answers makes nothing newer.
  }
  return { reachedAt: at || now, skew };
}

/**
 * A measure says nothing of a clock that was put since: one that is behind the moment of the measure, or has moved
 * against the page's own counter. So it is until the mirror measures again.
 */
function skewIn(
  { contactAt, skewSeconds }: { contactAt: string; skewSeconds: unknown },
  clock: number,
  now: number,
) {
  if (typeof skewSeconds !== 'number' || !isFinite(skewSeconds)) return 0;
  const isBehind = clock < Date.parse(contactAt) - STEADY;
  const key = isBehind ? undefined : `${contactAt} ${skewSeconds}`;
  if (key !== measure) offset = clock - now;
  measure = key;
  return isBehind || Math.abs(clock - now - offset) > STEADY ? 'lost' : skewSeconds * 1000;
}
