import { mendLedger } from '../../ledger/mending.ts';
import { readSettings } from '../../settings.ts';
import { append } from './append.ts';
import { keptLedger } from './kept.ts';

/** Two machines have registered at the same time, and git has marked a conflict: keeps one side and registers the rest anew. */
export async function mend(): Promise<number> {
  const { contentDir } = readSettings();
  const mended = mendLedger(contentDir, keptLedger(contentDir));
  if (mended === undefined) {
    console.log('公开记录没有冲突，什么也没有改。');
    return 0;
  }
  if (typeof mended === 'string') {
    console.error(`没有改动：${mended}。`);
    return 1;
  }
  console.log(`留下 ${mended.kept} 条；另一边有 ${mended.dropped} 条要重新登记在后面。`);
  return append();
}
