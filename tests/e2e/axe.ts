import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** Levels A and AA of WCAG 2.2, and what axe calls best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A rule that a page breaks, and where. */
export interface Barrier {
  readonly rule: string;
  readonly targets: readonly string[];
}

/**
 * What axe objects to on a page as it stands; `more` are rules beyond A and AA. Axe runs in the page and tells its
 * objections alone: @axe-core/playwright has it write down too what is well, and opens a second page to join frames,
 * which takes three to five times as long. A page with frames is refused, since axe would not look into them.
 */
export async function barriersOn(page: Page, more: readonly string[] = []): Promise<readonly Barrier[]> {
  expect(page.frames(), 'frames').toHaveLength(1);
  // Half a megabyte, read once a document.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ tags, rules }) => {
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await run({
        runOnly: { type: 'tag', values: tags },
        rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])),
        resultTypes: ['violations'],
      });
      return violations.map(({ id, nodes }) => ({
        rule: id,
        targets: nodes.map(({ target }) => String(target)),
      }));
    },
    { tags: TAGS, rules: more },
  );
}
