import { get, textOf } from './get.ts';

const TIMEOUT = 10;
const LARGEST = 64 * 1024;

/** The last contact of the mirror that was seen, in milliseconds since 1970, and when that was, by the page's own counter. */
let contact: number;
let at: number;

/**
 * How new a sound answer is, as a moment of the page's own counter: of now, but that of a box itself is of when its
 * mirror last reached the source, which the web server of the box tells (docs/deploy/kiosk). A contact that is known
 * stays where it was put, so that a clock that jumps makes it neither older nor newer. The mirror of a box that is fed
 * by a stick tells none, and is believed like any server.
 */
export async function reachedAt(): Promise<number> {
  const now = performance.now();
  // Plain http is held secure from the device itself alone: localhost, 127.0.0.1, [::1].
  if (!isSecureContext || location.protocol !== 'http:') return now;
  try {
    const { bytes, date } = await get('/mirror-status.json', TIMEOUT, LARGEST);
    const last = Date.parse((JSON.parse(textOf(bytes)) as { contactAt: string }).contactAt);
    // Both by the clock of the box, be it right or wrong.
    if (last !== contact) at = now - Math.max(0, Date.parse(date!) - last);
    contact = last;
    return at || now;
  } catch {
    // What nobody answers makes nothing newer.
    return at || now;
  }
}
