import type { Boot } from '../../../src/core/kiosk/boot.ts';

/* The page of a kiosk as its script finds it, in a light DOM: import this before any file of src/client/kiosk. */

export const boot: Boot = {
  kiosk: 'hall',
  base: '/site/',
  generated: '2026-11-22T09:00:00+08:00',
  idleSeconds: 60,
  warnSeconds: 20,
  categories: ['construction', 'procurement', 'land', 'property', 'general'],
  openings: [
    {
      id: 'school',
      title: '示例校舍维修工程招标公告',
      at: '2026-11-22T15:30:00+08:00',
      place: '301 开标室',
      happening: 'terminated',
    },
    { id: 'pipes', title: '示例管网工程招标公告', at: '2026-11-24T10:00:00+08:00' },
  ],
  notices: [],
  years: [
    { year: '2026', catalogue: 'data/catalogue-2026.json', spelling: 'kiosk/data/pinyin-2026.json' },
    { year: '2025', catalogue: 'data/catalogue-2025.json', spelling: 'kiosk/data/pinyin-2025.json' },
  ],
};

const KEYS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/** The parts of src/layouts/Kiosk.astro and src/components/kiosk by the names that the script knows them by. */
export const MARKUP = `
  <div data-glass>
    <p data-clock></p><p data-age></p>
    <aside data-notices hidden></aside>
    <section data-board hidden><ol data-board-list></ol></section>
    <main data-content tabindex="-1">
      <section data-start>
        <h2>请点一下您要看的</h2>
        <button data-open-calls><span data-open-note></span></button>
        <button data-openings><span data-openings-note></span></button>
        <button data-category="construction"><span data-count></span></button>
        <button data-category="general"><span data-count></span></button>
        <button data-all><span data-count></span></button>
        <button data-regions></button><button data-months></button>
      </section>
      <div data-view hidden></div>
    </main>
    <section data-pad>
      <p data-query></p>
      ${KEYS.map((key) => `<button data-key="${key}"></button>`).join('')}
      <button data-delete disabled></button><button data-clear disabled></button>
    </section>
    <section data-take hidden>
      <div data-take-code hidden><svg data-qr><path/><path/></svg><p data-take-files></p></div>
      <nav data-jumps></nav>
    </section>
    <nav>
      <button data-home disabled></button><button data-back disabled></button>
      <button data-previous disabled></button><p data-place></p><button data-next disabled></button>
      <button data-large>大字</button>
    </nav>
  </div>
  <div data-warning hidden>
    <span data-seconds></span><button data-stay></button><button data-leave></button>
  </div>
  <div data-plain></div>`;

document.body.innerHTML = `${MARKUP}<script type="application/json" id="boot">${JSON.stringify(boot)}</script>`;

/** A part of the page by the name of its data attribute, `data-view`. */
export const partOf = <T extends Element = HTMLElement>(name: string): T =>
  document.querySelector<T>(`[${name}]`)!;

export const touch = (name: string): void => partOf<HTMLButtonElement>(name).click();

/** The words of an element as they are read. */
export const wordsOf = (element: Element | null): string =>
  (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();
