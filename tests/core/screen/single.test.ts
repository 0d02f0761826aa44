import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { singleAt, singleSizes, singleWords } from '../../../src/core/screen/browser/single.ts';
import { parseFeed, type Feed, type Notice, type Single } from '../../../src/core/screen/browser/feed.ts';
import { layoutOf } from '../../../src/core/screen/browser/layout.ts';
import { withSingle } from '../../../src/core/screen/single.ts';
import { feedOf, layoutFor } from '../../../src/core/screen.ts';
import { base, checkTree } from '../fixtures.ts';

const NOW = '2026-03-05T09:00:00+08:00';
const file = 'announcements/construction/2026/tender.md';
const SITE = 'https://www.example.gov.cn/';

/** What the screen of the base shows, whose only call is open; or of as many copies of it. */
function feedWith(copies = 1, more = ''): Feed {
  const text = String(base[file]).replace(/^投标截止: .*$/mu, (line) => `${line}\n${more}`);
  const others = Array.from({ length: copies - 1 }, (_, index) => [
    file.replace('tender', `tender-${index}`),
    text
      .replace(/^项目编号: .*$/mu, `项目编号: GM-JS-2026-09${index}`)
      .replace(/^标题: 沿江路/mu, '标题: 沿河路'),
  ]);
  const { corpus, collection } = checkTree({ ...base, [file]: text, ...Object.fromEntries(others) });
  const hall = corpus.screens[0]!;
  const { layout } = layoutFor(hall, '示例中心', SITE);
  const feed = feedOf(hall, layout, collection, NOW);
  return withSingle(feed, { ...collection, absolute: (path = '') => `${SITE}${path}` });
}

/** What a phone reads in a drawn code. */
function scanned({ side, path }: Single['qr']): string {
  const scale = 4;
  const width = side * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu))
    for (let row = 0; row < scale; row++)
      for (let dot = 0; dot < Number(run) * scale; dot++)
        data.fill(
          0,
          ((Number(y) * scale + row) * width + Number(x) * scale + dot) * 4,
          ((Number(y) * scale + row) * width + Number(x) * scale + dot) * 4 + 3,
        );
  return decodeQR({ width, height: width, data });
}

test('a round of one open call has what its glass says, and a code that leads to its page', () => {
  const { single } = feedWith(1, '最高投标限价: 300万元\n开标时间: 2026-03-25 09:30\n开标地点: 开标一室');
  expect(single).toMatchObject({
    id: 'tender',
    label: '投标截止',
    at: '2026-03-25T09:30:00+08:00',
    place: '开标一室',
    code: 'GM-JS-2026-001',
  });
  expect(single!.name.split('\u200b').join('')).toBe('沿江路市政道路改造工程施工');
  expect(single!.amount).toMatch(/300万元$/u);
  expect(scanned(single!.qr)).toBe(`${SITE}announcements/tender/`);
});

test('a round of two has none, and one that goes on beyond what is held has none', () => {
  expect(feedWith(2).single).toBeUndefined();
});

test('a feed with it is taken, one with a code that could be markup is refused', () => {
  const feed = feedWith();
  const text = JSON.stringify(feed);
  expect(parseFeed(text, feed.screen, 1).single).toEqual(feed.single);
  expect(() => parseFeed(text.replace('"path":"M', '"path":"<M'), feed.screen, 1)).toThrow('single');
});

describe('on the glass', () => {
  const feed = feedWith(1, '开标时间: 2026-03-25 09:30\n开标地点: 开标一室');
  const change: Notice = { id: 'n', text: '停电', from: NOW, until: '2026-03-06T09:00:00+08:00' };

  test('it stands while the call is open, and gives way to a 变更, to old data and to its end', () => {
    expect(singleAt(feed, NOW, [], 'fresh')).toBe(feed.single);
    expect(singleAt(feed, NOW, [change], 'fresh')).toBeUndefined();
    expect(singleAt(feed, NOW, [{ ...change, level: 'inform' }], 'fresh')).toBe(feed.single);
    expect(singleAt(feed, NOW, [], 'stale')).toBeUndefined();
    expect(singleAt(feed, '2026-04-01T09:00:00+08:00', [], 'fresh')).toBeUndefined();
  });

  test('its opening is said with the room, and with its hour where that is another', () => {
    expect(singleWords(feed.single!, NOW)).toMatchObject({
      date: '3月25日',
      time: '09:30',
      place: '开标 开标一室',
    });
    const later = { ...feed.single!, opening: '2026-03-26T10:00:00+08:00' };
    expect(singleWords(later, NOW).place).toBe('开标 3月26日 10:00 开标一室');
  });

  test.each([
    [1920, 1080],
    [1080, 1920],
  ])('on %i×%i the name and the figures are as large as there is room', (width, height) => {
    const layout = layoutOf(
      { inches: 55, width, height, distanceM: 5 },
      { heading: '可参与项目', centre: '示例中心', screen: '大厅' },
    );
    const { nameEm, figureEm } = singleSizes(feed.single!, layout);
    expect(nameEm).toBeGreaterThan(layout.body);
    expect(figureEm).toBeGreaterThan(1.2 * layout.body);
    expect(singleSizes({ name: '长'.repeat(60) }, layout).nameEm).toBe(layout.body);
  });
});
