import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { loadSite } from '../../core/corpus/load.ts';
import { toBase64 } from '../../core/transparency-log/base64.ts';
import { printVerifierKey } from '../../core/transparency-log/note.ts';
import { newSeed, printSignerKey, signerOf } from '../../ledger/key.ts';
import { readSettings, SettingsError } from '../../settings.ts';
import { refuseNoFolder } from '../content-dir.ts';
import { NO_LEDGER } from './kept.ts';
import type { Options } from './options.ts';

/** Makes a key for the ledger. */
export async function keygen({ out }: Options): Promise<number> {
  const { contentDir } = readSettings();
  refuseNoFolder(contentDir);
  const name = loadSite(contentDir)?.ledger;
  if (name === undefined) throw new SettingsError(NO_LEDGER);
  if (out === undefined) throw new SettingsError('要写明钥匙文件放在哪里：--out 文件');
  const file = resolve(out);
  refuseWithin(file, contentDir);
  if (existsSync(file)) throw new SettingsError(`${file} 已经有了，没有动它。请换一个名字。`);
  const seed = newSeed();
  const { key } = signerOf(name, seed);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, printSignerKey(key, seed), { mode: 0o600, flag: 'wx' });
  console.log(told(file, printVerifierKey(key), toBase64(seed)));
  return Promise.resolve(0);
}

/** What lies in the content folder is published, sooner or later. */
export function refuseWithin(file: string, contentDir: string): void {
  const path = relative(contentDir, file);
  if (path !== '' && !path.startsWith(`..${sep}`) && path !== '..' && resolve(contentDir, path) === file)
    throw new SettingsError('钥匙不能放在内容文件夹里，别人会拿到。请放到外面。');
}

const told = (file: string, vkey: string, seed: string): string =>
  [
    `钥匙在 ${file}，只有你读得到。发布网站的机器上写 LEDGER_KEY=${file}。`,
    ...(process.platform === 'win32' ? ['Windows 上请在文件的“安全”里看看，别人是不是也读得到。'] : []),
    `抄在纸上、锁进保险柜的 44 个字符（只显示这一次）：${seed}`,
    `别人核对用的公钥：${vkey}`,
  ].join('\n');
