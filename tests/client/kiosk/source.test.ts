// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { boot, partOf, wordsOf } from './page.ts';
import { announcedPage, pageText } from './announced-page.ts';
import { showQr } from '../../../src/client/kiosk/qr.ts';
import { fetchAnnouncement, idIn } from '../../../src/client/kiosk/source.ts';
import { clock } from '../../../src/client/kiosk/time.ts';

let asked: string[];
let answer: () => Promise<Response>;

const gives = (text: string, status = 200): void => {
  answer = () =>
    Promise.resolve(new Response(text, { status, headers: { Date: 'Sun, 22 Nov 2026 04:00:00 GMT' } }));
};

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return answer();
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe('the page of an announcement', () => {
  test('is read from its address, and its server tells the time', async () => {
    gives(pageText());
    const page = await fetchAnnouncement('tender');
    expect(asked).toEqual(['/site/announcements/tender/']);
    expect(wordsOf(page.querySelector('main h1'))).toBe('示例道路工程招标公告');
    expect(clock.skew()).toBeDefined();
  });

  test.each([
    ['of another announcement', pageText().replace('announcements/tender/"', 'announcements/other/"'), 200],
    [
      'of one whose name ends alike',
      pageText().replace('announcements/tender/"', 'announcements/the-tender/"'),
      200,
    ],
    ['of a network that asks its guests to sign in', '<!doctype html><h1>请先登录</h1></html>', 200],
    ['that was cut short', pageText().slice(0, -20), 200],
    ['without an announcement in it', pageText().replace(/<main.*<\/main>/su, ''), 200],
    ['of errors', pageText(), 404],
    ['of a server in trouble', pageText(), 500],
  ])('is none where a page comes %s', async (_, text, status) => {
    gives(text, status);
    await expect(fetchAnnouncement('tender')).rejects.toThrow();
  });

  test('is none where nothing comes, or what is no text', async () => {
    answer = () => Promise.reject(new TypeError('no network'));
    await expect(fetchAnnouncement('tender')).rejects.toThrow('no network');
    answer = () => Promise.resolve(new Response(new Uint8Array([0xff, 0xfe, 0x00])));
    await expect(fetchAnnouncement('tender')).rejects.toThrow();
  });
});

test.each([
  ['/site/announcements/gm-js-2026-031-tender/', 'gm-js-2026-031-tender'],
  ['/site/announcements/tender/#files', undefined],
  ['/site/announcements/tender/attachment-1.pdf', undefined],
  ['/site/announcements/../kiosk/', undefined],
  ['/site/announcements/', undefined],
  ['/announcements/tender/', undefined],
  ['https://elsewhere.invalid/site/announcements/tender/', undefined],
  ['//elsewhere.invalid/announcements/tender/', undefined],
  ['tel:10086', undefined],
  ['', undefined],
])('a link to %s leads to %s', (href, id) => {
  const link = document.createElement('a');
  link.setAttribute('href', href);
  expect(idIn(link)).toBe(id);
});

test('what is no link leads nowhere', () => {
  expect(idIn(null)).toBeUndefined();
  expect(idIn(document.createElement('a'))).toBeUndefined();
  expect(boot.base).toBe('/site/');
});

describe('the code of an announcement', () => {
  const isShown = (): boolean => !partOf('data-take-code').hidden;
  const drawn = (viewBox: string, path: string): Document =>
    announcedPage({ qr: `<svg class="qr" viewBox="${viewBox}"><path/><path d="${path}"/></svg>` });

  test('is drawn as the site has drawn it, on a ground of its size', () => {
    showQr(announcedPage());
    const code = partOf<SVGElement>('data-qr');
    expect(isShown()).toBe(true);
    expect(code.getAttribute('viewBox')).toBe('0 0 45 45');
    expect(code.firstElementChild!.getAttribute('d')).toBe('M0 0h45v45H0z');
    expect(code.lastElementChild!.getAttribute('d')).toBe('M4 4h7v1h-7zM12 4h1v1h-1z');
  });

  test.each([
    ['without a drawing', announcedPage({ qr: '' })],
    ['with one that is none', drawn('0 0 45 45', 'javascript:0')],
    ['with an empty one', drawn('0 0 45 45', '')],
    ['with one of no size', drawn('0 0 x 45', 'M4 4h7v1h-7z')],
    ['before its page has come', undefined],
  ])('is not there %s', (_, page) => {
    showQr(announcedPage());
    showQr(page);
    expect(isShown()).toBe(false);
  });
});
