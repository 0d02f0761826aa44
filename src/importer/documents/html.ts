import {
  elementsAt,
  parseHtml,
  textOf,
  type Document as Tree,
  type Element,
} from '../../core/import/tree.ts';
import { Notes } from './notes.ts';
import { trackedRefusal } from './refusal.ts';

/**
 * Reads a page that an office program saved, or that a platform exports and calls .doc. Word writes its changes and its
 * comments into such pages, too.
 * @throws {Refusal} where changes are waiting to be accepted
 */
export function readHtml(html: string): {
  tree: Tree;
  notes: readonly string[];
  notForReaders: readonly string[];
} {
  const tree = parseHtml(html);
  const count = (selector: string): number => elementsAt(selector, tree).length;
  const [inserted, deleted] = [count('ins[datetime]'), count('del[datetime]')];
  if (inserted + deleted > 0) throw trackedRefusal({ 插入: inserted, 删除: deleted });
  const notes = new Notes();
  for (const comment of elementsAt(COMMENTS, tree)) {
    if (comment.attribs['class'] !== 'msocomanchor') notes.add('comments');
    cut(comment);
  }
  for (const hidden of elementsAt('[style*="mso-hide:all"], [style*="mso-hide: all"]', tree)) {
    const words = textOf(hidden);
    if (words !== '') notes.add('hidden', words);
    cut(hidden);
  }
  return { tree, notes: notes.lines, notForReaders: notes.notForReaders };
}

/** The comments at the end of the page, each in its own element, and the places that lead to them. */
const COMMENTS = '[style*="mso-element:comment"]:not([style*="comment-list"]), a.msocomanchor';

function cut(element: Element): void {
  const siblings = element.parent?.children;
  const at = siblings?.indexOf(element) ?? -1;
  if (siblings && at >= 0) siblings.splice(at, 1);
}
