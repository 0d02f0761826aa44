import { check, type CheckedContent } from '../core/check.ts';
import type { Inspect } from '../core/corpus/attachment-content.ts';
import { readSettings, type Settings } from '../settings.ts';

/** The content of a build and the settings it was read under. */
export interface LoadedContent extends CheckedContent {
  settings: Settings;
}

/**
 * The build command, Astro's configuration, its loader and its pages run in one process but each in its own copy of
 * this module, so what was loaded is kept where all of them can see it.
 */
const KEY = Symbol.for('zhangbang.content');
const shared = globalThis as { [KEY]?: LoadedContent };

/** Reads and checks the content on first use; the same object ever after. The build hands in what opens attachments. */
export function loadContent(inspect?: Inspect): LoadedContent {
  shared[KEY] ??= readContent(inspect);
  return shared[KEY];
}

function readContent(inspect: Inspect | undefined): LoadedContent {
  const settings = readSettings();
  return { ...check(settings.contentDir, undefined, inspect), settings };
}
