import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/**
 * What the tests of the site, the screens and the kiosks have in common. A worker keeps its page from test to test
 * (`reuseContext`); what Playwright leaves as it was is put back here. A page may ask for more after the last line of a
 * test: an answer that the test was still making up for it is dropped then, and is no failure.
 */
export const test = base.extend({
  page: async ({ page, context }, use) => {
    await use(page);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.clearPermissions();
  },
});
