import { expect, test } from 'vitest';
import { parseBasePath } from '../../../src/core/corpus/settings/base-path.ts';

test.each([
  ['/', '/'],
  ['//', '/'],
  ['ggzy', '/ggzy/'],
  ['/ggzy/', '/ggzy/'],
  ['/gov/ggzy', '/gov/ggzy/'],
])('a site in the folder %s has the base path %s', (written, expected) => {
  expect(parseBasePath(written)).toEqual({ value: expected });
});

test.each(['中文', 'a b', '../x', '/./', '/a?b/', 'a"b', 'a#', '%2e'])(
  'no site can lie in the folder %s',
  (written) => {
    expect(parseBasePath(written)).toHaveProperty('fault.code', 'S101');
  },
);
