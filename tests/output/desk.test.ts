import { expect, test } from 'vitest';
import { filesLike, textOf } from './site.ts';

test('the site has no byte of the desk', () => {
  const files = filesLike('**/*.{html,js,css,json}');
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /X-Desk-(?:Token|Window)|desk-token/u.test(textOf(file)))).toEqual([]);
});
