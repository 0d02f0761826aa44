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
    const status = JSON.parse(textOf(bytes)) as Status;
    const clock = Date.parse(date!);
    const told = contactIn(status);
    skew = skewIn(status, told, clock, now);
    // Both by the clock of the box, be it right or wrong; one that is known to be wrong may be put at any moment.
    if (!isNaN(told)) {
      if (told !== contact) at = status.contactAt ? now - Math.max(0, clock - told) : now;
      contact = told;
    } else if (typeof status.skewSeconds !== 'number') at = contact = NaN;
    // A mirror that asks a source and has no contact to tell: what it had is as old as that is known.
    else at = at || now;
  } catch {
    // What nobody answers makes nothing newer.
  }
  return { reachedAt: at || now, skew };
}

/** What is read of `mirror-status.json`; a mirror of before tells no skew, one that a stick feeds neither that nor a contact. */
interface Status {
  contactAt?: string;
  skewSeconds?: unknown;
  at?: string;
  result?: string;
}

/**
 * The last contact, by the clock of the box. A mirror that knows the clock of its box to be wrong notes none; a run that
 * went well and measured the clock was one all the same.
 */
function contactIn({ contactAt, skewSeconds, at: ranAt, result }: Status): number {
  const isContact = typeof skewSeconds === 'number' && (result === 'changed' || result === 'unchanged');
  return Date.parse(contactAt ?? (isContact ? ranAt! : ''));
}

/**
 * A measure says nothing of a clock that was put since: one that is behind the moment of the measure, or has moved
 * against the page's own counter. So it is until the mirror measures again.
 */
function skewIn({ skewSeconds }: Status, told: number, clock: number, now: number): BoxWord['skew'] {
  if (typeof skewSeconds !== 'number' || !isFinite(skewSeconds)) return 0;
  const isBehind = clock < told - STEADY;
  const key = isBehind ? undefined : `${told} ${skewSeconds}`;
  if (key !== measure) offset = clock - now;
  measure = key;
  return isBehind || Math.abs(clock - now - offset) > STEADY ? 'lost' : skewSeconds * 1000;
}
