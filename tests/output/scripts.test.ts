import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { filesLike, pathOf } from './site.ts';

/**
 * Pagefind's own program is asked for only where the browser has what it needs, so what it is written in does not
 * count; all else must be understood by Chrome 90, Safari 14 and Firefox 90, which know the language of 2021.
 */
const shipped = filesLike('**/*.js').filter((file) => !/^search\/index\//u.test(file));

test('every script is in the language of the oldest browsers, and asks for no function that they lack', () => {
  expect(shipped.length).toBeGreaterThan(3);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/es-check/lib/cli/index.js',
      'es2021',
      '--checkFeatures',
      '--module',
      ...shipped.map(pathOf),
    ],
    { encoding: 'utf8' },
  );
  expect(status, stdout + stderr).toBe(0);
});
