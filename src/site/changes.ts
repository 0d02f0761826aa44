import { listAlterations, type Alteration } from '../core/changes.ts';
import { loadContent } from './content.ts';

let known: readonly Alteration[] | undefined;

/** Everything that was ever changed or stopped, the newest first. Gathered once a build. */
export function allAlterations(): readonly Alteration[] {
  const { corpus, links } = loadContent();
  known ??= listAlterations(corpus.entries, links.effective);
  return known;
}
