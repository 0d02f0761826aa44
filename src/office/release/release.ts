import type { Diagnostic } from '../../core/diagnostic.ts';
import { isNearlyFull, type SiteStatus } from '../../core/publishing.ts';
import { whyDue } from './due.ts';
import type { Content } from './source.ts';
import { publicFindings, readStatusFile, writeStatusFile } from './status-file.ts';

/** How a site is released, and what of. */
export interface Releasing {
  /** The folder that is served. */
  readonly outDir: string;
  /** Whether it is a timer that asks: then nothing is done where nothing is due. */
  readonly isDue: boolean;
  /** The moment, in Shanghai: `2026-12-01T09:02:00+08:00`. */
  readonly now: () => string;
  /** Of the program. */
  readonly version: string;
  /** Brings the newest content here. */
  readonly bring: () => Promise<Content>;
  /** Checks it and brings the site up to it; the old site stays where that fails. */
  readonly build: (content: Content) => Promise<BuiltSite>;
  readonly say: (words: string) => void;
}

/** What came of a build. */
interface BuiltSite {
  readonly isBuilt: boolean;
  readonly findings: readonly Diagnostic[];
  /** See `SiteStatus`. */
  readonly next?: string | undefined;
  readonly missingCalendar?: string | undefined;
}

/**
 * Publishes the newest content on the machine that serves the site, and tells in `status.json` how that goes. One at a
 * time: whoever calls holds a lock.
 * @returns whether that is done, or there was nothing to do; false where the content has errors
 */
export async function release(releasing: Releasing): Promise<boolean> {
  const { say } = releasing;
  say('› 取来最新的内容');
  const content = await bringOrTell(releasing);
  const why = whatFor(releasing, content);
  if (why === undefined) {
    tellSeen(releasing);
    return true;
  }
  say(`› 发布：${why}`);
  const status = tellBegin(releasing, content);
  const built = await buildOrTell(releasing, content, status);
  tellEnd(releasing, content, status, built);
  warnOfDisk(releasing);
  return built.isBuilt;
}

/** Before it is full, since a build that finds it so has to be done again. */
function warnOfDisk({ outDir, say }: Releasing): void {
  const status = readStatusFile(outDir);
  if (status?.disk && isNearlyFull(status))
    say(`提醒：磁盘快满了，只剩 ${(status.disk.freeBytes / 2 ** 30).toFixed(1)} GB。请腾出空间。`);
}

/** What failed before anything was begun is told too: the clerks see that the machine is not well. */
async function bringOrTell(releasing: Releasing): Promise<Content> {
  try {
    return await releasing.bring();
  } catch (error) {
    tellFailure(releasing, statusNow(releasing), '取不到最新的内容');
    throw error;
  }
}

function whatFor({ isDue, outDir, now, version }: Releasing, { revision }: Content): string | undefined {
  if (!isDue) return '照吩咐';
  return whyDue(readStatusFile(outDir), { revision, now: now(), version });
}

/** The machine is alive and has looked. */
function tellSeen({ outDir, now, say }: Releasing): void {
  writeStatusFile(outDir, { ...readStatusFile(outDir)!, seen: now() });
  say('没有要做的。');
}

/** What was told last, as of now. */
function statusNow({ outDir, now, version }: Releasing): SiteStatus {
  const before = readStatusFile(outDir);
  return {
    ...{ phase: 'building', since: now(), seen: now(), findings: [], version },
    ...{ served: before?.served, next: before?.next, missingCalendar: before?.missingCalendar },
  };
}

function tellBegin(releasing: Releasing, { revision }: Content): SiteStatus {
  const status = { ...statusNow(releasing), revision };
  writeStatusFile(releasing.outDir, status);
  return status;
}

async function buildOrTell(releasing: Releasing, content: Content, status: SiteStatus): Promise<BuiltSite> {
  try {
    return await releasing.build(content);
  } catch (error) {
    tellFailure(releasing, status, '没有做完');
    throw error;
  }
}

/** What exactly is wrong with the machine is for its own record and not for everybody. */
function tellFailure({ outDir, now }: Releasing, status: SiteStatus, what: string): void {
  const reason = `${what}，网站还是原来的。请技术人员看发布机器的记录。`;
  writeStatusFile(outDir, { ...status, phase: 'failed', since: now(), seen: now(), reason });
}

function tellEnd(
  { outDir, now, say }: Releasing,
  { revision }: Content,
  status: SiteStatus,
  { isBuilt, findings, next, missingCalendar }: BuiltSite,
): void {
  const at = now();
  if (isBuilt) {
    const served = { revision, at };
    writeStatusFile(outDir, {
      ...status,
      phase: 'current',
      since: at,
      seen: at,
      served,
      next,
      missingCalendar,
    });
    say('网站已经更新。');
    return;
  }
  const errors = findings.filter(({ severity }) => severity === 'error');
  writeStatusFile(outDir, {
    ...status,
    ...{ phase: 'failed', since: at, seen: at, isContent: true },
    findings: publicFindings(errors),
    reason: `内容里有 ${errors.length} 处错误，网站还是原来的。`,
  });
  say('网站没有更新，还是原来的。请改好上面的错误，再发布一次。');
}
