// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';

test('a list is narrowed to what holds the words, its empty parts are put away, and the count is said', async () => {
  document.body.innerHTML = `
    <p data-narrow="items" data-unit="件"><input type="search"><span role="status"></span></p>
    <div id="items">
      <section data-part><ul><li data-name="工作要点 sl-2026-00001">一</li><li data-name="决算 sl-2026-00002">二</li></ul></section>
      <section data-part><ul><li data-name="通知 示交易〔2026〕3号">三</li></ul></section>
    </div>`;
  vi.resetModules();
  await import('../../src/client/narrow.ts');
  const field = document.querySelector<HTMLElement>('[data-narrow]')!;
  const type = (words: string): readonly string[] => {
    const input = field.querySelector('input')!;
    input.value = words;
    input.dispatchEvent(new Event('input'));
    const left = [...document.querySelectorAll<HTMLElement>('li')].filter(({ hidden }) => !hidden);
    const parts = [...document.querySelectorAll<HTMLElement>('section')].filter(({ hidden }) => !hidden);
    return [
      left.map(({ textContent }) => textContent).join(''),
      String(parts.length),
      field.querySelector('[role=status]')!.textContent!,
    ];
  };
  expect(field.hasAttribute('data-ready')).toBe(true);
  expect(type(' SL-2026 ')).toEqual(['一二', '1', '找到 2 件']);
  expect(type('〔2026〕3')).toEqual(['三', '1', '找到 1 件']);
  expect(type('没有')).toEqual(['', '0', '没有找到']);
  expect(type('')).toEqual(['一二三', '2', '']);
  history.replaceState(null, '', '?q=2026-00002');
  vi.resetModules();
  await import('../../src/client/narrow.ts');
  expect(field.querySelector('input')!.value).toBe('2026-00002');
  expect(field.querySelector('[role=status]')!.textContent).toBe('找到 1 件');
  history.replaceState(null, '', location.pathname);
  vi.resetModules();
});
