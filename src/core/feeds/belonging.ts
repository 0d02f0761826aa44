import type { Row } from '../listing.ts';

/** Whose matter an announcement is, and where. */
export interface Belonging {
  region?: string;
  /** 招标人、采购人、出让人 …: the label and the name. */
  principal?: { label: string; text: string };
}

/** What is known of announcements by their ids: the row, if there is one, and the announcement that it names. */
interface Known {
  rowOf: (id: string) => Row | undefined;
  relatedOf: (id: string) => string | undefined;
}

/**
 * What an announcement belongs to. A correction or a termination need not name the area or the buyer again: it has
 * those of the announcement it is about, or it would be missing from the feeds of those who wait for it.
 */
export function belongingOf(id: string, known: Known): Belonging {
  const line = lineOf(id, known);
  const region = line.find((row) => row.region !== undefined)?.region;
  const principal = line.find((row) => row.principal)?.principal;
  return {
    ...(region !== undefined && { region }),
    ...(principal && { principal: { label: principal.label, text: principal.text } }),
  };
}

/** An announcement and those it rests on, nearest first; a circle ends where it began. */
function lineOf(id: string, { rowOf, relatedOf }: Known): readonly Row[] {
  const line = new Set<Row>();
  for (let next = rowOf(id); next && !line.has(next);) {
    line.add(next);
    const related = relatedOf(next.id);
    next = related === undefined ? undefined : rowOf(related);
  }
  return [...line];
}
