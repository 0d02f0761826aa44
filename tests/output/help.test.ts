import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { templates } from './templates.ts';
import { filesLike, textOf } from './site.ts';

/** What a reader sees of a page or hears, without blanks, for these differ between a source and a page. */
const wordsOn = (path: string): string =>
  visible(parse(textOf(`${path}index.html`)) as unknown as Node).replace(/\s/gu, '');

interface Node {
  nodeName: string;
  value?: string;
  childNodes?: readonly Node[];
}

const visible = ({ nodeName, value, childNodes = [] }: Node): string =>
  nodeName === '#text'
    ? (value ?? '')
    : /^(?:script|style|head)$/u.test(nodeName)
      ? ''
      : childNodes.map(visible).join('');

/** Words that scripts write: a help page may name them too. */
const written = filesLike('assets/*.js').map(textOf).join('\n');

/** Pages of which there are many are named by what they are, since a centre takes the help over with no announcement of ours. */
const ONE_OF_MANY: readonly (readonly [words: string, page: string])[] = [
  ['打开一份公告', 'announcements/gm-js-2026-031-tender/'],
  ['公告页上', 'announcements/gm-js-2026-031-tender/'],
  ['项目的页上', 'projects/gm-js-2026-012/'],
];

/** Each word in quotation marks with the page that its line speaks of: of the last link, at first the home page. */
function namedIn(text: string): readonly { word: string; page: string }[] {
  const named: { word: string; page: string }[] = [];
  let page = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) page = '';
    for (const [, href, word] of line.matchAll(/\]\(([^)]*)\)|“([^”[]*)”/gu)) {
      if (href !== undefined) page = href.replace(/^\//u, '').replace(/#.*$/u, '');
      else named.push({ word: word!, page });
    }
  }
  return named;
}

describe('使用帮助说到的词，在它说的那一页上找得到', () => {
  const help = readFileSync('content/pages/help.md', 'utf8');
  const led = ONE_OF_MANY.reduce((text, [words, page]) => {
    expect(text).toContain(words);
    return text.replace(words, `[${words}](/${page})`);
  }, help);

  test.each(namedIn(led))('“$word”在 /$page', ({ word, page }) => {
    const plain = word.replace(/[：…\s]+$/u, '').replace(/\s/gu, '');
    expect(wordsOn(page).includes(plain) || written.includes(plain)).toBe(true);
  });

  test.each(
    [
      ...readFileSync('content/pages/bidding.md', 'utf8').matchAll(/\]\(\/([^)#]*)/gu),
      ...help.matchAll(/\]\(\/([^)#]*)/gu),
    ].map(([, path]) => path!),
  )('链接的 /%s 在', (path) => {
    expect(textOf(`${path}index.html`)).toContain('<h1');
  });
});

/** What a stranger must find on a page of each template: title, first words, a way on. */
describe('第一次来的人看得懂每一种网页', () => {
  const read = Object.entries(templates).filter(([template]) => !/^(?:404|display|kiosk)/u.test(template));

  test.each(read.map(([template, [first]]) => [template, first!.path] as const))('%s', (_, path) => {
    const html = textOf(`${path}index.html`);
    const title = /<title>([^<]+)<\/title>/u.exec(html)![1]!;
    const [heading = ''] = [...html.matchAll(/<h1[^>]*>(.*?)<\/h1>/gsu)].map(([, words]) =>
      words!.replace(/<[^>]+>|\s/gu, ''),
    );
    expect(heading).toMatch(/\p{Script=Han}{2}/u);
    // The home page begins with what is open today; its title is the site's name.
    if (path === '') return;
    // The title names what the heading does, so that a tab, a bookmark and a shared link say it too.
    const shared = [...new Set(heading)].filter((sign) => title.includes(sign));
    expect(shared.length / new Set(heading).size, `${title} / ${heading}`).toBeGreaterThan(0.6);
    const main = /<main.*?<\/main>/su.exec(html)![0];
    const sentence = visible(parse(main) as unknown as Node)
      .replace(/\s/gu, '')
      .replace(heading, '');
    expect(sentence).toMatch(/\p{Script=Han}{2}/u);
    // A way on within the page itself; the way back stands in the head of every page.
    expect(/<a [^>]*href="/u.test(main), 'a link').toBe(true);
  });
});
