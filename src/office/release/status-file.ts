import { existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, type Diagnostic } from '../../core/diagnostic.ts';
import {
  parseStatus,
  printStatus,
  STATUS_NAME,
  type PublicFinding,
  type SiteStatus,
} from '../../core/publishing.ts';
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

/**
 * What stands against publication, as everybody may read it: which code, where, and what the code means. A finding's own
 * words quote the file, and what stands there may be a name, a price before its hour or a number that must not go out;
 * the clerk reads them from the check, here or where the content is sent.
 */
export const publicFindings = (findings: readonly Diagnostic[]): readonly PublicFinding[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .slice(0, MOST_FINDINGS)
    .map(({ code, severity, file, line }) => ({
      ...{ code, severity, line, file: publicPath(file) },
      message: codeOf(code).why,
    }));

/** A name that could be of no announcement and of no setting may be a sentence; then the folder is told. */
const publicPath = (file: string): string =>
  /^[a-z0-9/._-]+$/u.test(file) ? file : file.replace(/[^/]+$/u, '').replace(/[^a-z0-9/._-]+/gu, '…');
