import { isPublishable } from '../../core/check.ts';
import { waitingAt } from '../../core/check/waiting.ts';
import type { Entry } from '../../core/corpus/corpus.ts';
import { loadSite } from '../../core/corpus/load.ts';
import type { Site } from '../../core/corpus/settings/site.ts';
import { readSettings, settingsFor, type Settings } from '../../settings.ts';
import { checkNamed, printed } from '../check.ts';
import { refuseNoFolder } from '../content-dir.ts';
import { PublishedList } from '../published.ts';

/** Content that nothing stands against. */
export interface Sound {
  readonly settings: Settings;
  readonly site: Site;
  /** What is published now: what waits for its time is not. */
  readonly published: readonly Entry[];
}

/** Checks everything; says what is wrong and gives nothing where something stands against publication. */
export function soundContent(): Sound | undefined {
  const own = readSettings();
  refuseNoFolder(own.contentDir);
  const settings = settingsFor(own, loadSite(own.contentDir));
  const { recall } = new PublishedList(settings);
  const { content, findings } = checkNamed(settings.contentDir, [], recall);
  const { corpus } = content;
  if (!isPublishable(findings) || !corpus.site) {
    process.stdout.write(printed(findings, content, settings.contentDir));
    console.error('什么也没有登记。改好上面的错误再运行一次。');
    return undefined;
  }
  const kept = recall(corpus.site, corpus.ids)?.kept;
  const waiting = new Set(waitingAt(corpus, settings.now, (id) => kept?.has(id) ?? false));
  return { settings, site: corpus.site, published: corpus.entries.filter((entry) => !waiting.has(entry)) };
}
