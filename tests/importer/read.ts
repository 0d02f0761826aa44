import { readFileSync } from 'node:fs';
import { textOf } from '../../src/core/import/tree.ts';
import type { Article } from '../../src/importer/article.ts';
import { readPage } from '../../src/importer/page.ts';

export const bytesOf = (page: string): Uint8Array => readFileSync(`tests/fixtures/import/${page}`);

/** The path from the folder of saved pages: the first folder names the system and is ours. */
export const addressOf = (page: string): string => page.slice(page.indexOf('/') + 1);

/** The article of a page; a refusal is told as what it is. */
export function articleIn(bytes: Uint8Array | string, path = 'zb/1.html', options = {}): Article {
  const read = readPage(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, path, options);
  if ('refused' in read) throw new Error(`refused: ${read.refused.code} ${read.refused.message}`);
  return read.article;
}

/** Why a page is refused; nothing for an article. */
export function refusalOf(bytes: Uint8Array | string, path = 'zb/1.html'): string | undefined {
  const read = readPage(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, path);
  return 'refused' in read ? `${read.refused.code} ${read.refused.message}` : undefined;
}

/** The words of the body without white space. */
export const wordsIn = ({ body }: Article): string => body.map(textOf).join('').replaceAll(/\s/gu, '');

/** All that an article says, the lines of its source apart. */
export const facts = (article: Article) => ({
  system: article.system,
  sure: article.sure,
  title: article.title.text,
  publishedAt: article.publishedAt?.text,
  source: article.source?.text,
  body: wordsIn(article),
  attachments: article.attachments.map(({ address, name }) => [address, name]),
  breadcrumb: article.breadcrumb,
  addresses: article.addresses,
  doubts: article.doubts.map(({ code }) => code),
});
