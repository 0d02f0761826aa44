import { posix } from 'node:path';
import ts from 'typescript';
import { wideAsks } from './edition-alone.ts';

/** A source file, by its path from the project's root with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Breach {
  readonly file: string;
  /** 1-based; 1 for a breach of the file's name. */
  readonly line: number;
  readonly what: string;
  readonly rule: string;
  readonly repair: string;
}

interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** What a room may import from the project. `types` names rooms of which it may know the types alone. */
interface Room {
  readonly knows: readonly string[];
  readonly types?: readonly string[];
}

const vocabulary = ['core/announcement', 'core/calendar', 'core/diagnostic'];
const encoder: Room = {
  knows: [...vocabulary, 'core/body', 'core/markup'],
  types: ['core/corpus', 'core/project'],
};
const everythingInCore = 'core';

/** The rooms of the house in the order of design: a room missing here is a mistake until it is written down. */
export const rooms: Readonly<Record<string, Room>> = {
  'core/announcement': { knows: ['core/file-name'] },
  'core/calendar': { knows: [] },
  'core/diagnostic': { knows: [] },
  // What a failing program was busy with.
  'core/failure': { knows: [] },
  // Which names every file system takes, and which are one name to some.
  'core/file-name': { knows: [] },
  // A text as XML and HTML can hold it.
  'core/markup': { knows: [] },
  // Where a line of text may end.
  'core/typesetting': { knows: ['core/markup'] },
  'core/privacy': { knows: ['core/announcement'] },
  // What words cannot mean, and how far dates lie apart.
  'core/wording': { knows: vocabulary },
  // What the publishing machine says of itself, beside the site: a page, the desk and every command read it by this.
  'core/publishing': { knows: ['core/diagnostic'] },
  'core/report': { knows: ['core/diagnostic', 'core/privacy'] },
  // Bodies and fields refuse the same characters, by one table.
  'core/body': { knows: ['core/announcement', 'core/diagnostic'] },
  'core/screen/browser': { knows: ['core/announcement'] },
  // What is being read out in a room: from a spreadsheet, and as a screen takes it.
  'core/live': { knows: ['core/announcement', 'core/live/browser', 'core/screen/browser'] },
  'core/live/browser': { knows: ['core/announcement', 'core/screen/browser'] },
  // What is open, near or over at a moment: the build, the lobby and a reader's browser decide it by this one file.
  'core/status': { knows: ['core/announcement'] },
  // Whom to tell of a hole in the site.
  'core/security-txt': { knows: ['core/announcement'] },
  // 政府信息公开: the catalogue's form, its order, what its items are held against, and the annual report on it.
  'core/disclosure': { knows: vocabulary },
  'core/corpus': {
    knows: [
      ...vocabulary,
      'core/disclosure',
      'core/screen/browser',
      'core/file-name',
      'core/kiosk',
      'core/security-txt',
    ],
  },
  // What a code objects to and what it lets pass, as words; whoever explains a code shows them.
  'core/code-examples': { knows: [] },
  'core/rules': { knows: [...vocabulary, 'core/code-examples'] },
  // What announcements say that is possible and hardly meant, beside the law.
  'core/plausible': { knows: [...vocabulary, 'core/rules'] },
  // 例外: lets an announcement answer for a finding.
  'core/exceptions': { knows: vocabulary },
  'core/project': { knows: vocabulary },
  // What is published, as one value: everything below asks it and nothing reaches back.
  'core/edition': {
    knows: ['core/announcement', 'core/changes', 'core/listing'],
    types: ['core/calendar', 'core/corpus', 'core/exceptions', 'core/ledger', 'core/project', 'core/rules'],
  },
  // How the screens are, from what they tell the web server; a browser needs none of it.
  'core/health': { knows: ['core/announcement', 'core/screen/browser', 'core/markup'] },
  // Which room of the centre a place names: boards, doors and live tables.
  'core/rooms': { knows: [], types: ['core/corpus'] },
  // What a lobby screen shows; what a browser too can run of it is in its folder `browser`.
  'core/screen': {
    knows: [
      'core/announcement',
      'core/calendar',
      'core/changes',
      'core/screen/browser',
      'core/listing',
      'core/qr',
      'core/rooms',
      'core/status',
      'core/typesetting',
    ],
    types: ['core/corpus', 'core/edition'],
  },
  // What stands in attachments; takes the looking as an argument, so that a page that loads content starts no thread.
  'core/attached': { knows: [...vocabulary, 'core/corpus', 'core/privacy'] },
  'core/check': {
    knows: [
      ...vocabulary,
      'core/attached',
      'core/body',
      'core/corpus',
      'core/disclosure',
      'core/edition',
      'core/privacy',
      'core/rules',
      'core/exceptions',
      'core/kiosk',
      'core/ledger',
      'core/project',
      'core/old-addresses',
      'core/screen',
      'core/plausible',
      'core/wording',
    ],
  },
  // A form that is being filled: what was answered, what is proposed, the file that is written.
  'core/drafting': { knows: [...vocabulary] },
  // The file that a clerk wrote, with other answers in it: what is not changed stays byte for byte.
  'core/rewrite': { knows: [...vocabulary, 'core/corpus', 'core/drafting'] },
  // What an archive proposes to who writes the next announcement: at the terminal and at the desk.
  'core/proposals': {
    knows: ['core/announcement', 'core/drafting', 'core/rules', 'core/screen'],
    types: ['core/check', 'core/corpus', 'core/diagnostic'],
  },
  // What the desk's server and its page say to each other, and what a body is cut into to be written in.
  'core/desk': { knows: [...vocabulary, 'core/body', 'core/drafting', 'core/import', 'core/wording'] },
  // What comes from elsewhere, an old page, a Word file, a clipboard: its tree, its body in our dialect, its values.
  'core/import': { knows: [...vocabulary, 'core/body', 'core/drafting', 'core/privacy'] },
  // Where the old site's addresses lead: maps for web servers, pages in old places.
  'core/old-addresses': {
    knows: [
      'core/announcement',
      'core/diagnostic',
      'core/file-name',
      'core/markup',
      'core/old-addresses/browser',
    ],
  },
  'core/old-addresses/browser': { knows: [] },
  'core/mend': { knows: ['core/body', 'core/corpus'], types: ['core/announcement'] },
  'core/listing': { ...encoder, knows: [...encoder.knows, 'core/failure', 'core/status'] },
  // What a browser too can run: the forms of text and the catalogue; the build gathers in site/search.
  'core/search': { knows: ['core/announcement', 'core/status'], types: ['core/listing'] },
  // Units under all their spellings, what each has done, and of whom a page may be made.
  'core/party': { knows: ['core/announcement'] },
  // What a kiosk's browser runs: finding by tapped keys; no table of pinyin, which is core/pinyin's.
  'core/kiosk': {
    knows: ['core/announcement', 'core/screen/browser', 'core/search', 'core/status'],
    types: ['core/corpus'],
  },
  // Other ways to ask what found little: simplified characters, synonyms, sounds, slips.
  'core/query-expansion': { knows: ['core/announcement', 'core/kiosk', 'core/search'] },
  // Traditional characters and their simplified ones. The table of its words weighs 1 MB, so the build asks it too.
  'core/simplified': { knows: ['core/query-expansion'] },
  // How Chinese is read. Its tables weigh 324 KB, so the build asks it and a browser gets what comes out.
  'core/pinyin': { knows: ['core/kiosk'], types: ['core/search'] },
  // Shapes of charts from numbers: no word of the field, so that any page can draw.
  'core/chart': { knows: [] },
  // Looks back at what was known at the end of a year, so it links the announcements up to then by itself.
  'core/statistics': {
    knows: [...vocabulary, 'core/listing', 'core/project'],
    types: ['core/corpus', 'core/status'],
  },
  'core/feeds': { ...encoder, types: ['core/corpus', 'core/project', 'core/listing'] },
  // The dates of an announcement as events of a calendar; core/calendar counts days and knows no announcement.
  'core/agenda': encoder,
  // What changed in what was published, as a list of its own.
  'core/changes': encoder,
  'core/open-data': { ...encoder, types: [...(encoder.types ?? []), 'core/listing', 'core/table'] },
  // 长辈模式, for the head of a page and for the browser.
  'core/care': { knows: [] },
  // Any table: what its columns are; as text that no spreadsheet takes for a formula; as a workbook.
  'core/table': { knows: ['core/announcement'] },
  'core/csv': { knows: ['core/table'] },
  // What programs are told of a table: CSV on the Web, a data package.
  'core/table-description': { knows: [], types: ['core/table'] },
  'core/xlsx': { knows: ['core/announcement', 'core/markup', 'core/table'] },
  // Files in one, to be downloaded together.
  'core/stored-zip': { knows: [] },
  // An address as a drawing, for paper.
  'core/qr': { knows: ['core/png'] },
  // A picture of black and white squares.
  'core/png': { knows: [] },
  // What is handed out beyond the site: sheets for the notice board, a digest for other platforms.
  'core/handout': {
    knows: [
      'core/announcement',
      'core/markup',
      'core/qr',
      'core/report',
      'core/search',
      'core/status',
      'core/typesetting',
    ],
    types: ['core/edition', 'core/listing'],
  },
  'core/versions': { knows: ['core/announcement'] },
  // Files for a platform above, by a mapping of its fields.
  'core/platform': { knows: [...vocabulary] },
  // A contracting process as open data: each release is of a version of an announcement, as it was known then.
  'core/ocds': { ...encoder, knows: [...encoder.knows, 'core/versions'] },
  // What is sold and let, whose money comes in: OCDS has no place for a seller.
  'core/disposals': { ...encoder, types: [...(encoder.types ?? []), 'core/table'] },
  // What was published, and whether it still says the same.
  // A log that only grows and proves it (RFC 6962, C2SP), whatever it holds; a reader's browser verifies by it too.
  'core/transparency-log': { knows: [] },
  'core/ledger': {
    ...encoder,
    knows: [...encoder.knows, 'core/ledger/browser', 'core/transparency-log', 'core/versions'],
  },
  // Holds a receipt against what a reader has: nothing that weighs, since a page brings it.
  'core/ledger/browser': { knows: ['core/transparency-log'] },
  // Handbooks, schemas for editors and templates, derived from the fields, the codes, the rules and the limits.
  'core/handbook': {
    knows: [...vocabulary, 'core/body', 'core/corpus', 'core/disclosure', 'core/live', 'core/rules'],
  },
  settings: { knows: [] },
  // Which program this is: a fact of package.json, for pages, commands and what they write.
  version: { knows: ['package'] },
  // Renames and removes files while another program has them open, as Windows makes necessary; who may, uses it.
  patience: { knows: [] },
  // Binds core to this run; `site/content` loads, so it is for those who gather, not for those who print.
  site: { knows: ['site', everythingInCore, 'settings', 'version'] },
  'content.config': { knows: [everythingInCore, 'settings', 'site'] },
  // Carries a finished site elsewhere: bytes and files, whatever stands in them.
  mirror: { knows: ['core/file-name', 'core/publishing', 'patience'] },
  // What is remembered from one run to the next, so that a run does only what has changed.
  build: { knows: [everythingInCore, 'mirror', 'patience', 'settings', 'site'] },
  // Carries it to storage that others serve, file by file: in which order, by the mirror's list of files.
  deploy: { knows: ['core/publishing', 'mirror', 'patience'] },
  // The office: a repository of content, publishing from it, what the publishing machine says of itself. Locks and files
  // that are there whole or not at all are the mirror's.
  office: { knows: [everythingInCore, 'mirror', 'patience', 'settings'] },
  // The desk: a local server for those who write and review. Nothing knows it but the command that starts it.
  desk: {
    knows: [
      everythingInCore,
      // Renders the page that is looked at before it is published, and carries no state of the site's own builds.
      'build',
      'importer',
      'office',
      'patience',
      'settings',
      'site/address',
    ],
  },
  // The ledger on this machine: what it recalls to a check, and how it grows.
  ledger: { knows: [everythingInCore, 'mirror', 'patience'], types: ['build'] },
  // Answers questions about a finished site over HTTP; it reads the site's files and knows no content.
  'search-server': { knows: ['core/announcement', 'core/search', 'core/status', 'patience'] },
  cli: {
    knows: [
      everythingInCore,
      'build',
      'patience',
      'settings',
      'site',
      'importer',
      'integrations',
      'mirror',
      'deploy',
      'desk',
      'ledger',
      'office',
      'search-server',
      'version',
    ],
  },
  importer: { knows: [everythingInCore, 'patience'] },
  integrations: { knows: [everythingInCore, 'build', 'settings', 'site'] },
  pages: { knows: [everythingInCore, 'settings', 'site', 'layouts', 'components', 'client', 'styles'] },
  layouts: {
    knows: [
      'core/care',
      'core/live/browser',
      'core/screen/browser',
      'site/address',
      'site/columns',
      'site/frame',
      'site/policy',
      'site/structured-data',
      'components',
      'client',
      'fonts',
      'styles',
    ],
    types: [everythingInCore, 'site'],
  },
  components: {
    knows: [
      ...vocabulary,
      'core/body',
      'core/chart',
      'core/live/browser',
      'core/screen/browser',
      'core/listing',
      'core/statistics',
      'core/status',
      'core/markup',
      'core/typesetting',
      'site/address',
      'site/columns',
      'site/structured-data',
      'client',
      'styles',
    ],
    types: [everythingInCore, 'site'],
  },
  client: {
    knows: [
      ...vocabulary,
      'core/care',
      'core/live/browser',
      'core/screen/browser',
      'core/kiosk',
      'core/ledger/browser',
      'core/old-addresses/browser',
      'core/publishing',
      'core/query-expansion',
      'core/search',
      'core/status',
      'core/transparency-log',
    ],
    types: [everythingInCore],
  },
  // The desk's screens: of no page of the site; it fills forms by the same functions as the command line.
  'client/desk': { knows: [...vocabulary, 'core/body', 'core/desk', 'core/drafting', 'styles'] },
  // Licensed by their own terms, which lie beside them.
  fonts: { knows: [] },
  styles: { knows: [] },
};

