import { readLedger, type LedgerFiles } from '../../core/corpus/ledger-folder.ts';
import { loadSite } from '../../core/corpus/load.ts';
import { SettingsError } from '../../settings.ts';

export const NO_LEDGER = '这里还没有公开记录。要开始登记：npm run ledger -- start';

/** The ledger of a content folder. @throws {SettingsError} where there is none, or where it is lost */
export function keptLedger(contentDir: string): LedgerFiles {
  const files = readLedger(contentDir);
  if (files) return files;
  const name = loadSite(contentDir)?.ledger;
  throw new SettingsError(
    name === undefined
      ? NO_LEDGER
      : `站点设置里写着登记簿 ${name}，content/ledger 却没有了。从备份里放回来；不要重新开始，读者手里的回执会对不上。`,
  );
}
