import type { Page } from '@playwright/test';
import { expect } from './base.ts';

/** Collects the directives by which the browser refuses something on the pages that are opened next. */
export async function watchRefusals(page: Page): Promise<readonly string[]> {
  const refused: string[] = [];
  await page.exposeFunction('tellRefusal', (directive: string) => refused.push(directive));
  await page.addInitScript(() => {
    const { tellRefusal } = window as unknown as { tellRefusal: (directive: string) => void };
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      tellRefusal(effectiveDirective),
    );
  });
  return refused;
}

/** A page that has a policy of its own, under which its style sheet came: one without would be refused nothing either. */
export async function expectUnderPolicy(page: Page): Promise<void> {
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
  const family = await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
  expect(family).toContain('Noto Sans CJK SC');
}