/** Parts from npm that core is built on. Astro is not one of them. */
const partsOfCore = [
  '@astrojs/rss',
  '@cantoo/pdf-lib',
  '@zip.js/zip.js',
  'css-select',
  'csv-parse',
  'csv-stringify',
  'd3-scale',
  'd3-shape',
  'domhandler',
  'exifreader',
  'fastest-levenshtein',
  'fflate',
  'file-type',
  'get-east-asian-width',
  'gray-matter',
  'hucre',
  'ical-generator',
  'libarchive-wasm',
  'markdown-it',
  'opencc-js',
  'parse5',
  'parse5-htmlparser2-tree-adapter',
  'pinyin-pro',
  'qr',
  'unpdf',
  'yaml',
  'zod',
];

/** Rooms that may keep a database: its tables are a fact of theirs alone. */
const roomsWithDatabase = ['build', 'search-server'];

/** Modules of Node that only compute; the disk is for core/corpus. */
const pureModules = ['node:crypto', 'node:path/posix', 'node:util'];
const diskModules = ['node:fs', 'node:fs/promises', 'node:path', 'node:worker_threads'];

const namesWithoutSubject = /^(utils?|helpers?|misc|common)(\.|$)/;

/** A file with the program text in it, parsed once. */
interface ParsedFile extends SourceFile {
  readonly sources: readonly ts.SourceFile[];
  readonly imports: readonly Import[];
}

