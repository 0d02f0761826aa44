/**
 * 自哪天起: leaves of the page of news what was changed on a day or later. The day stands in the address, so that it
 * can be kept and sent. What is older than the page lies in the archive by month; the page says so.
 */
const form = document.querySelector<HTMLFormElement>('[data-since-oldest]');

if (form) {
  const input = form.querySelector('input')!;
  const asked = new URLSearchParams(location.search).get('since') ?? '';
  form.hidden = false;
  if (/^\d{4}-\d{2}-\d{2}$/u.test(asked)) input.value = asked;
  input.addEventListener('change', () => follow(form, input.value));
  form.addEventListener('reset', () => follow(form, ''));
  form.addEventListener('submit', (event) => event.preventDefault());
  show(form, input.value);
}

function follow(form: HTMLFormElement, since: string): void {
  history.replaceState(null, '', since === '' ? location.pathname : `?since=${since}`);
  show(form, since);
}

function show(form: HTMLFormElement, since: string): void {
  let shown = 0;
  for (const item of document.querySelectorAll<HTMLElement>('[data-altered]')) {
    const fits = item.dataset['altered']! >= since;
    item.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const month of document.querySelectorAll<HTMLElement>('[data-month]')) {
    month.hidden = month.querySelector('[data-altered]:not([hidden])') === null;
  }
  form.querySelector('button')!.hidden = since === '';
  form.querySelector('[role=status]')!.textContent = wordsOf(since, shown, form.dataset['sinceOldest']!);
}

function wordsOf(since: string, shown: number, oldest: string): string {
  if (since === '') return '';
  const count = shown === 0 ? '没有变更' : `共 ${shown} 项变更`;
  const earlier = since < oldest ? `本页从 ${oldest} 列起，更早的请按月份看。` : '';
  return `自 ${since} 起${count}。${earlier}`;
}
