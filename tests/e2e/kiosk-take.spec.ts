import { loadContent } from '../../src/site/content.ts';
import { expect, test, type KioskId } from './kiosk.ts';

const { absolute } = loadContent().edition;

for (const kiosk of ['hall-1', 'hall-2'] as const satisfies readonly KioskId[]) {
  test(`whoever taps zbgg at ${kiosk} reads a tender and takes it home by its code`, async ({ visitor }) => {
    const { page } = visitor;
    await visitor.comeTo(kiosk);
    await visitor.type('zbgg');
    await expect(page.locator('.view > h2')).toHaveText(/查找结果 共 \d+ 条/u);
    await expect(page.locator('.row mark').first()).toHaveText('招标公告');
    await expect(page.locator('[data-key="b"]')).toBeDisabled();
    const row = page.locator('.row').first();
    const title = await row.locator('.row-title').textContent();
    await row.tap();
    await expect(page.locator('.paper > h2')).toHaveText(title!);
    const code = page.locator('[data-qr]');
    const modules = Number((await code.getAttribute('viewBox'))!.split(' ')[2]);
    expect((await code.boundingBox())!.width / modules).toBeGreaterThanOrEqual(4);
    const address = await visitor.readCode();
    expect(address.slice(0, absolute().length)).toBe(absolute());
    // Where a title may end its line is marked on the page.
    const html = String(visitor.server.read(`${address.slice(absolute().length)}index.html`));
    expect(
      /<h1.*?<\/h1>/su
        .exec(html)![0]
        .replace(/<[^>]+>/gu, '')
        .trim(),
    ).toBe(title);
  });
}
