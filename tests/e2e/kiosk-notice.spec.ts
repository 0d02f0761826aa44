import { instantAt } from '../../src/core/announcement/instant.ts';
import type { KioskHead } from '../../src/core/kiosk/boot.ts';
import { faultsOf, look, VIEWS } from './kiosk-glass.ts';
import { expect, test, type KioskId, type KioskServer, type Visitor } from './kiosk.ts';

const MINUTE = 60_000;

const TEXT = '二楼示例开标室今天停用，各场开标改在三楼。';

/** Two of the greatest length. */
const LONGEST = [
  '示例交易系统今晚停机维护投标文件请提前上传',
  '二楼示例开标室今天停用各场开标都改在三楼',
].map((text) => text.repeat(3).slice(0, 60));

/** What the server says to the hall from now on: for so many minutes, or for none, and with data of this moment. */
function say(server: KioskServer, minutes: number, texts: readonly string[] = [TEXT]): void {
  const path = (kiosk: string): string => `kiosk/${kiosk}/head.json`;
  for (const kiosk of ['hall-1', 'hall-2'] as const satisfies readonly KioskId[]) {
    const head = JSON.parse(server.read(path(kiosk))) as KioskHead;
    const [from, until] = [server.time, server.time + minutes * MINUTE].map(instantAt) as [string, string];
    const notices =
      minutes > 0 ? texts.map((text, place) => ({ id: `gm-notice-${place}`, text, from, until })) : [];
    server.texts.set(path(kiosk), JSON.stringify({ ...head, generated: from, notices }));
  }
}

const band = (visitor: Visitor) => visitor.page.locator('[data-notices]');

/** Lets time pass at the kiosk and at its server; somebody is there all the while. */
async function pass(visitor: Visitor, minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 1) {
    visitor.server.time += MINUTE;
    await visitor.pass(60);
    const goOn = visitor.page.getByRole('button', { name: '继续使用' });
    if (await goOn.isVisible()) await goOn.tap();
  }
}

test('a notice to the hall is at a kiosk with the next question, above every view, and goes when its time is over', async ({
  visitor,
}) => {
  const { page, server } = visitor;
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  await expect(band(visitor)).not.toContainText(TEXT);
  say(server, 10);
  await pass(visitor, 2);
  await expect(band(visitor)).toContainText(TEXT);
  await expect(page.locator('.row').first()).toBeVisible();
  await page.locator('.row').first().tap();
  await expect(page.locator('.paper > h2')).toBeVisible();
  await expect(band(visitor)).toBeInViewport({ ratio: 1 });
  await visitor.touch('首页');
  await expect(band(visitor)).toBeInViewport({ ratio: 1 });
  await pass(visitor, 7);
  await expect(band(visitor)).toContainText(TEXT);
  await pass(visitor, 2);
  await expect(band(visitor)).toBeHidden();
});

for (const kiosk of ['hall-1', 'hall-2'] as const)
  for (const [{ name, isInReach, open }, notices] of VIEWS.flatMap((view) => [
    [view, LONGEST.slice(1)] as const,
    [view, LONGEST] as const,
  ]))
    test(`at ${kiosk} with ${notices.length} of the longest notices ${name} is made for fingers and for eyes, in both sizes`, async ({
      visitor,
    }) => {
      const { page, server } = visitor;
      say(server, 600, notices);
      await visitor.comeTo(kiosk);
      await expect(band(visitor)).toContainText(LONGEST[1]!);
      const text = await page.evaluate(() =>
        Number(getComputedStyle(document.documentElement).getPropertyValue('--text')),
      );
      for (const size of ['usual', '大字']) {
        if (size === '大字') await visitor.touch('大字');
        await open(visitor);
        const glass = await look(page);
        expect(faultsOf(glass, kiosk, isInReach), size).toEqual([]);
        if (await page.getByRole('alertdialog').isVisible()) await visitor.touch('继续使用');
        const shown = await page.evaluate(() => {
          const edges = (selector: string): DOMRect =>
            document.querySelector(selector)!.getBoundingClientRect();
          const words = Array.from(document.querySelectorAll('[data-notices] span'));
          return {
            below: edges('[data-content]').top - edges('[data-notices]').bottom,
            spills: document.querySelector('.kiosk')!.scrollHeight - innerHeight,
            type: Math.min(...words.map((word) => parseFloat(getComputedStyle(word).fontSize))),
          };
        });
        expect(shown.below).toBeGreaterThanOrEqual(0);
        expect(shown.spills).toBeLessThanOrEqual(0);
        expect(shown.type).toBeGreaterThanOrEqual(text * 0.99);
        if (size === 'usual' && name !== 'the start page') await visitor.touch('首页');
      }
    });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a kiosk shows what was said to the hall when the page was made', async ({ page, server }) => {
    server.calm();
    await page.goto(server.addressOf('hall-1'));
    await expect(page.locator('[data-plain] .notices')).toContainText('交易系统停机维护');
    await expect(page.locator('[data-plain] .notices')).toBeInViewport({ ratio: 1 });
  });
});
