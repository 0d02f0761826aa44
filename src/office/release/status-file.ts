import { existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import {
  parseStatus,
  printStatus,
  STATUS_NAME,
  type PublicFinding,
  type SiteStatus,
} from '../../core/publishing.ts';
import { harmless } from '../../core/report.ts';
import { realDisk, writeWhole } from '../../mirror/disk.ts';

/** The status beside a site; undefined where there is none that can be read. */
export function readStatusFile(outDir: string): SiteStatus | undefined {
  const file = join(outDir, STATUS_NAME);
  return existsSync(file) ? parseStatus(readFileSync(file, 'utf8')) : undefined;
}

/** Writes the status beside a site, where readers find the old one or the new one, whole. */
export function writeStatusFile(outDir: string, status: SiteStatus): void {
  mkdirSync(outDir, { recursive: true });
  writeWhole(realDisk, join(outDir, STATUS_NAME), printStatus({ ...status, disk: diskOf(outDir) }));
}

function diskOf(folder: string): SiteStatus['disk'] {
  const { bavail, blocks, bsize } = statfsSync(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** Findings that everybody reads; a hundred of one kind say no more than twenty. */
const MOST_FINDINGS = 20;

/** What stands against publication, without personal numbers and without lines of the files. */
export const publicFindings = (findings: readonly Diagnostic[]): readonly PublicFinding[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .slice(0, MOST_FINDINGS)
    .map(({ code, severity, file, line, message, help }) => ({
      ...{ code, severity, line },
      ...{ file: harmless(file), message: harmless(message) },
      ...(help !== undefined && { help: harmless(help) }),
    }));
