import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSettings, SettingsError } from '../settings.ts';
import { PROJECT } from './build-lock.ts';
import { pack } from './offline/archive.ts';
import { contentFiles, packageFiles, productFiles, type PackedFile } from './offline/contents.ts';
import { NOTE, noteFor } from './offline/note.ts';
import { packagesFor, type Lock } from './offline/packages.ts';
import { platformOf, platformsHelp, type Platform } from './offline/platforms.ts';
import { withPackages } from './offline/source.ts';
import { readOptionsAlone } from './options.ts';
import { OFFLINE_MARKER, offlineMarkerFor } from './setup/offline.mjs';

const usage = `用法：npm run offline -- [--for 电脑] [--out 文件] [--with-content]

  做一个离线包：程序、它要用的程序包和 Node，都在一个压缩文件里。拿到不能上网的电脑上，解开就能用。
  --for 电脑       给哪一种电脑，不写就是本机这一种：
${platformsHelp.replaceAll(/^/gmu, '                 ')}
  --out 文件       写到哪里，不写就在当前文件夹里
  --with-content   把公告（content 文件夹）也放进去；不写就不放

  给另一种电脑做，要能上网：先把它的程序包取来。`;

/** `npm run offline`: packs the program for machines without network. */
export async function run(args: readonly string[]): Promise<number> {
  const values = readOptionsAlone(args, usage, {
    for: { type: 'string' },
    out: { type: 'string' },
    'with-content': { type: 'boolean', default: false },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const platform = platformOf(values.for);
  const product = readProduct();
  const folder = `zhangbang-${product.version}-${platform.name}`;
  const out = resolve(values.out ?? `${folder}${platform.ending}`);
  if (!out.endsWith(platform.ending))
    throw new SettingsError(
      `给 ${platform.name} 的离线包是 ${platform.ending} 文件：请把 --out 改成以它结尾的名字。`,
    );
  const content = values['with-content'] ? contentFiles(readSettings().contentDir) : [];
  const packages = packagesFor(product.packages, platform);
  const bytes = await withPackages(PROJECT, packages, platform, async (source) => {
    const all = [
      { path: NOTE, from: noteFor(platform, product.version, content.length > 0), mode: 0o644 },
      ...productFiles(PROJECT),
      ...content,
      ...packageFiles(source, packages),
      { path: OFFLINE_MARKER, from: Buffer.from(offlineMarkerFor(product.lock)), mode: 0o644 },
    ];
    const size = sizeOf(all);
    console.log(`正在打包（${all.length} 个文件，${megabytes(size)} MB）……`);
    await pack(out, folder, all);
    return size;
  });
  tell(out, platform, bytes);
  return 0;
}

/** The version of the program, and its lockfile as text and as packages. */
function readProduct(): { version: string; lock: string; packages: Lock } {
  const read = (name: string): string => readFileSync(join(PROJECT, name), 'utf8');
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const lock = read('package-lock.json');
  return { version, lock, packages: (JSON.parse(lock) as { packages: Lock }).packages };
}

/** @param bytes of what is in it */
function tell(out: string, { words }: Platform, bytes: number): void {
  console.log(`离线包：${out}，${megabytes(statSync(out).size)} MB，解开以后 ${megabytes(bytes)} MB。`);
  console.log(`给 ${words}。拷到那台电脑上解开，先看里面的“${NOTE}”。`);
}

const sizeOf = (files: readonly PackedFile[]): number =>
  files.reduce((sum, { from }) => sum + (typeof from === 'string' ? statSync(from).size : from.length), 0);

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);
