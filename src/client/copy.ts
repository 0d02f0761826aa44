/**
 * A button that copies the text of another element; style sheets hide it where no script runs. On a plain-http address
 * the browser has no clipboard object, so the text is selected and copied the old way; the selection then shows what was
 * taken.
 */

async function copyOf(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText((element.textContent ?? '').trim());
    return true;
  } catch {
    return selectAndCopy(element);
  }
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
      status.textContent = done ? '已复制' : '没有成功，请选中文字复制';
    });
  });
}
