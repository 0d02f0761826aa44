/** What the Enter key does in a list: words to put in, or how many before the caret go. */
type Entered = { readonly put: string } | { readonly remove: number };

/**
 * The next item of a list after Enter at the end of one: `2. ` after `1. 工期`. Enter in an item without words ends the
 * list. Nothing where the line is no item.
 * @param before the words before the caret
 */
export function nextItem(before: string): Entered | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const [, indent, mark, words] = ITEM.exec(line) ?? [];
  if (mark === undefined) return undefined;
  if (words!.trim() === '') return { remove: line.length };
  return { put: `\n${indent!}${markAfter(mark)}` };
}

/** `1. `, `1、`, `（1）`, `（一）`, `一、`, `- ` */
const ITEM =
  /^([ \t\u3000]*)((?:[（(]?\d{1,3}(?:[.．](?!\d)|[、)）])|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[-*+](?= )) ?)(.*)$/u;

const markAfter = (mark: string): string =>
  mark
    .replace(/\d+/u, (number) => String(Number(number) + 1))
    .replace(/[一二三四五六七八九十]+/u, (number) => inHan(ofHan(number) + 1));

const DIGITS = '零一二三四五六七八九';

/** Up to 九十九, which no list of a notice goes beyond. */
function ofHan(number: string): number {
  const [tens, ones] = number.includes('十') ? number.split('十') : ['零', number];
  return (tens === '' ? 1 : DIGITS.indexOf(tens!)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones!));
}

function inHan(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]!}十`;
  return ten + (ones === 0 ? '' : DIGITS[ones]!);
}

/** As typed words: the browser's own 撤销 takes them back. */
export function continueList(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }): void {
  if (event.key !== 'Enter' || event.isComposing || event.shiftKey || event.ctrlKey || event.altKey) return;
  const { selectionStart: caret, selectionEnd, value } = event.currentTarget;
  const entered = caret === selectionEnd ? nextItem(value.slice(0, caret)) : undefined;
  if (!entered) return;
  event.preventDefault();
  if ('remove' in entered) {
    event.currentTarget.setSelectionRange(caret - entered.remove, caret);
    document.execCommand('delete');
  } else document.execCommand('insertText', false, entered.put);
}
