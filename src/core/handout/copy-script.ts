/**
 * Copies what a button names, the digest as HTML with its plain text, the plain text alone. Where the browser does not
 * allow it, selects it and says which keys copy it.
 */
export const copyScript = `
const said = document.querySelector('.said');
const text = document.getElementById('text').textContent;
const parts = (name) => ({
  ...(name === 'digest' && { 'text/html': new Blob([document.getElementById('digest').innerHTML.trim()], { type: 'text/html' }) }),
  'text/plain': new Blob([text], { type: 'text/plain' }),
});
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const { copy } = button.dataset;
    try {
      await navigator.clipboard.write([new ClipboardItem(parts(copy))]);
      said.textContent = '已经复制，可以去粘贴了。';
    } catch {
      getSelection().selectAllChildren(document.getElementById(copy));
      said.textContent = '浏览器没有允许复制。内容已经选中，请按 Ctrl+C（苹果电脑按 ⌘C）。';
    }
  });
}
`;
