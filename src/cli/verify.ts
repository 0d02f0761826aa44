import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { audit } from '../ledger/audit.ts';
import type { Kept } from '../ledger/audit/kept.ts';
import { NotVerifiable } from '../ledger/audit/report.ts';
import { Unreachable, type Source } from '../ledger/audit/source.ts';
import { SettingsError } from '../settings.ts';
import { readOptions } from './options.ts';
import { sourceAt } from './verify/source-at.ts';

const usage = `用法：npm run verify -- 文件夹或网址 [--key 公钥] [--old 以前留下的总摘要]…

  核对一个网站的公开记录：签名、每一条登记、每一个分块、每一份回执、登记的内容，和现在的公告是不是登记的那样。
  文件夹是生成好的网站（dist）或者镜像；网址是首页的网址，例如 https://www.example.gov.cn/ggzy/。
  --key   公钥，或者写着公钥的文件；不写就用网站上的，那只能核对前后是否一致
  --old   以前下载的总摘要或者回执，可以写几次：核对那时候的登记现在还在不在、变没变
  退出码：0 一致，1 不一致，2 无法核验。`;

/** `npm run verify`: whether a finished site says what it once registered. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, {
    key: { type: 'string' },
    old: { type: 'string', multiple: true, default: [] },
  });
  const [where, ...others] = positionals;
  if (values.help || where === undefined) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  if (others.length > 0) throw new SettingsError(`看不懂“${others.join(' ')}”。${usage.split('\n')[0]!}`);
  const brought = { key: keyIn(values.key), kept: values.old.map(keptIn) };
  return told(sourceAt(where), brought);
}

async function told(source: Source, brought: Parameters<typeof audit>[1]): Promise<number> {
  let faults = 0;
  try {
    for await (const { outcome, words } of audit(source, brought)) {
      if (outcome === '不一致') faults += 1;
      console.log(`${outcome.padEnd(3, '　')}  ${words}`);
    }
  } catch (reason) {
    if (!(reason instanceof NotVerifiable) && !(reason instanceof Unreachable)) throw reason;
    console.error(`无法核验：${reason.message}。`);
    if (faults === 0) return 2;
  }
  console.log(faults === 0 ? '一致。' : `不一致：${faults} 处。`);
  return faults === 0 ? 0 : 1;
}

/** A key is written itself, or in a file. */
const keyIn = (key: string | undefined): string | undefined =>
  key !== undefined && existsSync(key) ? readFileSync(key, 'utf8') : key;

function keptIn(file: string): Kept {
  try {
    return { name: basename(file), text: readFileSync(file, 'utf8') };
  } catch (cause) {
    throw new SettingsError(`读不到 --old 写的 ${file}。`, { cause });
  }
}
