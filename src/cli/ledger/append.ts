import { register } from '../../ledger/registering.ts';
import { readSettings } from '../../settings.ts';
import { keptLedger } from './kept.ts';
import { signed } from './signed.ts';
import { soundContent } from './sound.ts';

/** Registers what is published and not registered yet. */
export async function append(): Promise<number> {
  keptLedger(readSettings().contentDir);
  const sound = soundContent();
  if (!sound) return 1;
  const { settings, published } = sound;
  const additions = register(settings.contentDir, published, settings.now) ?? [];
  console.log(additions.length > 0 ? `登记了 ${additions.length} 条。` : '没有要登记的。');
  signed(settings);
  return Promise.resolve(0);
}
