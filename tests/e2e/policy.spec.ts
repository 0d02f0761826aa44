import type { Route } from '@playwright/test';
import { headerPolicy } from '../../src/site/policy.ts';
import { expectUnderPolicy, watchRefusals } from './refusals.ts';
import { expect, test } from './site.ts';

for (const path of ['search/?q=%E6%98%8E%E5%9F%8E%E9%95%87', 'display/lobby-a/']) {
  // Every other template is asked the same in tests/e2e/templates.spec.ts.
  test(`nothing of its own is refused on ${path}`, async ({ page }) => {
    const refused = await watchRefusals(page);
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expectUnderPolicy(page);
    expect(refused).toEqual([]);
  });
}

/** Answers with what the server gives and the policy that `docs/deploy` has it send with a page. */
async function withHeader(route: Route, change: (html: string) => string = (html) => html): Promise<void> {
  const response = await route.fetch();
  const part = new URL(route.request().url()).pathname.startsWith('/display/') ? 'display' : 'site';
  const headers = { ...response.headers(), 'content-security-policy': headerPolicy(part) };
  await route.fulfill({ response, headers, body: change(await response.text()) });
}

for (const path of ['./', 'announcements/gm-js-2026-031-tender/', 'display/lobby-a/']) {
  test(`nothing of its own is refused on ${path} where the server sends its policy too`, async ({ page }) => {
    const refused = await watchRefusals(page);
    await page.route(
      (url) => url.pathname.endsWith('/'),
      (route) => withHeader(route),
    );
    const response = await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(response!.headers()['content-security-policy']).toContain('frame-ancestors');
    expect(refused).toEqual([]);
  });
}

test('the words of announcements are found where the server sends its policy too', async ({ page }) => {
  const refused = await watchRefusals(page);
  await page.route('**/search/?*', (route) => withHeader(route));
  await page.goto('search/?q=营业执照&scope=all');
  await expect(page.locator('#results-list .excerpt').first()).toContainText('营业执照');
  expect(refused).toEqual([]);
});

/** What somebody might plant in a page in spite of all escaping, and what refuses it. */
const PLANTED: readonly { name: string; html: string; directive: string; press?: true }[] = [
  { name: 'a script', html: '<script>window.ran=1</script>', directive: 'script-src-elem' },
  { name: 'a handler', html: '<img src="favicon.svg" onload="window.ran=1">', directive: 'script-src-attr' },
  {
    name: 'a script from elsewhere',
    html: '<script src="https://elsewhere.invalid/x.js"></script>',
    directive: 'script-src-elem',
  },
  {
    name: 'a script as data',
    html: '<script src="data:text/javascript,window.ran=1"></script>',
    directive: 'script-src-elem',
  },
  {
    name: 'a link that is a script',
    html: '<a id="planted" href="javascript:window.ran=1">点</a>',
    directive: 'script-src-elem',
    press: true,
  },
  { name: 'a style sheet', html: '<style>body{display:none}</style>', directive: 'style-src-elem' },
  { name: 'a style', html: '<p style="display:none">无</p>', directive: 'style-src-attr' },
  {
    name: 'an image from elsewhere',
    html: '<img src="https://elsewhere.invalid/x.png">',
    directive: 'img-src',
  },
  { name: 'a frame', html: '<iframe src="https://elsewhere.invalid/"></iframe>', directive: 'frame-src' },
  {
    name: 'a plug-in',
    html: '<object data="https://elsewhere.invalid/x"></object>',
    directive: 'object-src',
  },
  { name: 'a base', html: '<base href="https://elsewhere.invalid/">', directive: 'base-uri' },
  {
    name: 'a form to elsewhere',
    html: '<form action="https://elsewhere.invalid/"><button id="planted">送</button></form>',
    directive: 'form-action',
    press: true,
  },
];

/** The policy in the page alone, and in the server's answer alone: each must do. */
const FORMS = {
  page: (route: Route, html: string) =>
    route
      .fetch()
      .then(async (response) => route.fulfill({ response, body: plant(await response.text(), html) })),
  server: (route: Route, html: string) =>
    withHeader(route, (text) =>
      plant(text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, ''), html),
    ),
};

const plant = (text: string, html: string): string => text.replace(/<main[^>]*>/u, (main) => main + html);

const CASES = PLANTED.flatMap((planted) =>
  (['page', 'server'] as const).map((form) => ({ ...planted, form })),
);

for (const { name, html, directive, press, form } of CASES) {
  test(`${name} that was planted is refused once by the policy of the ${form}, and nothing runs`, async ({
    page,
  }) => {
    const refused = await watchRefusals(page);
    const asked: string[] = [];
    await page.route('https://elsewhere.invalid/**', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await page.route('**/help/', (route) => FORMS[form](route, html));
    await page.goto('help/');
    if (press) await page.locator('#planted').click({ noWaitAfter: true });
    await expect.poll(() => refused).toEqual([directive]);
    if (!press) expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(asked).toEqual([]);
  });
}

for (const { name, program, directive } of [
  { name: 'call for anybody else', program: `fetch('https://elsewhere.invalid/')`, directive: 'connect-src' },
  { name: 'make code of text', program: `new Function('window.ran=1')()`, directive: 'script-src' },
]) {
  test(`a script of the site itself may not ${name}`, async ({ page }) => {
    const refused = await watchRefusals(page);
    await page.route('**/assets/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: program }),
    );
    await page.goto('help/');
    await expect.poll(() => refused).toEqual([directive]);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });
}
