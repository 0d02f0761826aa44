import type { Boot } from '../../../src/core/kiosk/boot.ts';
import { MARKUP } from './markup.ts';

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
      short: '示例校舍维修',
      type: '招标公告',
      at: '2026-11-22T15:30:00+08:00',
      detail: '示例交易中心 301 开标室',
      room: '301',
      mark: '已终止',
      stopped: 'terminated',
    },
    { id: 'pipes', title: '示例管网工程招标公告', type: '招标公告', at: '2026-11-24T10:00:00+08:00' },
  ],
  notices: [],
  years: [
    { year: '2026', catalogue: 'data/catalogue-2026.json', spelling: 'kiosk/data/pinyin-2026.json' },
    { year: '2025', catalogue: 'data/catalogue-2025.json', spelling: 'kiosk/data/pinyin-2025.json' },
  ],
};

document.body.innerHTML = `${MARKUP}<script type="application/json" id="boot">${JSON.stringify(boot)}</script>`;

/** A part of the page by the name of its data attribute, `data-view`. */
export const partOf = <T extends Element = HTMLElement>(name: string): T =>
  document.querySelector<T>(`[${name}]`)!;

export const touch = (name: string): void => partOf<HTMLButtonElement>(name).click();

/** The words of an element as they are read. */
export const wordsOf = (element: Element | null): string =>
  (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();
