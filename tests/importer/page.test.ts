import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/core/import/tree.ts';
import type { Article } from '../../src/importer/article.ts';
import { readPage } from '../../src/importer/page.ts';
import { EXPECTED, type Expected } from './acceptance.ts';

describe('a saved page of each system gives what a person reads in it', () => {
  test.each(EXPECTED)('$page', (expected) => {
    const read = readPage(readFileSync(`tests/fixtures/import/${expected.page}`), addressOf(expected.page));
    expect(read).not.toHaveProperty('refused');
    if ('article' in read) expect(seen(read.article, expected)).toEqual(wanted(expected));
  });
});

/** The path from the folder of saved pages: the first folder names the system and is ours. */
const addressOf = (page: string): string => page.slice(page.indexOf('/') + 1);

/** What an article says, its body cut down to its first and last words. */
function seen(article: Article, { first, last }: Expected) {
  const words = article.body.map(textOf).join('').replaceAll(/\s/gu, '');
  const ends = { first: first.replaceAll(/\s/gu, ''), last: last.replaceAll(/\s/gu, '') };
  return {
    system: article.system,
    title: article.title.text,
    publishedAt: article.publishedAt?.text,
    source: article.source?.text,
    first: words.slice(0, ends.first.length),
    last: words.slice(-ends.last.length),
    attachments: article.attachments.map(({ address, name }) => [address, name]),
    breadcrumb: article.breadcrumb,
    addresses: article.addresses,
    doubts: article.doubts.map(({ code }) => code),
  };
}

const wanted = ({ page: _, ...expected }: Expected) => ({
  publishedAt: undefined,
  source: undefined,
  attachments: [],
  breadcrumb: [],
  addresses: [],
  doubts: [],
  ...expected,
  first: expected.first.replaceAll(/\s/gu, ''),
  last: expected.last.replaceAll(/\s/gu, ''),
});
