import { readLedger } from '../../core/corpus/ledger-folder.ts';
import { register } from '../../ledger/registering.ts';
import { SettingsError } from '../../settings.ts';
import { signed } from './signed.ts';
import { soundContent } from './sound.ts';

/** Registers what is published and not registered yet. */
export async function append(): Promise<number> {
  const sound = soundContent();
  if (!sound) return 1;
  const { settings, published } = sound;
  if (!readLedger(settings.contentDir)) throw new SettingsError(NO_LEDGER);
  const additions = register(settings.contentDir, published, settings.now) ?? [];
  console.log(additions.length > 0 ? `登记了 ${additions.length} 条。` : '没有要登记的。');
  signed(settings);
  return Promise.resolve(0);
}

export const NO_LEDGER = '这里还没有公开记录。要开始登记：npm run ledger -- start';
