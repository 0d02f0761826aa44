/** Moves a line that goes on sideways to the item for the present page, so that a phone shows where one is. */
for (const line of document.querySelectorAll<HTMLElement>('[data-scrolls]')) {
  const current = line.querySelector<HTMLElement>('[aria-current]');
  if (current) line.scrollLeft = current.offsetLeft;
}
