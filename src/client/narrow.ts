/**
 * Leaves of a long list the items whose name holds the words typed: `[data-narrow]` names the list by its id,
 * `?q=` types the first words, `data-unit` says what is counted, `data-name` of an item is in lower case. Without
 * this script the field is not seen and the list is whole.
 */
for (const field of document.querySelectorAll<HTMLElement>('[data-narrow]')) {
  const list = document.getElementById(field.dataset['narrow']!)!;
  const input = field.querySelector('input')!;
  const answer = field.querySelector<HTMLElement>('[role=status]')!;
  const unit = field.dataset['unit']!;
  const answerTo = (): void => narrow(list, input.value.trim().toLowerCase(), answer, unit);
  field.dataset['ready'] = '';
  input.addEventListener('input', answerTo);
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  if (input.value !== '') answerTo();
}

function narrow(list: HTMLElement, words: string, answer: HTMLElement, unit: string): void {
  let found = 0;
  for (const item of list.querySelectorAll<HTMLElement>('[data-name]')) {
    const fits = item.dataset['name']!.indexOf(words) >= 0;
    item.hidden = !fits;
    if (fits) found += 1;
  }
  for (const part of list.querySelectorAll<HTMLElement>('[data-part]')) {
    part.hidden = part.querySelector('[data-name]:not([hidden])') === null;
  }
  answer.textContent = words === '' ? '' : found === 0 ? '没有找到' : `找到 ${found} ${unit}`;
}

export {};
