import { readFileSync } from 'node:fs';
import { readLedger } from '../../core/corpus/ledger-folder.ts';
import { loadSite } from '../../core/corpus/load.ts';
import { parseVerifierKey } from '../../core/transparency-log/note.ts';
import { digestBytes } from '../../core/corpus/digest.ts';
import { parseSignerKey, type Signer } from '../../ledger/key.ts';
import { signLedger } from '../../ledger/signing.ts';
import { SettingsError, type Settings } from '../../settings.ts';

/** Signs what was registered, where there is a key; says so. @throws {SettingsError} for a key that is not that of the ledger */
export function signed({ contentDir, ledgerKey }: Pick<Settings, 'contentDir' | 'ledgerKey'>): void {
  if (ledgerKey === undefined) return;
  const files = readLedger(contentDir);
  if (!files) return;
  const signer = signerFor(contentDir, ledgerKey);
  const count = signLedger(contentDir, files, signer);
  if (count > 0) console.log(`签了名，新签 ${count} 条。`);
}

/** The signer of the ledger in a content folder. @throws {SettingsError} for a file with another key, or none */
export function signerFor(contentDir: string, file: string): Signer {
  const signer = signerIn(file);
  refuseOther(signer, readLedger(contentDir)?.vkey, loadSite(contentDir)?.ledger);
  return signer;
}

/** @throws {SettingsError} where the file is no key; the key itself is never printed */
function signerIn(file: string): Signer {
  const signer = parseSignerKey(textOf(file));
  if (!signer) throw new SettingsError(`LEDGER_KEY 写的 ${file} 不是签名用的钥匙，没有签名。`);
  return signer;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new SettingsError(`读不到 LEDGER_KEY 写的钥匙文件 ${file}，没有签名。`, { cause });
  }
}

function refuseOther({ key }: Signer, vkey: string | undefined, name: string | undefined): void {
  if (name !== undefined && key.name !== name)
    throw new SettingsError(`钥匙 ${key.keyId} 是 ${key.name} 的，登记簿是 ${name}，没有签名。`);
  // The first line is the key that signs now; those below are of earlier times.
  const own = vkey === undefined ? undefined : parseVerifierKey(digestBytes, vkey.split('\n')[0]!);
  if (vkey !== undefined && own?.keyId !== key.keyId)
    throw new SettingsError(
      `钥匙 ${key.keyId} 不是这份记录的钥匙${own ? `（${own.keyId}）` : ''}，没有签名。请核对 LEDGER_KEY。`,
    );
}
