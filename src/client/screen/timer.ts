const DAY = 24 * 60 * 60;
const MINUTE = 60;

/**
 * Rings once after so many seconds, a day at most: a browser rings at once for a timer longer than 24 days, and a
 * number that comes of a broken clock may be anything.
 */
export function after(seconds: number, ring: () => void): ReturnType<typeof setTimeout> {
  const sound = Number.isNaN(seconds) ? MINUTE : Math.min(DAY, Math.max(0, seconds));
  return setTimeout(ring, sound * 1000);
}
