/*
 * The chooser of /feeds/, a file of its own: three fields make the name of a feed, whose links stand in the tables of
 * the page. Without it the tables are there.
 */

const form = document.querySelector<HTMLFormElement>('form[data-feeds]')!;
const [category, type, area] = Array.from(form.querySelectorAll('select')) as [
  HTMLSelectElement,
  HTMLSelectElement,
  HTMLSelectElement,
];
const answer = form.querySelector<HTMLElement>('[role=status]')!;

/** The feed of what is chosen: `construction-tender-notice-area-3f0c…`. */
function nameChosen(): string {
  const own = type.value !== '' ? type.value : category.value;
  return [own, area.value].filter((part) => part !== '').join('-') || 'all';
}

/** Shows the address to copy; of what has had no announcement, that there is none yet. */
function show(): void {
  const links = document.querySelector<HTMLElement>(`[data-feed="${nameChosen()}"]`);
  answer.replaceChildren();
  if (!links) {
    answer.textContent = '这样的公告还没有发布过，发布了第一份就有订阅。先订范围大一些的。';
    return;
  }
  const address = document.createElement('code');
  address.className = 'feed-example';
  address.textContent = links.querySelector('a')!.href;
  const copy = links.cloneNode(true) as HTMLElement;
  copy.removeAttribute('data-feed');
  answer.append(`${links.dataset['title']!}：`, address, copy);
}

/** A type is one of a category: to choose it chooses that, and another category lets go of it. */
category.addEventListener('change', () => {
  if (type.value.indexOf(`${category.value}-`) !== 0) type.value = '';
  for (const group of Array.from(type.querySelectorAll('optgroup')))
    group.hidden = category.value !== '' && group.label !== category.selectedOptions[0]!.text;
});
type.addEventListener('change', () => {
  const group = type.selectedOptions[0]!.parentElement as HTMLOptGroupElement;
  for (const option of Array.from(category.options))
    if (type.value !== '' && option.text === group.label) category.value = option.value;
});
form.addEventListener('change', show);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  show();
});
show();

export {};
