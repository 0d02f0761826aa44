import { element } from './element.ts';
import { keepVisit, type Visit } from './visit.ts';

/**
 * Marks what appeared since the visit before, and says below the lists, where nothing moves, how many and how to have no
 * marks.
 */
export function markSince(visit: Visit): void {
  const items = Array.from(document.querySelectorAll<HTMLElement>('[data-news-at]'));
  const words = element('span', '');
  words.setAttribute('role', 'status');
  const button = element('button', 'button-quiet') as HTMLButtonElement;
  button.type = 'button';
  const show = (): void => {
    const fresh = visit.off
      ? []
      : items.filter(({ dataset }) => Date.parse(dataset['newsAt']!) > visit.since);
    for (const item of items) mark(item, fresh.indexOf(item) >= 0);
    words.textContent = wordsOf(visit, fresh.length);
    button.textContent = visit.off ? '标出新公告' : '不再标出';
  };
  button.addEventListener('click', () => {
    visit.off = !visit.off;
    keepVisit(visit);
    show();
  });
  show();
  document.querySelector('main')!.append(element('p', 'note last-visit no-print', words, ' ', button));
}

function wordsOf({ since, off }: Visit, count: number): string {
  if (off) return '没有标出上次来访以后的新公告。';
  const day = new Date(since + 8 * 3_600_000);
  const when = `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  return count === 0
    ? `您上次（${when}）来访以后，本页没有新的。`
    : `您上次（${when}）来访以后新的 ${count} 条，已用“新”标出。来访时间只记在这台设备上。`;
}

/** The mark is text for whoever listens; it stands beside the row, where it takes no room. */
function mark(item: HTMLElement, isFresh: boolean): void {
  const shown = item.querySelector('.new-mark');
  if (isFresh && !shown) {
    const heard = element('span', 'visually-hidden', '，上次来访以后的。');
    item.prepend(element('span', 'new-mark', '新', heard));
  } else if (!isFresh && shown) shown.remove();
}