/** Every breach of the rooms and of the direction of dependence in the given files of src/. */
export function findBreaches(files: readonly SourceFile[]): readonly Breach[] {
  const parsed = files.map(read);
  return [
    ...parsed.flatMap((file) => [
      ...checkName(file),
      ...file.imports.flatMap((imported) => checkImport(file, imported)),
      ...(roomOf(file.path).startsWith('core/') ? checkEdges(file) : []),
      ...(asksEditionAlone(file.path) ? checkAsked(file) : []),
    ]),
    ...[...Map.groupBy(parsed, ({ path }) => roomOf(path)).values()].flatMap(checkCircles),
  ];
}

/** A breach as one reads it in the output of the tests. */
export function describeBreach({ file, line, what, rule, repair }: Breach): string {
  return `${file}:${line} ${what}\n  rule: ${rule}\n  repair: ${repair}`;
}

/**
 * `src/core/corpus/tree.ts` lies in core/corpus, `src/core/check.ts` in core/check, `src/cli/main.ts` in cli; what a
 * browser too can run of a room is a room of its own; so are the screens of the desk.
 */
function roomOf(path: string): string {
  const [first = '', second = '', third = ''] = path.replace(/^src\//, '').split('/');
  if (first === 'core' && third === 'browser') return `${first}/${second}/${third}`;
  if (first === 'client' && second === 'desk') return 'client/desk';
  return (['core', 'site'].includes(first) ? `${first}/${second}` : first).replace(/(\.d)?\.\w+$/, '');
}

function lookUp(room: string): Room | undefined {
  return rooms[room] ?? (room.startsWith('site/') ? rooms['site'] : undefined);
}

function checkName({ path }: SourceFile): readonly Breach[] {
  const breaches: Breach[] = [];
  const nameless = path.split('/').find((part) => namesWithoutSubject.test(part));
  if (nameless) {
    breaches.push({
      file: path,
      line: 1,
      what: `is named “${nameless}”`,
      rule: 'a file or folder carries the name of its subject; there is no utils, helpers, misc or common',
      repair: 'name it after what the things in it are about, or move each to the room it serves',
    });
  }
  if (!lookUp(roomOf(path))) {
    breaches.push({
      file: path,
      line: 1,
      what: `lies in a room that is not known: ${roomOf(path)}`,
      rule: 'every room is listed in tests/rooms.ts with what it may know',
      repair:
        'move the file to the room of its subject, or add the room to the list with a reason in the commit',
    });
  }
  return breaches;
}

function checkImport({ path }: SourceFile, { specifier, line, typeOnly }: Import): readonly Breach[] {
  const room = roomOf(path);
  const breach = (rule: string, repair: string): readonly Breach[] => [
    { file: path, line, what: `imports ${typeOnly ? 'types of ' : ''}${specifier}`, rule, repair },
  ];
  if (specifier.startsWith('.')) {
    const target = roomOf(posix.join(posix.dirname(path), specifier));
    const { knows, types } = lookUp(room) ?? { knows: [] };
    const reaches = (names: readonly string[] = []) =>
      names.some((name) => name === target || (target.startsWith(`${name}/`) && target !== 'client/desk'));
    if (target === room || reaches(knows) || (typeOnly && reaches(types))) return [];
    const typesOnly = reaches(types) ? `; of ${target} it knows the types alone (import type)` : '';
    return breach(
      `${room} may know ${knows.length === 0 ? 'nobody' : knows.join(', ')}${typesOnly}`,
      'hand the value in as an argument from the room that knows both, or move the code to the room it serves',
    );
  }
  if (room.startsWith('client') && specifier.startsWith('node:')) {
    return breach(
      'client/ runs in a browser, which has no Node',
      'compute it in the build and hand it to the page',
    );
  }
  if (specifier === 'node:sqlite' && !roomsWithDatabase.includes(room)) {
    return breach(
      `only ${roomsWithDatabase.join(' and ')} may keep a database`,
      'ask one of its functions for what the tables say',
    );
  }
  if (!room.startsWith('core/')) return [];
  if (specifier.startsWith('node:')) {
    if (pureModules.includes(specifier)) return [];
    if (diskModules.includes(specifier) && room === 'core/corpus') return [];
    return breach(
      'core is plain TypeScript; only core/corpus opens files',
      'let core/corpus read it, or take the text as an argument',
    );
  }
  const part = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (partsOfCore.includes(part)) return [];
  return breach(
    `core imports nothing outside core but named parts: ${partsOfCore.join(', ')}`,
    'do it at the edge (cli, pages, integrations), or add the part to tests/rooms.ts with the reason in the commit',
  );
}

/** Every circle of imports among the files of one room, types too. */
function checkCircles(room: readonly ParsedFile[]): readonly Breach[] {
  const breaches: Breach[] = [];
  const paths = new Set(room.map(({ path }) => path));
  let left = withoutEnds(new Map(room.map((file) => [file.path, neighboursOf(file, paths)])));
  while (left.size > 0) {
    const circle = firstCircle(left);
    const { to, line } = left.get(circle[0]!)!.find(({ to }) => to === circle[1 % circle.length])!;
    breaches.push({
      file: circle[0]!,
      line,
      what: `imports ${to}, which leads back: ${[...circle, circle[0]].join(' → ')}`,
      rule: 'no file needs itself in order to be understood: imports within a room run one way, types too',
      repair: 'move what both need, often a type, to a file of its own, or hand it in as an argument',
    });
    left = withoutEnds(new Map([...left].filter(([path]) => !circle.includes(path))));
  }
  return breaches;
}

interface Neighbour {
  readonly to: string;
  readonly line: number;
}

const neighboursOf = ({ path, imports }: ParsedFile, paths: ReadonlySet<string>): readonly Neighbour[] =>
  imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, line }) => ({ to: posix.join(posix.dirname(path), specifier), line }))
    .filter(({ to }) => paths.has(to));

