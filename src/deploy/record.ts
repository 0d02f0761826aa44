import { faultOfPath } from '../mirror/path.ts';
import type { Kept } from './plan.ts';

/**
 * What the program keeps at the far end beside the site, `.deploy/record.json`. What the site itself holds is in its
 * `manifest.json`, which is sent after everything that it lists.
 */
export interface DeployRecord {
  /** The name of the site that lies there: another's is not overwritten. */
  readonly site: string;
  /** Paths that a run has begun to change or remove and has not ended with. Empty after a run that came to its end. */
  readonly underway: readonly string[];
  readonly kept: readonly Kept[];
}

/** Where the program keeps its own files at the far end. */
export const OWN_FOLDER = '.deploy';

export const RECORD = `${OWN_FOLDER}/record.json`;

const SCHEMA = 1;

export const printRecord = (record: DeployRecord): string =>
  `${JSON.stringify({ schema: SCHEMA, ...record }, undefined, 1)}\n`;

/** Reads a record; nothing where it is none that this version of the program understands. */
export function parseRecord(text: string): DeployRecord | undefined {
  try {
    const { schema, site, underway, kept } = JSON.parse(text) as Record<string, unknown>;
    if (schema !== SCHEMA || typeof site !== 'string') return undefined;
    if (!Array.isArray(underway) || !underway.every(isPath)) return undefined;
    if (!Array.isArray(kept) || !kept.every(isKept)) return undefined;
    return { site, underway, kept };
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is Kept {
  const { path, until } = (value ?? {}) as Partial<Kept>;
  return isPath(path) && typeof until === 'string';
}

const isPath = (value: unknown): value is string =>
  typeof value === 'string' && faultOfPath(value) === undefined;
