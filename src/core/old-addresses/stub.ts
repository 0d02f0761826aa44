import { bytesOf, isDeviceName, LONGEST_NAME } from '../file-name.ts';
import { escapeMarkup } from '../markup.ts';

/** Room for the ending of a compressed copy, `.gz`. */
const LONGEST_FILE = LONGEST_NAME - 3;

/** Longest path of a file within the site, in bytes: macOS takes 1,024 with the folder the site lies in. */
const LONGEST_PATH = 768;

/**
 * The file that answers an old address on a host without rules, from the root of the site: `jyxx/1.html`, or
 * `jyxx/1/index.html` for a folder. None for an address that no file can answer as HTML: one with a query, a
 * program's (`show.aspx`), one in GBK, or a name that a file system may understand in its own way or not take.
 */
export function stubFile(old: string): string | undefined {
  const path = decoded(old);
  if (path === undefined || !/^(\/[\p{L}\p{N}_~-][\p{L}\p{N}_.~-]*)+\/?$/u.test(path)) return undefined;
  const file = fileOf(path.slice(1));
  return file !== undefined && isOnEveryDisk(file) ? file : undefined;
}

function fileOf(name: string): string | undefined {
  if (/\.s?html?$/iu.test(name)) return name;
  return /\.[^/]*$/u.test(name) ? undefined : `${name.replace(/\/$/u, '')}/index.html`;
}

const isOnEveryDisk = (file: string): boolean =>
  bytesOf(file) <= LONGEST_PATH &&
  file
    .split('/')
    .every((name) => bytesOf(name) <= LONGEST_FILE && !name.endsWith('.') && !isDeviceName(name));

/** An address without its percent codes; none where they are not UTF-8, as those of GBK. */
function decoded(old: string): string | undefined {
  try {
    return decodeURI(old);
  } catch {
    return undefined;
  }
}

/** A page that sends its reader to what has moved within the site, and tells search engines its whole address. */
export function toStub(moved: { what: '公告' | '附件'; title: string; href: string; url: string }): string {
  const { what, title, href, url } = moved;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${what}已移到新网址</title>
<meta http-equiv="refresh" content="0; url=${escapeMarkup(href)}">
<link rel="canonical" href="${escapeMarkup(url)}">
</head>
<body>
<main>
<h1>${what}已移到新网址</h1>
<p><a href="${escapeMarkup(href)}">${escapeMarkup(title)}</a></p>
</main>
</body>
</html>
`;
}
