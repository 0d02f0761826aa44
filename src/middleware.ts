import { defineMiddleware } from 'astro:middleware';
import { FailureInHand, failureInHand } from './core/failure.ts';
import { toWellFormedText } from './core/markup.ts';
import { loadContent } from './site/content.ts';

/**
 * Renders a route to its end, a page without what HTML cannot hold, and, where the program fails at it, says which: the announcement or the file of content/
 * it is made from, or else its address.
 */
export const onRequest = defineMiddleware(async ({ url, params, routePattern }, next) => {
  try {
    const response = await next();
    const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
    const body = isPage ? toWellFormedText(await response.text()) : await response.arrayBuffer();
    return new Response(body, response);
  } catch (cause) {
    const source = sourceOf(routePattern, params);
    throw (
      failureInHand(cause) ??
      new FailureInHand(source ?? `网页 ${url.pathname} `, source !== undefined, cause)
    );
  }
});

/** What a route with a name from content/ in its path is made from, in Chinese, with its file. */
function sourceOf(route: string, params: Readonly<Record<string, string | undefined>>): string | undefined {
  const { entries, pages, screens, kiosks } = loadContent().corpus;
  const [, folder = ''] = route.split('/');
  const sources = {
    announcements: { words: '公告', files: entries },
    display: { words: '屏幕', files: screens },
    kiosk: { words: '查询机', files: kiosks },
    '[page]': { words: '页面', files: pages },
  };
  const source = Object.entries(sources).find(([name]) => name === folder)?.[1];
  const found = source?.files.find(({ id }) => id === (params['id'] ?? params['page']));
  return found && `${source!.words} ${found.file} `;
}
