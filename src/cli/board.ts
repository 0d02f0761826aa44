import { boardOf } from '../core/handout/board.ts';
import { printDays, type Days } from '../core/handout/select.ts';
import { announcementPath } from '../site/address.ts';
import { dayAskedFor, daysAskedFor } from './days.ts';
import { presentEdition } from './edition.ts';
import { fileFor, leftOutWords, write } from './handout-files.ts';
import { openBrowser } from './open-browser.ts';
import { readOptionsAlone } from './options.ts';

const usage = `用法：npm run board -- [--week 2026-W10 | --day 日期 | --from 日期 --until 日期] [--posted 日期] [--out 文件] [--open]

  把几天里发布的公告排成公告栏张贴的纸：A4 纵向，每页最多 8 份，按截止先后排列，每份有二维码。
  更正过的印现在有效的内容；中止、终止、流标的写明；撤下的不印。
  --week          一周，星期一到星期日；什么都不写就是这一周
  --day           一天
  --from、--until 从哪天到哪天，两头都算；不写 --until 就到今天
  --posted        张贴日期；不写就是今天
  --out           写到哪个文件（.html）或者文件夹；默认 .cache
  --open          写好以后用浏览器打开
  结束时给别的程序的数字：0 写好了，1 内容有错误，2 没能写。`;

/** `npm run board`: writes sheets for the notice board. */
export async function run(args: readonly string[]): Promise<number> {
  const { help, posted, out, open, ...written } = readOptionsAlone(args, usage, {
    week: { type: 'string' },
    day: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    posted: { type: 'string' },
    out: { type: 'string' },
    open: { type: 'boolean', default: false },
  });
  if (help) return print(usage);
  const postedOn = posted === undefined ? undefined : dayAskedFor('--posted', posted);
  const edition = presentEdition();
  if (!edition) {
    console.error('内容里有错误，读不出来的公告会漏印。请先运行 npm run check，改好再印。');
    return 1;
  }
  const days = daysAskedFor(written, edition.now);
  const board = boardOf(edition, days, announcementPath, postedOn);
  const file = fileFor(out, nameOf(days));
  write(file, board.html);
  const what =
    board.count === 0
      ? `${printDays(days)}没有发布公告，写了一张说明没有的`
      : `${printDays(days)}发布的 ${board.count} 份公告排成 ${board.sheets} 页`;
  print(`${what}：${file}
${leftOutWords(board)}用浏览器打开，按 Ctrl+P 打印：A4 纵向，边距“无”，缩放 100%。`);
  if (open) openBrowser(file);
  return 0;
}

const nameOf = ({ from, until }: Days): string =>
  `board-${from === until ? from : `${from}-to-${until}`}.html`;

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
