import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { incrementalCheck } from '../build/check.ts';
import { lastSettled } from '../build/files.ts';
import { fingerprintOf } from '../build/fingerprint.ts';
import { stateFile, withState, type State } from '../build/state.ts';
import { inspectAttachments } from '../core/corpus/inspect.ts';
import type { Site } from '../core/corpus/settings/site.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { PublishedList } from './published.ts';
import { settingsFor, type Settings } from '../settings.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** Announcements from which on it pays to remember: a check of fewer takes no longer than two seconds. */
const WORTH_REMEMBERING = 2000;

/** Announcements that are read at once: a check of 100,000 would take 3 GB. */
const AT_ONCE = 10_000;

/** How it is made sure that nothing is overlooked. */
interface Care {
  /** Everything is looked at, as if nothing were remembered. */
  readonly full: boolean;
  /** Every file is read, whatever its times say. */
  readonly paranoid: boolean;
}

/** What a check has found that looks only at what has changed since the last one. */
interface ChangedCheck {
  readonly findings: readonly Diagnostic[];
  readonly count: number;
  /** How many announcements were looked at, as a sentence. */
  readonly account: string;
}

/** Whether so much is in a content folder that its checks are remembered. */
export function isWorthRemembering(contentDir: string): boolean {
  let count = 0;
  const isEnough = (folder: string, depth: number): boolean =>
    readdirSync(folder, { withFileTypes: true }).some((entry) => {
      if (depth > 0 && entry.isDirectory()) return isEnough(join(folder, entry.name), depth - 1);
      return depth === 0 && (count += 1) >= WORTH_REMEMBERING;
    });
  try {
    return isEnough(join(contentDir, 'announcements'), 2);
  } catch {
    // What cannot be listed is told by the check.
    return false;
  }
}

/** Checks everything by what the last check has left, and leaves the same for the next. */
export function checkChanged(
  settings: Settings,
  site: Site | undefined,
  list: PublishedList,
  { full, paranoid }: Care,
): ChangedCheck {
  const { contentDir, siteUrl, basePath } = settings;
  const { isStanding } = settingsFor(settings, site);
  const place = {
    project: PROJECT,
    contentDir,
    outDir: 'check',
    base: basePath ?? '',
    origin: siteUrl ?? '',
  };
  // What is found does not depend on whether there is a catalogue; links to it are asked about by themselves.
  const fingerprint = fingerprintOf({
    ...{ project: PROJECT, contentDir, siteUrl, basePath, isStanding },
    hasCatalogue: false,
  });
  const work = (state: State): ChangedCheck => {
    if (state.lost !== undefined) console.error(`没有可沿用的记录（${state.lost}），这一次全部检查。`);
    const { findings, count, looked } = state.transaction(() =>
      incrementalCheck(state, {
        contentDir,
        inspect: inspectAttachments,
        now: (own) => settingsFor(settings, own).now,
        past: list.past,
        most: AT_ONCE,
        tellsAhead: true,
        isParanoid: paranoid,
        settled: lastSettled(),
      }),
    );
    return { findings, count, account: accountOf(looked, count) };
  };
  return withState(stateFile(place), fingerprint, work, full);
}

const accountOf = (looked: number, count: number): string =>
  looked >= count
    ? '全部公告都看过了。'
    : `看了 ${looked} 份有改动或者受影响的公告，其余 ${count - looked} 份没有变；全部重看用 npm run check -- --full。`;
