import { loadSite } from '../../core/corpus/load.ts';
import { EVENT_WORDS } from '../../core/ledger/browser/event-words.ts';
import { readBook, treeOf } from '../../core/ledger/book.ts';
import { checkpointsIn } from '../../core/ledger/signed.ts';
import { toBase64 } from '../../core/transparency-log/base64.ts';
import { parseVerifierKey } from '../../core/transparency-log/note.ts';
import { digestBytes } from '../../core/corpus/digest.ts';
import { additionsFor } from '../../ledger/registering.ts';
import { readSettings } from '../../settings.ts';
import { refuseNoFolder } from '../content-dir.ts';
import { keptLedger } from './kept.ts';
import { soundContent } from './sound.ts';

/** Says how the ledger stands, and what would be registered now. */
export async function status(): Promise<number> {
  const { contentDir } = readSettings();
  refuseNoFolder(contentDir);
  const files = keptLedger(contentDir);
  const sound = soundContent();
  if (!sound) return 1;
  const book = readBook(files);
  const { signed } = checkpointsIn(files);
  const key =
    files.vkey === undefined ? undefined : parseVerifierKey(digestBytes, files.vkey.split('\n')[0]!);
  const additions = additionsFor(contentDir, book, sound.published);
  console.log(
    [
      `登记簿  ${loadSite(contentDir)?.ledger ?? '没有名称'}`,
      `一共    ${book.leaves.length} 条，根 ${toBase64(treeOf(book, digestBytes).root())}`,
      `钥匙    ${key?.keyId ?? '未启用签名'}`,
      `签到    ${signed.at(-1)?.size ?? 0} 条，还有 ${book.leaves.length - (signed.at(-1)?.size ?? 0)} 条没有签`,
      additions.length === 0 ? '没有要登记的。' : `下一次登记 ${additions.length} 条：`,
      ...additions.slice(0, MOST_SHOWN).map(({ leaf }) => `  ${EVENT_WORDS[leaf.event]} ${leaf.id}`),
      ...(additions.length > MOST_SHOWN ? [`  等 ${additions.length} 条`] : []),
    ].join('\n'),
  );
  return Promise.resolve(0);
}

const MOST_SHOWN = 20;