/** The files from which a circle can be reached, each with those of its imports from which one can. */
function withoutEnds(
  files: ReadonlyMap<string, readonly Neighbour[]>,
): ReadonlyMap<string, readonly Neighbour[]> {
  const left = new Map(
    [...files]
      .map(([path, imports]) => [path, imports.filter(({ to }) => files.has(to))] as const)
      .filter(([, imports]) => imports.length > 0),
  );
  return left.size === files.size ? left : withoutEnds(left);
}

/** Follows the first import of each file, until the way meets itself; none of the files is an end. */
function firstCircle(files: ReadonlyMap<string, readonly Neighbour[]>): readonly string[] {
  const way = [[...files.keys()][0]!];
  while (true) {
    const next = files.get(way.at(-1)!)![0]!.to;
    if (way.includes(next)) return way.slice(way.indexOf(next));
    way.push(next);
  }
}

/** Those who say what pages show; `site/content` binds the edition to the run. */
const asksEditionAlone = (path: string): boolean =>
  /^src\/(?:pages|layouts|components|site)\//u.test(path) && roomOf(path) !== 'site/content';

const checkAsked = (file: ParsedFile): readonly Breach[] =>
  file.sources.flatMap((source) =>
    wideAsks(source).map((node) => ({
      file: file.path,
      line: lineOf(source, node),
      what: 'takes more than the edition from loadContent()',
      rule: 'a page asks the edition alone: what it was made from is noted there, and a build of what changed has not read the rest',
      repair:
        'const { edition } = loadContent(), and a question or a view of the edition (src/site/views.ts)',
    })),
  );

