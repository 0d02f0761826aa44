import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { CheckedContent } from '../../src/core/check.ts';
import { oldAddresses } from '../../src/core/old-addresses.ts';
import { oldPages } from '../../src/core/old-addresses/pages.ts';
import { toWellFormedText } from '../../src/core/markup.ts';
import { clashOf, faultOfPath } from '../../src/mirror/path.ts';
import { readerOf } from '../readers.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What is wrong with a built site: files that their readers refuse, pages and announcements that are not in their place. */
export function faultsOf(dir: string, content: CheckedContent): readonly string[] {
  const files = globSync('**/*', { cwd: dir })
    .filter((file) => statSync(join(dir, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  return [
    ...files.flatMap((file) => unreadable(dir, file)),
    ...files.flatMap((file) => faultOfPath(file) ?? []),
    ...(clashOf(files) ?? []),
    ...misplaced(dir, content),
  ];
}

function unreadable(dir: string, file: string): readonly string[] {
  const read = readerOf(file);
  // The rules and the handbook are the program's own words, read by tests/output.
  if (!read || /^(rules|handbook)\//u.test(file)) return [];
  try {
    read(readFileSync(join(dir, file), 'utf8'));
    return [];
  } catch (error) {
    return [`${file}: ${(error as Error).message}`];
  }
}

function misplaced(dir: string, { corpus }: CheckedContent): readonly string[] {
  const wrong = (file: string, ...words: readonly string[]): readonly string[] => {
    const path = join(dir, file);
    if (!existsSync(path)) return [`${file} is missing`];
    const text = headingOrText(readFileSync(path, 'utf8'), file);
    return words.filter((one) => !text.includes(one)).map((one) => `${file} lacks ${JSON.stringify(one)}`);
  };
  const { entries, current, pages, screens, kiosks } = corpus;
  return [
    ...entries.flatMap(({ id, announcement: { title } }) => [
      ...wrong(`announcements/${id}/index.html`, spaced(title)),
      ...wrong(`announcements/${id}.json`, `"id":"${id}"`),
    ]),
    // What was withdrawn keeps its page and leaves the lists.
    ...current.flatMap(({ id, announcement: { category, publishedAt } }) => [
      ...wrong(
        `${category}/${publishedAt.slice(0, 4)}/${publishedAt.slice(5, 7)}/index.html`,
        `/announcements/${id}/`,
      ),
      ...wrong(`sitemap-${publishedAt.slice(0, 4)}.xml`, `/announcements/${id}/`),
    ]),
    ...pages.flatMap(({ id, title }) => wrong(`${id}/index.html`, spaced(title))),
    ...screens.flatMap(({ id }) => [
      ...wrong(`display/${id}/index.html`),
      ...wrong(`display/${id}/head.json`),
    ]),
    ...kiosks.flatMap(({ id }) => [...wrong(`kiosk/${id}/index.html`), ...wrong(`kiosk/${id}/head.json`)]),
    ...oldPages(oldAddresses(entries)).flatMap(({ file, address: { id } }) =>
      wrong(file, `/announcements/${id}/`),
    ),
  ];
}

/** The heading of a page of its own; the text of any other file. */
const headingOrText = (text: string, file: string): string =>
  /^(announcements\/)?[^/]+\/index\.html$/u.test(file)
    ? `${headings(parse(text)).map(spaced).join('\n')}\n${text}`
    : text;

const headings = (node: Node): readonly string[] =>
  node.nodeName === 'h1' ? [words(node)] : 'childNodes' in node ? node.childNodes.flatMap(headings) : [];

const words = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(words).join('') : '';

/** Characters that no page can hold are shown as missing, blanks as one. */
const spaced = (text: string): string => toWellFormedText(text).replace(/\s+/gu, ' ').trim();
