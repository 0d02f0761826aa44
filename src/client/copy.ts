/**
 * A button that copies the text of another element; style sheets hide it where no script runs. On a plain-http address
 * the browser has no clipboard object, so the text is selected and copied the old way; the selection then shows what was
 * taken.
 */

function copyOf(element: HTMLElement): Promise<boolean> {
  const text = (element.textContent ?? '').trim();
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => selectAndCopy(element),
    );
  }
  return Promise.resolve(selectAndCopy(element));
}

function selectAndCopy(element: HTMLElement): boolean {
  const selection = getSelection();
  if (!selection) return false;
  selection.selectAllChildren(element);
  return document.execCommand('copy');
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const source = document.getElementById(button.dataset['copy']!)!;
  const status = button.nextElementSibling!;
  button.addEventListener('click', () => {
    void copyOf(source).then((done) => {
      status.textContent = done ? '已复制' : '没有复制成功，请选中文字后复制';
    });
  });
}
