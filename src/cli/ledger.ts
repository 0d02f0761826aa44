import { SettingsError } from '../settings.ts';
import { append } from './ledger/append.ts';
import { keygen } from './ledger/keygen.ts';
import type { Options } from './ledger/options.ts';
import { mend } from './ledger/mend.ts';
import { rotate } from './ledger/rotate.ts';
import { start } from './ledger/start.ts';
import { status } from './ledger/status.ts';
import { witness } from './ledger/witness.ts';
import { readOptions } from './options.ts';

const usage = `用法：npm run ledger -- start|status|append|keygen|rotate|witness|mend … [--yes] [--out 文件]

  公开记录：每一次公布、勘误、撤下都登记一条，登记以后谁也不能悄悄改。记录在内容文件夹的 ledger 里，
  和公告一起保存、一起备份。读者可以在 /ledger/ 自己核对。
  start    开始登记：已经公布的公告各登记一条，记为“开始登记时已公布”；先问一句，--yes 不问
  status   一共多少条、有没有断、下一次会登记什么
  append   登记还没有登记的；npm run release 每次都会做，平常不用自己运行
  keygen   生成签名用的钥匙，--out 写钥匙文件的名字；钥匙不要放进内容文件夹
  rotate   换一把钥匙，--out 写新的钥匙文件；LEDGER_KEY 还写现在的，换好以后再改
  mend     两台机器同时登记、git 说有冲突的时候用：留下签过名的一边，另一边的重新登记在后面
  witness 网址或文件夹 --kept 文件 --key 文件
           给别的单位作见证：它的记录比上一次看到的只多不改，就在总摘要后面签上自己的一行；
           --kept 是上一次留下的总摘要，见证以后换成新的。钥匙这样生成：witness --name 单位网址 --key 文件；
           被见证的单位用 witness --add 文件 把签好的总摘要收下
  LEDGER_KEY 写明钥匙文件的，登记以后签名。
  退出码：0 做好了，1 记录有问题或者内容有错误、什么也没有写，2 没能运行。`;

const ACTS: Readonly<Record<string, (options: Options) => Promise<number>>> = {
  start,
  status,
  append,
  keygen,
  rotate,
  witness,
  mend,
};

/** Acts that look at a site. */
const LOOKS: ReadonlySet<string> = new Set(['witness']);

/** `npm run ledger`: the log of what was published. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, {
    yes: { type: 'boolean', default: false },
    out: { type: 'string' },
    kept: { type: 'string' },
    key: { type: 'string' },
    name: { type: 'string' },
    add: { type: 'string' },
  });
  const [name = '', ...others] = positionals;
  const where = LOOKS.has(name) ? others.shift() : undefined;
  if (values.help || name === '') {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (!act || others.length > 0) throw new SettingsError(`看不懂“${positionals.join(' ')}”。\n\n${usage}`);
  const { yes, out, kept, key, add } = values;
  return act({ yes, out, where, kept, key, add, name: values.name });
}
