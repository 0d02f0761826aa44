import { expect, test } from './kiosk.ts';

const TENDER = '更合镇示例圩镇污水管网完善工程施工招标公告';
const TENDER_PAGE = 'announcements/gm-js-2026-031-tender/index.html';

/** Whatever a clerk's slip, or somebody's will, could put into an announcement to lead out of a kiosk. */
const WAYS_OUT = [
  '<a href="https://elsewhere.invalid/">外面</a>',
  '<a href="https://elsewhere.invalid/" target="_blank" rel="opener">新窗口</a>',
  '<a href="javascript:void(window.ran=1)">脚本</a>',
  '<a href="file:///etc/passwd">文件</a>',
  '<a href="view-source:http://localhost/">源代码</a>',
  '<a href="chrome://settings/">设置</a>',
  '<a href="/announcements/gm-js-2026-031-tender/attachment-1.pdf">附件</a>',
  '<a href="tel:10086">电话</a>',
  '<script>window.ran=1</script>',
  '<img src="x" onerror="window.ran=1" alt="图">',
  '<svg onload="window.ran=1"><a href="https://elsewhere.invalid/"><text>图</text></a></svg>',
  '<iframe src="https://elsewhere.invalid/"></iframe>',
  '<form action="https://elsewhere.invalid/"><input><button>送</button></form>',
  '<p onclick="window.ran=1" style="position:fixed" class="warning" id="boot" contenteditable>段落</p>',
  '<video controls src="x"></video><details open><summary>更多</summary></details>',
]
  .map((way) => `<p>${way}</p>`)
  .join('');

test('nothing in an announcement leads out of a kiosk or runs in it', async ({ visitor }) => {
  const { page, server } = visitor;
  const asked: string[] = [];
  server.texts.set(TENDER_PAGE, server.read(TENDER_PAGE).replace('<div class="words">', `$&${WAYS_OUT}`));
  await visitor.comeTo('hall-1');
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await visitor.type('2026031');
  await visitor.openRow(TENDER);
  await visitor.touch('公告正文');
  const address = page.url();
  for (const words of ['外面', '新窗口', '脚本', '文件', '源代码', '设置', '附件', '电话'])
    await page.locator('.paper').getByText(words, { exact: true }).first().tap();
  const made = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.paper, .paper *'), (element) => [
      element.tagName.toLowerCase(),
      ...element.getAttributeNames(),
    ]).flat(),
  );
  const known =
    'article h2 h3 h4 h5 h6 p div section span strong b em del ol ul li dl dt dd table caption thead tbody tr th td ' +
    'time button bdi class type datetime scope colspan rowspan aria-current';
  expect([...new Set(made)].filter((name) => !known.split(' ').includes(name))).toEqual([]);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(page.url()).toBe(address);
  expect(page.context().pages()).toHaveLength(1);
  expect(asked.filter((path) => !/head\.json$|gm-js-2026-031-tender\/$/u.test(path))).toEqual([]);
});

test('no page of a kiosk has a link, in any of its views', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-2');
  const links = page.locator('a, area, form, iframe, object, embed, [href]:not(link)');
  await expect(links).toHaveCount(0);
  await visitor.type('2026031');
  await expect(links).toHaveCount(0);
  await visitor.openRow(TENDER);
  await expect(links).toHaveCount(0);
});

test('a policy in the answer of the server opens no window and no dialogue, and saves nothing', async ({
  visitor,
}) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  let dialogues = 0;
  page.on('dialog', (dialog) => {
    dialogues += 1;
    return dialog.dismiss();
  });
  const opened = await page.evaluate(() => {
    window.alert('x');
    window.print();
    return ['https://elsewhere.invalid/', 'about:blank'].map((address) => window.open(address) === null);
  });
  let saved = 0;
  page.on('download', () => (saved += 1));
  const refusal = page.waitForEvent('console', (message) =>
    message.text().includes('Download is disallowed'),
  );
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: '/favicon.svg', download: 'x.svg' });
    document.body.append(link);
    link.click();
    link.remove();
  });
  await refusal;
  expect(saved).toBe(0);
  expect(opened).toEqual([true, true]);
  expect(dialogues).toBe(0);
  expect(page.context().pages()).toHaveLength(1);
});

test('long press, pinch, drag and the keys of a browser do nothing', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  await visitor.openRow(TENDER);
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    for (const name of ['contextmenu', 'dragstart', 'keydown', 'wheel'])
      addEventListener(name, (event) => {
        if (event.defaultPrevented) refused.push(event instanceof KeyboardEvent ? event.key : name);
      });
  });
  const refused = (): Promise<readonly string[]> =>
    page.evaluate(() => (window as unknown as { refused: string[] }).refused.splice(0));
  await page.locator('.paper > h2').click({ button: 'right' });
  expect(await refused()).toEqual(['contextmenu']);

  const device = await page.context().newCDPSession(page);
  await device.send('Input.synthesizePinchGesture', { x: 500, y: 500, scaleFactor: 2.5 });
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);

  await page.mouse.move(200, 150);
  await page.mouse.down();
  await page.mouse.move(700, 600, { steps: 5 });
  await page.mouse.up();
  expect(await page.evaluate(() => String(getSelection()))).toBe('');

  const keys = [
    'Control+p',
    'Control+s',
    'Control+f',
    'Control+o',
    'Control+=',
    'Alt+ArrowLeft',
    'F1',
    'F12',
  ];
  for (const key of keys) await page.keyboard.press(key);
  const pressed = await refused();
  for (const key of keys) expect(pressed).toContain(key.replace(/^\w+\+/u, ''));
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  expect(await refused()).toContain('wheel');
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
});

test('on paper there is nothing', async ({ visitor }) => {
  await visitor.comeTo('hall-1');
  await visitor.page.emulateMedia({ media: 'print' });
  await expect(visitor.page.locator('h1')).toBeHidden();
});
