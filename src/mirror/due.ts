const HOUR = 3600_000;

/** Longest that bytes which are served go unread, in hours. */
const LONGEST = 24;

/** What falls due in the next hours is read in these of the night before (Beijing), when nobody looks at a screen. */
const QUIET = { from: 1, before: 5 } as const;
const EARLIER = 12;

/** Whether every byte of the present release is to be read now. Both are moments in Beijing; never read is due. */
export function isReadingDue(now: string, verifiedAt: string | undefined): boolean {
  const since = (Date.parse(now) - Date.parse(verifiedAt ?? '')) / HOUR;
  const hour = Number(now.slice(11, 13));
  const isQuiet = hour >= QUIET.from && hour < QUIET.before;
  return !(since >= 0 && since < (isQuiet ? EARLIER : LONGEST));
}
