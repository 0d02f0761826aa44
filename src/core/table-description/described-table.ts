import type { TableColumn } from '../table.ts';

/** A CSV file of the site without its rows: what programs and catalogues are told of it. */
export interface DescribedTable {
  /** Within the site: `data/projects-2026.csv`. */
  path: string;
  title: string;
  columns: readonly TableColumn[];
}

/** Whose the tables are, and under which licence. */
export interface Publication {
  publisher: string;
  licence?: { name: string; url?: string };
}

/** The unit of the numbers of a column, where it has one: money is in yuan, others say theirs behind their name. */
export function unitOf({ heading, kind }: TableColumn): string | undefined {
  if (kind === 'money') return '元';
  return kind === 'number' ? /（([^（）]+)）$/u.exec(heading)?.[1] : undefined;
}

/** The name of a file in its folder. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
