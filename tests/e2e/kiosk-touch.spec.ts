import { barriersOn } from './axe.ts';
import { faultsOf, look, VIEWS } from './kiosk-glass.ts';
import { expect, test } from './kiosk.ts';

for (const kiosk of ['hall-1', 'hall-2'] as const) {
  for (const { name, isInReach, open } of VIEWS) {
    test(`at ${kiosk} ${name} is made for fingers and for eyes, in the usual size and in 大字`, async ({
      visitor,
    }) => {
      const { page } = visitor;
      await visitor.comeTo(kiosk);
      const sizes = await page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return ['--text', '--large'].map((variable) => Number(style.getPropertyValue(variable)));
      });
      for (const [mode, size] of sizes.entries()) {
        if (mode === 1) await visitor.touch('大字');
        await open(visitor);
        const glass = await look(page);
        expect(faultsOf(glass, kiosk, isInReach), `${size} px`).toEqual([]);
        // The head stays as it is; it is read from the same distance and has nothing to be searched.
        expect(glass.smallest).toBeGreaterThanOrEqual(
          name.startsWith('the question') ? size! : sizes[0]! * 0.99,
        );
        expect(Math.min(...glass.lineHeights)).toBeGreaterThanOrEqual(135);
        expect(Math.max(...glass.lineHeights)).toBeLessThanOrEqual(150);
        expect(await barriersOn(page, ['color-contrast-enhanced'])).toEqual([]);
        if (await page.getByRole('alertdialog').isVisible()) await visitor.touch('继续使用');
        if (mode === 0 && name !== 'the start page') await visitor.touch('首页');
      }
    });
  }
}
