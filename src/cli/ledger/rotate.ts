import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { toBase64 } from '../../core/transparency-log/base64.ts';
import { printVerifierKey } from '../../core/transparency-log/note.ts';
import { newSeed, printSignerKey, signerOf } from '../../ledger/key.ts';
import { rotateKey } from '../../ledger/rotating.ts';
import { readSettings, SettingsError } from '../../settings.ts';
import { keptLedger } from './kept.ts';
import { refuseWithin } from './keygen.ts';
import type { Options } from './options.ts';
import { signed, signerFor } from './signed.ts';

/** Hands the ledger over to a new key; the old one is needed for it, once. */
export async function rotate({ out }: Options): Promise<number> {
  const settings = readSettings();
  const { contentDir, ledgerKey } = settings;
  if (ledgerKey === undefined) throw new SettingsError('换钥匙要用现在的钥匙：LEDGER_KEY 写现在的钥匙文件。');
  if (out === undefined) throw new SettingsError('要写明新的钥匙文件放在哪里：--out 文件');
  const file = resolve(out);
  refuseWithin(file, contentDir);
  if (existsSync(file)) throw new SettingsError(`${file} 已经有了，没有动它。请换一个名字。`);
  if (keptLedger(contentDir).vkey === undefined)
    throw new SettingsError('这份记录还没有签过名，用不着换钥匙：直接用新的。');
  // What is not signed yet is signed by the old key.
  signed(settings);
  const files = keptLedger(contentDir);
  const old = signerFor(contentDir, ledgerKey);
  const seed = newSeed();
  const fresh = signerOf(old.key.name, seed);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, printSignerKey(fresh.key, seed), { mode: 0o600, flag: 'wx' });
  rotateKey(contentDir, files, { old, fresh });
  console.log(told(file, printVerifierKey(fresh.key), toBase64(seed)));
  return Promise.resolve(0);
}

const told = (file: string, vkey: string, seed: string): string =>
  [
    `换好了：现在的总摘要新旧两把钥匙都签了。以后 LEDGER_KEY=${file}，旧的钥匙文件不要再用。`,
    `抄在纸上、锁进保险柜的 44 个字符（只显示这一次）：${seed}`,
    `新的公钥：${vkey}`,
    '旧的公钥还留在网站上：以前的回执要用它核对。',
  ].join('\n');