/** The clock, the environment, chance and the network enter at the edge of the house, never in core. */
function checkEdges(file: ParsedFile): readonly Breach[] {
  return file.sources.flatMap((source) => {
    const breaches: Breach[] = [];
    visit(source, (node) => {
      const what = edgeUsed(node);
      if (!what) return;
      breaches.push({
        file: file.path,
        line: lineOf(source, node),
        what: `uses ${what}`,
        rule: 'core is a function of its arguments: no clock, no environment, no chance, no network',
        repair:
          'take the value (now, settings, the text) as an argument; src/settings.ts reads it at the edge',
      });
    });
    return breaches;
  });
}

function edgeUsed(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length)
    return 'new Date()';
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'Date()';
  if (ts.isCallExpression(node) && isNamed(node.expression, 'fetch')) return 'fetch()';
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  if (isNamed(node.expression, 'process')) return `process.${node.name.text}`;
  return ['Date.now', 'Temporal.Now', 'performance.now', 'Math.random'].find((name) => {
    const [object = '', property = ''] = name.split('.');
    return isNamed(node.expression, object) && node.name.text === property;
  });
}

function isNamed(node: ts.Node, name: string): boolean {
  return (
    (ts.isIdentifier(node) && node.text === name) ||
    (ts.isPropertyAccessExpression(node) && isNamed(node.expression, 'globalThis') && node.name.text === name)
  );
}

