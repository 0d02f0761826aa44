import type { Page } from '@playwright/test';
import { emPx, TIERS, type Panel } from '../../src/core/screen/browser/panel.ts';

/**
 * What is wrong with the picture: text too small for its tier by its font size or by the ink of its characters, text
 * outside its row, list or the glass, an ellipsis, a contrast under 7:1.
 */
export function unfit(page: Page, panel: Panel): Promise<readonly string[]> {
  const mmPerPx = (panel.inches * 25.4) / Math.hypot(panel.width, panel.height);
  const tiers = {
    floor: { em: emPx(panel, 'floor'), ink: (TIERS.floor * panel.distanceM) / mmPerPx },
    body: { em: emPx(panel, 'body'), ink: (TIERS.body * panel.distanceM) / mmPerPx },
    key: { em: emPx(panel, 'key'), ink: (TIERS.key * panel.distanceM) / mmPerPx },
  };
  return page.evaluate((wanted) => {
    const faults: string[] = [];
    const canvas = document.createElement('canvas').getContext('2d')!;
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    const luminance = (colour: string): number => {
      const [r, g, b] = colour.match(/[\d.]+/gu)!.map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const groundOf = (element: Element | null): string => {
      const colour = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)';
      return colour === 'rgba(0, 0, 0, 0)' ? groundOf(element!.parentElement) : colour;
    };
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const element = node.parentElement!;
      if (node.data.trim() === '' || element.getClientRects().length === 0) continue;
      const name = `“${node.data.trim()}”`;
      const style = getComputedStyle(element);
      const isSmall =
        element.closest(
          '.today, .columns, .rail, .d > i, .year, .groups h2, footer, .stamps, i, [data-turn]',
        ) !== null ||
        (element.closest('.label') !== null && element.closest('.row') === null);
      const isKey = element.closest('.screen .band, .door, .state .word, .state .hour') !== null;
      const tier = isSmall ? wanted.floor : isKey ? wanted.key : wanted.body;
      canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = canvas.measureText('国标街询');
      // A hundredth of a pixel for the sum of fractions.
      if (parseFloat(style.fontSize) < tier.em - 0.01)
        faults.push(`${name} is ${style.fontSize}, not ${tier.em}px`);
      if (up + down < tier.ink - 0.01) faults.push(`${name} has ${up + down}px of ink, not ${tier.ink}`);
      if (style.textOverflow !== 'clip') faults.push(`${name} may end in an ellipsis`);
      const [a, b] = [luminance(style.color), luminance(groundOf(element))];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (contrast < 7) faults.push(`${name} has a contrast of ${contrast.toFixed(1)}`);
      const range = document.createRange();
      range.selectNodeContents(node);
      // Lines stand closer than a font asks for: what counts is where there is ink.
      const own = canvas.measureText(node.data);
      const isUpright = style.writingMode.startsWith('vertical');
      const ink = Array.from(range.getClientRects(), ({ left, right, top, bottom }) => ({
        left,
        right,
        top: top + (isUpright ? 0 : own.fontBoundingBoxAscent - own.actualBoundingBoxAscent),
        bottom: bottom - (isUpright ? 0 : own.fontBoundingBoxDescent - own.actualBoundingBoxDescent),
      }));
      for (const around of [
        element.closest('.row, header, footer, .columns, .band, .rail, .age, section'),
        document.documentElement,
      ]) {
        const frame = around?.getBoundingClientRect();
        if (!frame) continue;
        const isInside = ink.every(
          (box) =>
            box.left >= frame.left - 1 &&
            box.right <= frame.right + 1 &&
            box.top >= frame.top - 1 &&
            box.bottom <= frame.bottom + 1,
        );
        if (!isInside) faults.push(`${name} leaves its ${around!.className || around!.tagName}`);
      }
    }
    const list = document.querySelector('.forms')?.getBoundingClientRect();
    for (const row of document.querySelectorAll('main .row:not([hidden])')) {
      const { bottom, right } = row.getBoundingClientRect();
      if (bottom > list!.bottom + 0.5 || right > list!.right + 0.5)
        faults.push(`a row leaves the list: ${row.textContent}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('main, main *')) {
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') {
        faults.push(`${element.className || element.tagName} is wider than its place`);
      }
    }
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight)
      faults.push('the glass scrolls');
    return faults;
  }, tiers);
}
