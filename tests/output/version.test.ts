import { expect, test } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { filesLike, textOf } from './site.ts';

test('the foot of every page says which program made it', () => {
  const pages = filesLike('**/*.html').filter((file) => textOf(file).includes('class="site-footer"'));
  expect(pages.length).toBeGreaterThan(400);
  expect(pages.filter((file) => !textOf(file).includes(`张榜 ${VERSION}</li>`))).toEqual([]);
});
