import { barriersOn } from './axe.ts';
import { expect, test } from './site.ts';

test('a page made of barriers is told of each, also of what is below the glass and of a grey that only AAA refuses', async ({
  page,
}) => {
  await page.setContent(`<!doctype html><html lang="zh-CN"><title>示例</title><main><h1>示例</h1>
    <img src="x.png"><input><button></button>
    <a href="#a" style="display:inline-block;width:8px;height:8px">一</a><a href="#b" style="display:inline-block;width:8px;height:8px">二</a>
    <p style="margin-top:3000px;color:#aaa">浅灰</p><p style="color:#666">深灰</p></main>`);
  const rules = (await barriersOn(page, ['color-contrast-enhanced'])).map(({ rule }) => rule).sort();
  expect(rules).toEqual([
    'button-name',
    'color-contrast',
    'color-contrast-enhanced',
    'image-alt',
    'label',
    'target-size',
  ]);
});
