import { LARGEST } from './article/body.ts';
import { linesWithin } from './article/places.ts';
import { findArticle, type Article, type Reading } from './article.ts';
import { decodePage } from './bytes.ts';
import type { Doubt } from '../core/import/written.ts';
import { emptyKind, framesKind, listKind, refuseKind, shortKind } from './page/kind.ts';
import { readSaved, type SavedPage } from './page/saved.ts';

type PageRead = { readonly article: Article } | { readonly refused: Doubt };

/**
 * Reads a saved page: its announcement, or why there is none. `path` leads from the folder of saved pages, with `/`.
 * Whatever the bytes are, it answers.
 */
export function readPage(bytes: Uint8Array, path: string, options: Reading = {}): PageRead {
  const decoded = decodePage(bytes);
  if ('refused' in decoded) return decoded;
  let page: SavedPage;
  try {
    page = readSaved(decoded.text, path);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { refused: { code: 'G115', message: '页面的标记太多，读它会占满内存', help: '核对是不是公告页' } };
  }
  const bare = framesKind(page) ?? emptyKind(page);
  if (bare) return { refused: refuseKind(bare) };
  const article = findArticle(page, options);
  const isMarked = article !== undefined && article.bodyAt !== LARGEST;
  const kind =
    shortKind(page, isMarked ? linesWithin(page, article.body) : page.lines) ??
    (isMarked ? undefined : listKind(page));
  if (kind) return { refused: refuseKind(kind) };
  if (article) return { article };
  const help = '在 import-map.yaml 的“正文在”里写明正文的位置（选择器），再导入一次';
  return { refused: { code: 'G103', message: '页面里找不到正文或者标题', help } };
}
