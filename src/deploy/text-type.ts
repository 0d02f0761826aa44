/** Types of text files by their extensions. Each is in UTF-8, which browsers guess wrongly for Chinese. */
const TEXT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  jsonld: 'application/ld+json',
  xml: 'application/xml',
  opml: 'text/x-opml',
  svg: 'image/svg+xml',
  ics: 'text/calendar',
  csv: 'text/csv',
  txt: 'text/plain',
  md: 'text/markdown',
  webmanifest: 'application/manifest+json',
};

/** The type of a text file with its encoding; nothing for any other file. */
export function textTypeOf(extension: string): string | undefined {
  const type = TEXT_TYPES[extension];
  return type && `${type}; charset=utf-8`;
}
