import type { Edition } from '../core/edition.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { headingsOf, renderBody } from '../core/body/render.ts';
import { anchorOf } from '../core/handbook/anchor.ts';
import { ruleWith } from '../core/rules/list.ts';
import { rulePath } from './statutory.ts';

/** The documents for clerks that the site publishes, by their paths in `docs/`, with their paths on the site. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  'handbook.md': 'handbook/',
  'fields.md': 'handbook/fields/',
};

const FOLDER = 'docs';
const DOCS = resolve(FOLDER);
const PICTURES = 'handbook';

/** Files and folders of the project that the pages of the handbook are made from, with `/`. */
export const handbookSources: readonly string[] = [...Object.keys(DOCUMENTS), PICTURES].map(
  (name) => `${FOLDER}/${name}`,
);

/** A document as its page shows it. */
interface HandbookPage {
  path: string;
  title: string;
  contents: readonly { href: string; text: string }[];
  html: string;
}

export const handbookPaths: readonly string[] = Object.values(DOCUMENTS);

/** Gathers a document as a page: the same file that stands in the repository. */
export function handbookPage(edition: Edition, path: string): HandbookPage {
  const [file] = Object.entries(DOCUMENTS).find(([, one]) => one === path)!;
  return pageOf(edition, readFileSync(join(DOCS, file), 'utf8'), path);
}

/** The pictures of the handbook, by their names without `.png`. */
export const handbookPictures = (): readonly string[] =>
  readdirSync(join(DOCS, PICTURES)).map((name) => name.replace(/\.png$/u, ''));

/** A picture of the handbook, byte for byte. */
export const handbookPicture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(DOCS, PICTURES, `${name}.png`)));

function pageOf(edition: Edition, text: string, path: string): HandbookPage {
  const [, title, rest] = /^# (.+)\n([^]*)$/u.exec(text)!;
  const words = rest!.replace(/^<!-- .* -->\n/gmu, '');
  const headings = headingsOf(words);
  const body = words.replace(/\]\(#([^)]+)\)/gu, (link, anchor: string) => {
    const heading = headings.find(({ text: words }) => anchorOf(words) === anchor);
    return heading ? `](#${heading.id})` : link;
  });
  return {
    path,
    title: title!,
    contents: headings
      .filter(({ level }) => level === 2)
      .map(({ id, text: words }) => ({ href: `#${id}`, text: words })),
    html: focusable(whenNear(renderBody(withRuleLinks(body), (one) => published(edition, one)))),
  };
}

/** Where a file beside the documents is published. */
const published = (edition: Edition, file: string): string | undefined => {
  const path =
    DOCUMENTS[file] ?? (file.startsWith(`${PICTURES}/`) || file.startsWith('rules/') ? file : undefined);
  return path === undefined ? undefined : edition.address(path);
};

/** In the tables of codes, a rule's code leads to its page. */
const withRuleLinks = (text: string): string =>
  text.replace(/^\| (D\d{3}) \|/gmu, (cell, code: string) =>
    ruleWith(code) ? `| [${code}](${rulePath(code)}) |` : cell,
  );

/** A picture is fetched when a reader comes near it; its room is kept, so that nothing moves then. */
const whenNear = (html: string): string =>
  html.replace(/<img (?=src="[^"]*\/handbook\/([^"/]+\.png)")/gu, (_, name: string) => {
    const header = readFileSync(join(DOCS, PICTURES, name)).subarray(0, 24);
    return `<img loading="lazy" width="${header.readUInt32BE(16)}" height="${header.readUInt32BE(20)}" `;
  });

/** Long lines of an example scroll alone, so the keyboard must reach them. */
function focusable(html: string): string {
  let example = 0;
  return html.replace(
    /<pre>/gu,
    () => `<pre tabindex="0" role="region" aria-label="示例 ${(example += 1)}">`,
  );
}
