import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLedger } from '../../core/corpus/ledger-folder.ts';
import { beginLedger } from '../../ledger/registering.ts';
import { SettingsError } from '../../settings.ts';
import { basePath, origin } from '../../site/address.ts';
import { isAtTerminal, terminal } from '../drafting/terminal.ts';
import type { Options } from './options.ts';
import { signed } from './signed.ts';
import { soundContent, type Sound } from './sound.ts';

/** Begins a ledger with everything that is public by now. */
export async function start({ yes }: Options): Promise<number> {
  const sound = soundContent();
  if (!sound) return 1;
  const { settings, site, published } = sound;
  if (readLedger(settings.contentDir)) throw new SettingsError('这里已经有公开记录了，不能再开始一份。');
  const name = site.ledger ?? nameOf(sound);
  console.log(`将要登记 ${published.length} 份已经公布的公告，登记簿的名称是 ${name}，以后永远不能改。`);
  if (!yes && !isAtTerminal()) throw new SettingsError('确实要开始，请加 --yes。');
  if (!yes && !(await terminal.confirm('现在开始登记？', '开始', '先不开始'))) return 2;
  const count = beginLedger(settings.contentDir, published, settings.now);
  if (site.ledger === undefined) nameIn(join(settings.contentDir, 'site.yaml'), name);
  console.log(`登记了 ${count} 条，在 content/ledger 里。请和公告一起保存、一起备份。`);
  signed(settings);
  return 0;
}

/** The address of the log without its scheme. */
const nameOf = ({ settings, site }: Sound): string =>
  `${origin(settings, site)}${basePath(settings, site)}ledger`
    .replace(/^https?:\/\//u, '')
    .replace(/:\d+/u, '');

function nameIn(file: string, name: string): void {
  const text = readFileSync(file, 'utf8');
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  appendFileSync(file, `${text.endsWith('\n') ? '' : ending}登记簿: ${name}${ending}`);
}
