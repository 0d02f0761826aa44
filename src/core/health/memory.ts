import type { Health } from './health.ts';
import type { Report } from './report.ts';

const DAY = 24 * 60 * 60_000;

/** Days for which a box is remembered that nobody has heard since, where another bears its screen. */
const REMEMBERED = 30;

/**
 * The logs of a web server go back a day or two; the report before knows since when a screen has been silent that they
 * do not name any more.
 */
export function remember(report: Report, before: Report | undefined): Report {
  if (!before) return report;
  return {
    ...report,
    screens: groupsOf(report.screens).flatMap((present) => withSilent(present, before, report.at)),
  };
}

/** The accounts of one screen, and those of its boxes that nobody has heard any more. */
function withSilent(present: readonly Health[], before: Report, now: number): readonly Health[] {
  const [first] = present;
  const heard = present.filter(({ at }) => at !== undefined);
  const silent = before.screens.filter(
    ({ folder, id, box, at }) =>
      folder === first!.folder &&
      id === first!.id &&
      at !== undefined &&
      !heard.some((other) => other.box === box) &&
      (heard.length === 0 || (box !== undefined && now - at < REMEMBERED * DAY)),
  );
  const { name, expectedSeq, publishedAt, isDoubtful } = first!;
  const expected = { name, expectedSeq, publishedAt, isDoubtful };
  const told = silent.map((one): Health => ({ ...one, ...expected, state: 'offline', others: [] }));
  return heard.length === 0 && told.length > 0 ? told : [...present, ...told];
}

function groupsOf(all: readonly Health[]): readonly (readonly Health[])[] {
  const groups = new Map<string, Health[]>();
  for (const health of all) {
    const key = `${health.folder ?? ''}/${health.id}`;
    groups.set(key, [...(groups.get(key) ?? []), health]);
  }
  return [...groups.values()];
}
