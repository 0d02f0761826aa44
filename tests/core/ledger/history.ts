import { presentOf, type Recall } from '../../../src/core/check/published.ts';
import { digestFile } from '../../../src/core/corpus/digest.ts';
import { loadCorpus } from '../../../src/core/corpus/load.ts';
import { publish } from '../../../src/core/ledger/judge.ts';
import { hash } from './statements.ts';

/** Takes all that lies in a content folder now for published; `now` asks which announcements appear late after that. */
export function published(contentDir: string, now?: string): Recall {
  const kept = loadCorpus(contentDir).entries.map((entry) =>
    publish(entry, presentOf(entry, contentDir, digestFile), entry.announcement.publishedAt, hash),
  );
  const history = { kept: new Map(kept.map((one) => [one.id, one])), hash, digestFile };
  return () => (now === undefined ? history : { ...history, now });
}
