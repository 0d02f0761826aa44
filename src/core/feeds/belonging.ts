import type { Row } from '../listing.ts';

/** Whose matter an announcement is, and where. */
export interface Belonging {
  region?: string;
  /** 招标人、采购人、出让人 …: the label and the name. */
  principal?: { label: string; text: string };
}

/**
 * What each announcement belongs to. A correction or a termination need not name the area or the buyer again: it has
 * those of the announcement it is about, or it would be missing from the feeds of those who wait for it.
 */
export function belongingsOf(
  rows: readonly Row[],
  relatedOf: (id: string) => string | undefined,
): ReadonlyMap<string, Belonging> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(rows.map((row) => [row.id, belongingOf(lineOf(row, byId, relatedOf))]));
}

function belongingOf(line: readonly Row[]): Belonging {
  const region = line.find((row) => row.region !== undefined)?.region;
  const principal = line.find((row) => row.principal)?.principal;
  return {
    ...(region !== undefined && { region }),
    ...(principal && { principal: { label: principal.label, text: principal.text } }),
  };
}

/** An announcement and those it rests on, nearest first; a circle ends where it began. */
function lineOf(
  row: Row,
  byId: ReadonlyMap<string, Row>,
  relatedOf: (id: string) => string | undefined,
): readonly Row[] {
  const line = new Set<Row>();
  for (let next: Row | undefined = row; next && !line.has(next);) {
    line.add(next);
    const related = relatedOf(next.id);
    next = related === undefined ? undefined : byId.get(related);
  }
  return [...line];
}
