import { expect, test } from 'vitest';
import { openerOf } from '../../src/cli/open-browser.ts';

test('on Windows an address with & and spaces reaches the browser as a whole', () => {
  expect(openerOf('win32', 'http://localhost:4321/search/?q=a&c=b c')).toEqual({
    program: 'cmd',
    args: ['/d', '/s', '/c', '"start "" "http://localhost:4321/search/?q=a&c=b c""'],
    isVerbatim: true,
  });
});

test('quotes in an address do not end it', () => {
  expect(openerOf('win32', 'http://localhost/?q="&calc').args.at(-1)).toBe(
    '"start "" "http://localhost/?q=%22&calc""',
  );
});

test.each([
  ['linux', 'xdg-open'],
  ['darwin', 'open'],
] as const)('on %s it is handed to %s', (platform, program) => {
  const address = 'http://localhost/?q=a&b';
  expect(openerOf(platform, address)).toEqual({ program, args: [address], isVerbatim: false });
});
