import type { Page } from '@playwright/test';
import { deskPage } from '../../src/desk/page.ts';
import type { Draft, NewDraft } from '../../src/core/desk/api.ts';
import { test as base } from './base.ts';
import { startDeskStub, type DeskStub } from './desk-stub.ts';

export { expect } from './base.ts';

/** The `test` of the desk's screens: each has a desk of its own, with nothing on it. */
export const test = base.extend<{ desk: DeskStub }, { deskFolder: string }>({
  deskFolder: [async ({}, use) => use(await deskPage(process.cwd())), { scope: 'worker' }],
  desk: async ({ deskFolder, page }, use) => {
    const desk = await startDeskStub(deskFolder);
    // The page that a worker keeps may still ask the desk of the test before.
    await page.goto('about:blank');
    await page.setViewportSize({ width: 1366, height: 768 });
    await use(desk);
    await page.goto('about:blank');
    await desk.close();
  },
});

/** Puts a draft on the desk; gives the address of a step of it. */
export function lay(
  desk: DeskStub,
  wanted: NewDraft,
  content: Partial<Draft> = {},
): (step: string) => string {
  const key = `d${desk.drafts.size + 1}`;
  desk.drafts.set(key, {
    ...{ key, title: '', phase: 'draft', author: desk.facts.actor, changedAt: desk.facts.now, approvals: 0 },
    ...{ ...wanted, rev: 1, body: '', files: [], proposals: {}, sources: {}, hasOriginal: false },
    ...{ returnedFields: [], isReadOnly: false },
    ...content,
    answers: { 类别: '建设工程', 类型: wanted.type, ...content.answers },
  });
  return (step) => `#/draft/${key}/${step}`;
}

/** Presses Tab until the keyboard is at a control of this name; never touches the mouse. */
export async function reach(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const { activeElement: at } = document;
      if (!(at instanceof HTMLElement)) return '';
      const label = (at as HTMLInputElement).labels?.[0]?.textContent;
      return at.getAttribute('aria-label') ?? label ?? at.textContent ?? '';
    });
    if (name.test(here.trim())) return;
  }
  throw new Error(`the keyboard does not come to ${String(name)}`);
}
