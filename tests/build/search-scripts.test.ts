import { expect, test } from 'vitest';
import { withScripts } from '../../src/build/search-scripts.ts';
import { onDisk } from '../core/fixtures.ts';

const page = (manifest: string): string =>
  `<script type="application/json">${manifest}</script><script type="module" src="/site/assets/base.1.js"></script>`;

/** What each file imports; in brackets what it fetches when it is needed. */
const scripts = {
  'assets/base.1.js': 'import(`./search.2.js`)',
  'assets/search.2.js': 'import{a}from"./shared.3.js";import{b}from"./base.1.js";import(`./answer.4.js`)',
  'assets/answer.4.js': 'import"./shared.3.js";import{c}from"./links.5.js";import(`./advice.6.js`)',
  'assets/shared.3.js': '',
  'assets/links.5.js': '',
  'assets/advice.6.js': '',
};

test('the search page names the scripts that a first answer needs, and none that only some answers do', async () => {
  const named = await withScripts(page('{"base":"/site/","scripts":[]}'), onDisk(scripts));
  expect(named).toBe(
    page(
      '{"base":"/site/","scripts":["assets/answer.4.js","assets/base.1.js","assets/links.5.js","assets/search.2.js","assets/shared.3.js"]}',
    ),
  );
});

test('a page that has no place for them stops the build', async () => {
  await expect(withScripts(page('{}'), onDisk(scripts))).rejects.toThrow(
    '搜索页里没有脚本，或者没有写明脚本的地方。',
  );
});
