import { keepVisit, visit, type Visit } from './visit.ts';

/*
 * Marks what appeared since the visit before, and says below the lists, where nothing moves, how many and how to have no
 * marks. It makes its elements by itself, since what it shared with the search would be one file more for that.
 */

const items = Array.from(document.querySelectorAll<HTMLElement>('[data-news-at]'));
const words = document.createElement('span');
words.setAttribute('role', 'status');
const button = document.createElement('button');
button.className = 'button-quiet';
button.type = 'button';
button.addEventListener('click', () => {
  visit.off = !visit.off;
  keepVisit(visit);
  show();
});
show();
const line = document.createElement('p');
line.className = 'note last-visit no-print';
line.append(words, ' ', button);
document.querySelector('main')!.append(line);

function show(): void {
  const fresh = visit.off ? [] : items.filter(({ dataset }) => Date.parse(dataset['newsAt']!) > visit.since);
  for (const item of items) mark(item, fresh.indexOf(item) >= 0);
  words.textContent = wordsOf(visit, fresh.length);
  button.textContent = visit.off ? '标出新公告' : '不再标出';
}

function wordsOf({ since, off }: Visit, count: number): string {
  if (off) return '没有标出上次来访以后的新公告。';
  const day = new Date(since + 8 * 3_600_000);
  const when = `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  return count === 0
    ? `您上次（${when}）来访以后，本页没有新的。`
    : `您上次（${when}）来访以后新的 ${count} 条，已用“新”标出。来访时间只记在这台设备上。`;
}

/** The mark is text, so that a screen reader says it too; it stands beside the row, where it takes no room. */
function mark(item: HTMLElement, isFresh: boolean): void {
  const shown = item.querySelector('.new-mark');
  if (isFresh && !shown) {
    const sign = document.createElement('span');
    sign.className = 'new-mark';
    const heard = document.createElement('span');
    heard.className = 'visually-hidden';
    heard.textContent = '，上次来访以后的。';
    sign.append('新', heard);
    item.prepend(sign);
  } else if (!isFresh && shown) shown.remove();
}
