import type { Diagnostic } from './diagnostic.ts';

/** The file in which the publishing machine tells how it stands, at the root of the site: `<site>/status.json`. */
export const STATUS_NAME = 'status.json';

/** `building`: a run is under way; `current`: the last one came to its end; `failed`: it did not, and the site is the old one. */
type Phase = 'building' | 'current' | 'failed';

/** A finding as everybody may read it: its message says what the code means, and quotes nothing of the file. */
export type PublicFinding = Pick<Diagnostic, 'code' | 'severity' | 'file' | 'line' | 'message' | 'help'>;

/**
 * What the publishing machine says of itself. Instants are of Shanghai, `2026-12-01T09:02:00+08:00`; revisions are git's
 * names of commits, undefined where the content lies in no repository. Later versions may say more; see `parseStatus`.
 */
export interface SiteStatus {
  readonly phase: Phase;
  /** Since when it is in this phase. */
  readonly since: string;
  /** When the machine last looked whether there was anything to do. */
  readonly seen: string;
  /** What is being published, or could not be. */
  readonly revision?: string | undefined;
  /** What is on the site: the last that was published. */
  readonly served?: { readonly revision?: string | undefined; readonly at: string } | undefined;
  /** Why it failed, in a sentence; what was found in the content is below. */
  readonly reason?: string | undefined;
  readonly findings: readonly PublicFinding[];
  /** Whether the fault lies in the content, so that it fails again as long as that is not changed. */
  readonly isContent?: boolean | undefined;
  /** When the next announcement is to appear by itself (定时). */
  readonly next?: string | undefined;
  /** Of the program. */
  readonly version: string;
  /** Of the disk that the site lies on. */
  readonly disk?: { readonly freeBytes: number; readonly totalBytes: number } | undefined;
  /** A year whose public holidays are not known yet although it is near. */
  readonly missingCalendar?: string | undefined;
}

/** Below this a whole build with its attachments may not fit beside the site that is served, in bytes. */
const LEAST_FREE = 5 * 2 ** 30;

/** Whether a disk is near its end; of a small one a quarter is room enough. */
export const isNearlyFull = ({ disk }: Pick<SiteStatus, 'disk'>): boolean =>
  disk !== undefined && disk.freeBytes < Math.min(LEAST_FREE, disk.totalBytes / 4);

/** The number of this form; one that a reader does not know is read as far as it is understood. */
const FORMAT = 1;

export const printStatus = (status: SiteStatus): string =>
  `${JSON.stringify({ format: FORMAT, ...status }, undefined, 1)}\n`;

/** Reads a status from elsewhere; what it does not know is let go. Undefined for what is none. */
export function parseStatus(text: string): SiteStatus | undefined {
  const value = parseRecord(text);
  if (!value || !isPhase(value['phase'])) return undefined;
  const [since, seen] = [wordIn(value, 'since'), wordIn(value, 'seen')];
  if (since === undefined || seen === undefined) return undefined;
  const [served, disk] = [recordIn(value, 'served'), recordIn(value, 'disk')];
  const at = served && wordIn(served, 'at');
  return {
    ...{ phase: value['phase'], since, seen },
    revision: wordIn(value, 'revision'),
    served: served && at !== undefined ? { revision: wordIn(served, 'revision'), at } : undefined,
    reason: wordIn(value, 'reason'),
    findings: Array.isArray(value['findings']) ? value['findings'].flatMap(findingIn) : [],
    isContent: value['isContent'] === true,
    next: wordIn(value, 'next'),
    version: wordIn(value, 'version') ?? '',
    disk: disk && diskIn(disk),
    missingCalendar: wordIn(value, 'missingCalendar'),
  };
}

type Values = Readonly<Record<string, unknown>>;

const isPhase = (value: unknown): value is Phase =>
  value === 'building' || value === 'current' || value === 'failed';

function parseRecord(text: string): Values | undefined {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const asRecord = (value: unknown): Values | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : undefined;

const recordIn = (values: Values, key: string): Values | undefined => asRecord(values[key]);

const wordIn = (values: Values, key: string): string | undefined => {
  const value = values[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

function diskIn({ freeBytes, totalBytes }: Values): SiteStatus['disk'] {
  return typeof freeBytes === 'number' && typeof totalBytes === 'number'
    ? { freeBytes, totalBytes }
    : undefined;
}

function findingIn(value: unknown): readonly PublicFinding[] {
  const found = asRecord(value);
  if (!found) return [];
  const [code, file, message] = [wordIn(found, 'code'), wordIn(found, 'file'), wordIn(found, 'message')];
  if (code === undefined || file === undefined || message === undefined) return [];
  const severity = found['severity'];
  const line = found['line'];
  return [
    {
      ...{ code, file, message },
      severity: severity === 'warning' || severity === 'info' ? severity : 'error',
      line: typeof line === 'number' ? line : 1,
      ...(wordIn(found, 'help') !== undefined && { help: wordIn(found, 'help')! }),
    },
  ];
}
