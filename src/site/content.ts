import { check, type CheckedContent } from '../core/check.ts';
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

/** Reads and checks the content on first use; the same object ever after. */
export function loadContent(): LoadedContent {
  shared[KEY] ??= readContent();
  return shared[KEY];
}

function readContent(): LoadedContent {
  const settings = readSettings();
  return { ...check(settings.contentDir), settings };
}
