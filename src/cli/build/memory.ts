import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf, type Fingerprint } from '../../build/fingerprint.ts';
import { Outputs } from '../../build/outputs.ts';
import type { File } from '../../build/path-names.ts';
import { openState, stateFile, type State } from '../../build/state.ts';
import { digestFile } from '../../core/corpus/digest.ts';
import { hasCatalogue, loadSite } from '../../core/corpus/load.ts';
import type { Site } from '../../core/corpus/settings/site.ts';
import { settingsFor, type Settings } from '../../settings.ts';
import { PROJECT } from '../build-lock.ts';
import { settle } from '../../build/exchange.ts';
import { realDisk } from '../../mirror/disk.ts';
import { releaseIn, type Target } from '../target.ts';
import type { Run } from './run.ts';

/** What is remembered of the site that is served, and of what it was made from. */
export interface Memory {
  readonly state: State;
  readonly outputs: Outputs;
  readonly site: Site | undefined;
  /** Names the release; one with `.gz` and `.br` beside its files is another. */
  readonly release: string;
  /** Forgets all of it, before everything is made anew. */
  forget(): void;
}

/** How a site is built; each manner is remembered by itself. */
interface Manner {
  readonly isPublished: boolean;
  readonly compress: boolean;
}

/** Opens what is remembered of a site; of one that is only looked at, something else than of one that is published. */
export function openMemory(settings: Settings, target: Target, manner: Manner): Memory {
  const site = loadSite(settings.contentDir);
  const state = openState(fileOf(settings, target, manner), fingerprintNow(settings, site));
  const outputs = new Outputs(state.database);
  return {
    state,
    outputs,
    site,
    get release() {
      return `${outputs.release}${manner.compress ? ' compressed' : ''}`;
    },
    forget: () => {
      state.forget();
      outputs.clear();
    },
  };
}

function fileOf(
  { contentDir, basePath, siteUrl }: Settings,
  { site }: Target,
  { isPublished, compress }: Manner,
): string {
  const manner = `${isPublished ? 'published' : 'looked at'}${compress ? ', compressed' : ''}`;
  return stateFile({
    project: PROJECT,
    contentDir,
    outDir: `${site} ${manner}`,
    base: basePath ?? '',
    origin: siteUrl ?? '',
  });
}

function fingerprintNow(settings: Settings, site: Site | undefined): Fingerprint {
  const { contentDir, siteUrl, basePath } = settings;
  const { isStanding } = settingsFor(settings, site);
  return fingerprintOf({
    ...{ project: PROJECT, contentDir, siteUrl, basePath, isStanding },
    hasCatalogue: hasCatalogue(contentDir),
  });
}

/**
 * Why the site has to be built as a whole; undefined where what is remembered is of the very site that is served, once
 * what a run before was broken off in is brought to its end.
 */
export function whyWhole(
  { state, outputs, site, release }: Memory,
  { target, list }: Run,
): string | undefined {
  const isKnown = (other: string): boolean => other === release;
  if (settle(target.staging, target.site, isKnown, realDisk)) {
    console.log('上一次生成在切换时中断了，已接着换完。');
    // Whether that run has written down what it published is not known.
    if (list) return '上一次没有做完';
  }
  if (state.lost !== undefined) return state.lost;
  const served = releaseIn(target.site);
  if (served === undefined) return outputs.count() === 0 ? '' : `${target.site} 里没有上次生成的网站`;
  if (list?.isLost(site) === true) return `${target.site} 旁边的发布清单不在了`;
  if (served !== release) return `${target.site} 里的网站不是上次生成的那一个`;
  const unlike = outputs.sample(SAMPLE, Math.random).find((output) => !isAsMade(target.site, output));
  return unlike && `网站里的 ${unlike.path} 不是生成时的样子`;
}

/** Files that are looked at in each run, whether somebody else has changed them: other ones each time. */
const SAMPLE = 50;

function isAsMade(site: string, { path, sha256 }: File): boolean {
  const file = join(site, path);
  return existsSync(file) && digestFile(file).sha256 === sha256;
}
