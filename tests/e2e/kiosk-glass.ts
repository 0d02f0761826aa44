import type { Page } from '@playwright/test';
import { expect, PANELS, TENDER, type KioskId, type Visitor } from './kiosk.ts';

/** Least side of what is touched, and least room between two of them, in millimetres. */
const TOUCH = 15;
const BETWEEN = 3;

/** The lower part of a tall panel that hands reach, in millimetres: up to 1.2 m when its edge hangs 0.73 m high. */
const REACH = 470;

export interface Glass {
  /** What is touched: name, edges in pixels. */
  readonly controls: readonly { name: string; left: number; top: number; right: number; bottom: number }[];
  /** What is cut off or has too little room. */
  readonly faults: readonly string[];
  readonly smallest: number;
  readonly lineHeights: readonly number[];
}

/** Everything that is seen on the glass, measured. */
export const look = (page: Page): Promise<Glass> =>
  page.evaluate(() => {
    const isSeen = (element: Element): boolean => element.getClientRects().length > 0;
    /** What the edge of the paper cuts through is seen whole after the next turn. */
    const isWhole = (element: Element): boolean => {
      const paper = element.closest('.paper')?.getBoundingClientRect();
      const box = element.getBoundingClientRect();
      return !paper || (box.top >= paper.top && box.bottom <= paper.bottom);
    };
    const top = document.querySelector('[role=alertdialog]');
    const scope = top && isSeen(top) ? top : document.body;
    const all = Array.from(scope.querySelectorAll('*')).filter(isSeen);
    const controls = all
      .filter((element) => element.tagName === 'BUTTON' && isWhole(element))
      .map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { name: element.textContent!.trim(), left, top, right, bottom };
      });
    const texts = all.filter((element) =>
      Array.from(element.childNodes).some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== '',
      ),
    );
    const faults = all
      .filter(({ tagName }) => ['BUTTON', 'P', 'H1', 'H2', 'H3'].includes(tagName))
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 ||
          // A Chinese font is taller than its lines; no ink stands there.
          element.scrollHeight > element.clientHeight + parseFloat(getComputedStyle(element).fontSize) * 0.2,
      )
      .filter(({ classList }) => !classList.contains('facts') && !classList.contains('visually-hidden'))
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => `cut off: ${element.textContent!.trim().slice(0, 40)}`);
    const styles = texts
      .filter((element) => !element.classList.contains('visually-hidden'))
      .map((element) => getComputedStyle(element));
    return {
      controls,
      faults,
      smallest: Math.min(...styles.map(({ fontSize }) => parseFloat(fontSize))),
      lineHeights: [
        ...new Set(
          styles.map(({ lineHeight, fontSize }) =>
            Math.round((parseFloat(lineHeight) / parseFloat(fontSize)) * 100),
          ),
        ),
      ],
    };
  });

/** What is wrong with what can be touched. */
export function faultsOf({ controls, faults }: Glass, kiosk: KioskId, isInReach: boolean): readonly string[] {
  const { width, height, inches } = PANELS[kiosk];
  const mm = (inches * 25.4) / Math.hypot(width, height);
  const found = [...faults];
  for (const [place, one] of controls.entries()) {
    const [wide, high] = [(one.right - one.left) * mm, (one.bottom - one.top) * mm];
    if (wide < TOUCH || high < TOUCH) found.push(`${one.name}: ${wide.toFixed(1)} × ${high.toFixed(1)} mm`);
    if (isInReach && (height - one.top) * mm > REACH) found.push(`${one.name}: out of reach`);
    for (const other of controls.slice(place + 1)) {
      const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
      const down = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
      const between = Math.max(across, down) * mm;
      if (between < BETWEEN) found.push(`${one.name} – ${other.name}: ${between.toFixed(1)} mm`);
    }
  }
  return found;
}

/** Each view, and whether everything that is touched in it has its place in reach of every hand. */
export const VIEWS: readonly {
  name: string;
  isInReach: boolean;
  open: (visitor: Visitor) => Promise<void>;
}[] = [
  { name: 'the start page', isInReach: true, open: () => Promise.resolve() },
  { name: 'what was found', isInReach: true, open: (visitor) => visitor.type('zbgg') },
  {
    name: 'the months',
    isInReach: true,
    open: (visitor) => visitor.page.locator('[data-months]').tap(),
  },
  {
    name: 'an announcement',
    isInReach: false,
    open: async (visitor) => {
      await visitor.type('2026031');
      await visitor.openRow(TENDER);
      await visitor.touch('项目进度');
    },
  },
  {
    name: 'the question whether somebody is there',
    isInReach: true,
    open: async (visitor) => {
      await visitor.type('z');
      await visitor.page.clock.runFor(61_000);
      await expect(visitor.page.getByRole('alertdialog')).toBeVisible();
    },
  },
];
