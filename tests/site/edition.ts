import { resolve } from 'node:path';
import { check } from '../../src/core/check.ts';
import { editionOf, type Edition } from '../../src/core/edition.ts';
import { readSettings } from '../../src/settings.ts';
import type { LoadedContent } from '../../src/site/content.ts';
import { onDisk, type Tree } from '../core/fixtures.ts';

/** The moment at which the sample stands. */
const TODAY = '2026-11-22T09:00+08:00';

/** The edition of a content tree at a moment, as a build of it at the root of a domain would publish it. */
export const editionFrom = (tree: Tree, today = TODAY): Edition => editionIn(onDisk(tree), today);

/** The edition of the sample of this repository. */
export const sampleEdition = (): Edition => editionIn(resolve('content'), TODAY);

/** The same with the checked content that it is of. */
export const contentFrom = (tree: Tree): Pick<LoadedContent, 'edition' | 'corpus'> =>
  contentIn(onDisk(tree), TODAY);

const editionIn = (contentDir: string, today: string): Edition => contentIn(contentDir, today).edition;

function contentIn(contentDir: string, today: string): Pick<LoadedContent, 'edition' | 'corpus'> {
  const { now } = readSettings({ TODAY: today });
  const origin = 'https://www.example.gov.cn';
  const present = {
    now,
    isStanding: false,
    base: '/',
    origin,
    contentDir,
    pdf: () => undefined,
    hasWords: () => undefined,
  };
  const checked = check(contentDir);
  return { edition: editionOf(checked, present), corpus: checked.corpus };
}
