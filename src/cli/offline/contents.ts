import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { PACKED } from '../../office/starter/brought.ts';
import { isSpare, type WantedPackage } from './packages.ts';

/** A file of the archive. */
export interface PackedFile {
  /** In the archive, with forward slashes. */
  readonly path: string;
  /** Where it lies, or its bytes. */
  readonly from: string | Buffer;
  /** Rights, as Unix has them. */
  readonly mode: number;
}

/** What of the project goes along. Nothing else does: beside it may lie keys, drafts and lists of what was published. */
const PRODUCT = [
  ...['src', 'public', 'docs', '.githooks', '.vscode'],
  ...[
    'package.json',
    'package-lock.json',
    'astro.config.mjs',
    'tsconfig.json',
    '.gitattributes',
    '.gitignore',
  ],
  ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'LICENSE'],
  ...['张榜.cmd', 'zhangbang.sh', 'zhangbang.desktop'],
];

/** The program itself, with what of the sample every new site and every upgrade takes from it. */
export const productFiles = (project: string): readonly PackedFile[] => [
  ...PRODUCT.flatMap((name) => filesAt(join(project, name), name)),
  ...['calendar', 'pages'].flatMap((name) => filesAt(join(project, 'content', name), `${PACKED}/${name}`)),
];

/** The content, without what programs keep beside it. */
export const contentFiles = (contentDir: string): readonly PackedFile[] =>
  filesAt(contentDir, 'content').filter(({ path }) => !/\/\.(?:git|cache)\//u.test(path));

/** What the program runs with, without the spare parts of packages. */
export const packageFiles = (folder: string, packages: readonly WantedPackage[]): readonly PackedFile[] =>
  packages.flatMap((wanted) =>
    filesAt(join(folder, wanted.path), wanted.path).filter(({ path }) => {
      const file = path.slice(wanted.path.length + 1);
      // Packages within a package are wanted or not by themselves.
      return !file.startsWith('node_modules/') && !isSpare(wanted, file);
    }),
  );

/** The files of a folder, or the one file of that name; none where nothing is. */
function filesAt(place: string, name: string): readonly PackedFile[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [fileAt(place, name)];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => fileAt(file, `${name}/${relative(place, file).split(sep).join('/')}`))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const fileAt = (file: string, path: string): PackedFile => ({
  path,
  from: file,
  mode: isProgram(file) ? 0o755 : 0o644,
});

/** A disk of Windows remembers nothing of what may be run. */
const isProgram = (file: string): boolean =>
  (statSync(file).mode & 0o111) !== 0 || file.endsWith('.sh') || basename(file) === 'node';
