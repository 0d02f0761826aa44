import { register } from '../../ledger/registering.ts';
import { askGit } from '../../office/git.ts';
import { readSettings, SettingsError, type Settings } from '../../settings.ts';
import { keptLedger } from './kept.ts';
import { signed } from './signed.ts';
import { soundContent } from './sound.ts';

/** Registers what is published and not registered yet. */
export async function append(): Promise<number> {
  refuseElsewhere(readSettings());
  const sound = soundContent();
  if (!sound) return 1;
  const { settings, published } = sound;
  const additions = register(settings.contentDir, published, settings.now) ?? [];
  console.log(additions.length > 0 ? `登记了 ${additions.length} 条。` : '没有要登记的。');
  signed(settings);
  return Promise.resolve(0);
}

/**
 * A signed ledger is appended to where its key is. What a clone without it appends would stand in the place of what that
 * machine appends meanwhile.
 * @throws {SettingsError}
 */
function refuseElsewhere({ contentDir, ledgerKey }: Settings): void {
  const { vkey } = keptLedger(contentDir);
  const isClone = (askGit(contentDir, ['remote']) ?? '') !== '';
  if (vkey === undefined || ledgerKey !== undefined || !isClone) return;
  throw new SettingsError(
    '这份公开记录由有钥匙的那台机器登记，这台电脑没有写 LEDGER_KEY。两边都登记，记录就对不上，所以什么也没有写。公告照常发布，那台机器运行 npm run release 时会登记。',
  );
}
