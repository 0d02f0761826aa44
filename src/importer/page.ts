import { LARGEST } from './article/body.ts';
import { linesWithin } from './article/places.ts';
import { findArticle, type Article, type Reading } from './article.ts';
import { attributeOf } from '../core/import/tree.ts';
import { decodePage } from './bytes.ts';
import type { Doubt } from '../core/import/written.ts';
import { emptyKind, framesKind, listKind, refuseKind, searchKind, shortKind } from './page/kind.ts';
import { isSurrounded } from './page/furniture.ts';
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
    (isMarked ? undefined : searchKind(page)) ??
    (isMarked || (article && isTold(page, article)) ? undefined : listKind(page));
  if (kind) return { refused: refuseKind(kind) };
  if (article) return { article };
  const frame = innerFrame(page);
  if (frame !== undefined) {
    const message = `正文在框架里（${frame}），不在这个文件里`;
    return {
      refused: { code: 'G103', message, help: '导入框架里的那个网页；没有保存下来的，从旧网站重新保存' },
    };
  }
  const help = '在 import-map.yaml 的“正文在”里写明正文的位置（选择器），再导入一次';
  return { refused: { code: 'G103', message: '页面里找不到正文或者标题', help } };
}

/** The page that a frame below the title shows in the place of a body. */
function innerFrame(page: SavedPage): string | undefined {
  return (page.byName.get('iframe') ?? [])
    .filter((frame) => !isSurrounded(page, frame))
    .map((frame) => attributeOf(frame, 'src') ?? '')
    .find((address) => /\.(?:s?html?|jspx?|aspx?|php|do)(?:$|[?#])/iu.test(address));
}

/** Whether an article has a time and more words of its own than links: beside it a page may list many others. */
function isTold(page: SavedPage, { publishedAt, body }: Article): boolean {
  const lines = linesWithin(page, body);
  const size = lines.reduce((sum, line) => sum + line.size, 0);
  const linked = lines.reduce((sum, line) => sum + line.linked, 0);
  return publishedAt !== undefined && publishedAt.evidence.rule !== '网址' && linked < size / 2;
}
