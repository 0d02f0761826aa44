import { find } from '../page/find.ts';
import type { SavedPage } from '../page/saved.ts';
import { dede } from './dede.ts';
import { epoint } from './epoint.ts';
import { jcms } from './jcms.ts';
import { plain } from './plain.ts';
import type { Mark, Place, System } from './system.ts';
import { trs } from './trs.ts';
import { ucap } from './ucap.ts';
import { vsb } from './vsb.ts';

const SYSTEMS: readonly System[] = [ucap, trs, jcms, epoint, vsb, dede];

/** The system that made a page, and how sure that is, from 0 to 1. */
interface KnownSystem {
  readonly system: System;
  readonly sure: number;
}

/** The surest of the systems; `plain` where none is likely. */
export function systemOf(page: SavedPage): KnownSystem {
  const [first] = SYSTEMS.map((system) => ({ system, sure: sureOf(page, system) })).sort(
    (one, other) => other.sure - one.sure,
  );
  return first && first.sure >= 0.4 ? first : { system: plain, sure: 0 };
}

/** The places of one kind of value: of the system, then those that all share, each once. */
export function placesOf(
  { id, ...system }: System,
  of: 'title' | 'publishedAt' | 'source' | 'body',
): readonly Place[] {
  const shared = id === 'jcms' ? [] : jcms[of].filter((place) => 'between' in place);
  return [...system[of], ...shared, ...plain[of]];
}

/** Marks are independent of each other: each takes its share of the doubt that is left. */
const sureOf = (page: SavedPage, { marks }: System): number =>
  Math.round(
    100 * (1 - marks.reduce((doubt, mark) => doubt * (isMarked(page, mark) ? 1 - mark.weight : 1), 1)),
  ) / 100;

function isMarked(page: SavedPage, mark: Mark): boolean {
  if ('at' in mark) return find(page, mark.at).length > 0;
  return 'words' in mark ? mark.words.test(page.source) : mark.address.test(page.path);
}
