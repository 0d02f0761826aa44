import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { cosignatureLine } from '../../core/transparency-log/cosignature.ts';
import { auditLog } from '../../ledger/audit.ts';
import { NotVerifiable } from '../../ledger/audit/report.ts';
import { Unreachable } from '../../ledger/audit/source.ts';
import { addWitnesses } from '../../ledger/signing.ts';
import { newSeed } from '../../ledger/key.ts';
import {
  parseWitnessSigner,
  printWitnessSigner,
  witnessOf,
  type WitnessSigner,
} from '../../ledger/witness-key.ts';
import { readSettings, SettingsError } from '../../settings.ts';
import { replaceFile } from '../replace-file.ts';
import { sourceAt } from '../verify/source-at.ts';
import { keptLedger } from './kept.ts';
import type { Options } from './options.ts';

/**
 * Witnesses for another office that its ledger has only grown since this office looked last: prints the checkpoint with
 * a line of its own, and keeps it for the next time.
 */
export async function witness({ where, kept, key, name, add }: Options): Promise<number> {
  if (add !== undefined) return taken(add);
  if (key === undefined) throw new SettingsError('要写明见证用的钥匙文件：--key 文件');
  if (name !== undefined) return makeKey(key, name);
  if (where === undefined || kept === undefined)
    throw new SettingsError(
      '要写明看哪个网站、上一次看到的总摘要放在哪里：witness 网址 --kept 文件 --key 文件',
    );
  const signer = signerIn(key);
  const old = existsSync(kept) ? [{ name: basename(kept), text: readFileSync(kept, 'utf8') }] : [];
  try {
    const { faults, note, text } = await auditLog(sourceAt(where), old);
    if (faults.length > 0) {
      for (const fault of faults) console.error(`不一致  ${fault}`);
      console.error('没有见证。请把上一次留下的总摘要保管好，它是证据。');
      return 1;
    }
    const line = cosignatureLine(text, Math.floor(Date.parse(readSettings().now) / 1000), signer);
    mkdirSync(dirname(resolve(kept)), { recursive: true });
    if (existsSync(kept)) replaceFile(kept, Buffer.from(note + line));
    else writeFileSync(kept, note + line);
    if (old.length === 0) console.error('第一次看，没有以前的可以比；从这一次起留着。');
    process.stdout.write(note + line);
    return 0;
  } catch (reason) {
    if (!(reason instanceof NotVerifiable) && !(reason instanceof Unreachable)) throw reason;
    throw new SettingsError(`无法核验：${reason.message}。没有见证。`, { cause: reason });
  }
}

/** At the office that was witnessed: the lines of the witness stand behind the checkpoint from now on. */
function taken(file: string): number {
  const { contentDir } = readSettings();
  const problem = addWitnesses(contentDir, keptLedger(contentDir), textOf(file));
  if (problem !== undefined) throw new SettingsError(`${file} 没有收下：${problem}。`);
  console.log('见证的签名已经放在总摘要后面，下一次更新网站就看得到。');
  return 0;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new SettingsError(`读不到 ${file}。`, { cause });
  }
}

function signerIn(file: string): WitnessSigner {
  const signer = existsSync(file) ? parseWitnessSigner(readFileSync(file, 'utf8')) : undefined;
  if (!signer)
    throw new SettingsError(
      `${file} 不是见证用的钥匙。生成一把：npm run ledger -- witness --name 名称 --key 文件`,
    );
  return signer;
}

function makeKey(file: string, name: string): number {
  if (!/^[^\s+]+$/u.test(name))
    throw new SettingsError('--name 写见证单位的网址，例如 audit.example.gov.cn，不能有空格和加号');
  if (existsSync(file)) throw new SettingsError(`${file} 已经有了，没有动它。请换一个名字。`);
  const seed = newSeed();
  const signer = witnessOf(name, seed);
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, printWitnessSigner(signer, seed), { mode: 0o600, flag: 'wx' });
  console.log(`见证用的钥匙在 ${file}，只有您读得到。别人核对用的公钥：${signer.line}`);
  return 0;
}
