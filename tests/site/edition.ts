import { check } from '../../src/core/check.ts';
import { editionOf, type Edition } from '../../src/core/edition.ts';
import { readSettings } from '../../src/settings.ts';
import { onDisk, type Tree } from '../core/fixtures.ts';

/** The edition of a content tree at a moment, as a build of it at the root of a domain would publish it. */
export function editionFrom(tree: Tree, today = '2026-11-22T09:00+08:00'): Edition {
  const contentDir = onDisk(tree);
  const { now } = readSettings({ TODAY: today });
  const origin = 'https://www.example.gov.cn';
  const present = { now, isStanding: false, base: '/', origin, contentDir, pdfs: () => new Map() };
  return editionOf(check(contentDir), present);
}
