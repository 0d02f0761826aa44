import { isRange } from '../../../core/desk/cells.ts';
import type { Pasted } from '../../../core/desk/api.ts';

/** What a clipboard holds that is more than words for one place: a table, a list, several paragraphs of a document. */
export function blocksOnClipboard(data: DataTransfer | null): Pasted | undefined {
  const [html, text] = [data?.getData('text/html') ?? '', data?.getData('text/plain') ?? ''];
  const blocks = html.match(/<(?:table|p|li|h[1-6])[\s>]/giu) ?? [];
  const isMore = /<table[\s>]/iu.test(html) || blocks.length > 1 || isRange(text);
  return isMore ? { ...(html !== '' && { html }), text } : undefined;
}