function read(file: SourceFile): ParsedFile {
  const sources = parse(file);
  return { ...file, sources, imports: sources.flatMap(importsIn) };
}

function importsIn(source: ts.SourceFile): readonly Import[] {
  const imports: Import[] = [];
  visit(source, (node) => {
    const found = importIn(node);
    if (found) imports.push({ ...found, line: lineOf(source, node) });
  });
  return imports;
}

/** Static and dynamic imports, re-exports and `import('…')` as a type. */
function importIn(node: ts.Node): Omit<Import, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) return from(node.moduleSpecifier, isTypeImport(node.importClause));
  if (ts.isExportDeclaration(node)) return from(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return from(node.argument.literal, true);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return from(node.arguments[0], false) ?? { specifier: node.getText(), typeOnly: false };
  }
  return undefined;
}

function from(node: ts.Node | undefined, typeOnly: boolean): Omit<Import, 'line'> | undefined {
  return node && ts.isStringLiteralLike(node) ? { specifier: node.text, typeOnly } : undefined;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    !clause.name &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

/** The program text in a file: of an Astro component its front matter and its scripts, each on its own lines. */
export function parse({ path, text }: SourceFile): readonly ts.SourceFile[] {
  if (!/\.(astro|[cm]?[jt]s|tsx)$/.test(path)) return [];
  const scripts = path.endsWith('.astro')
    ? [...text.matchAll(/^\s*---\n(.*?)^---|<script[^>]*>(.*?)<\/script>/dgms)]
    : [];
  const parts = path.endsWith('.astro')
    ? scripts.map(({ indices }) => blankOutside(text, indices?.[1] ?? indices?.[2] ?? [0, 0]))
    : [text];
  const end = path.endsWith('.tsx') ? 'tsx' : 'ts';
  return parts.map((part) => ts.createSourceFile(`${path}.${end}`, part, ts.ScriptTarget.Latest, true));
}

/** Keeps every line break, so that line numbers stay those of the file. */
function blankOutside(text: string, [start, end]: [number, number]): string {
  return text.slice(0, start).replace(/[^\n]/g, ' ') + text.slice(start, end);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
