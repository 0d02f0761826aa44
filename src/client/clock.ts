const MINUTE = 60_000;

/** The device's clock is followed as long as it is this close to the server's. */
const TOLERATED = 2 * MINUTE;

/** What must be added to the device's clock, in milliseconds; undefined until it is first asked for. */
let correction: number | undefined;

/** The present moment in milliseconds since 1970, as well as this page knows it. */
export const now = (): number => Date.now() + (correction ??= standing() ?? 0);

/** The moment at which a sample site stands, less the device's clock; undefined on a site of our days. */
function standing(): number | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="zhangbang:now"]');
  return meta === null ? undefined : Date.parse(meta.content) - Date.now();
}

let asked: Promise<number> | undefined;

/**
 * Asks the site's server for the time, once a page, and follows it from now on where the device is more than two
 * minutes off. Gives by how much it is: above 0 for a clock that is slow, 0 for one that is right or when nobody
 * answers.
 */
export const askServer = (): Promise<number> => (asked ??= compareClocks());

async function compareClocks(): Promise<number> {
  // It is no fault of the device that a sample stands still.
  if (standing() !== undefined) return 0;
  try {
    const { headers } = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
    // A copy from a cache on the way is as old as it says.
    const time = Date.parse(headers.get('Date') ?? '') + Number(headers.get('Age') ?? 0) * 1000;
    const off = time - Date.now();
    if (Math.abs(off) > TOLERATED) return (correction = off);
  } catch {
    // Without an answer the device's clock is all there is.
  }
  return 0;
}
