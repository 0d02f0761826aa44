import { dayOf } from '../core/announcement/instant.ts';
import { digestOf, type Digest } from '../core/handout/digest.ts';
import { shellPage } from '../core/handout/shell.ts';
import { announcementPath } from '../site/address.ts';
import { dayAskedFor } from './days.ts';
import { presentEdition } from './edition.ts';
import { fileFor, leftOutWords, write } from './handout-files.ts';
import { openBrowser } from './open-browser.ts';
import { serveOnePage } from './one-page.ts';
import { readOptionsAlone } from './options.ts';
import { stopped } from './serve.ts';

const usage = `用法：npm run digest -- [--day 日期] [--out 文件夹] [--no-open]

  把一天里发布的公告编成公众号图文：按类别列标题、截止时间、招标（采购、出让）人和原文网址，一个二维码通向当天的全部公告。
  在本机打开一页，按“复制图文”，到公众号后台粘贴；这一页只有本机能看，按 Ctrl+C 关闭。
  更正过的写现在有效的内容；中止、终止、流标的写明；撤下的不列。图文最多 2 万字，列不下的写明份数和网址。
  --day      哪一天；不写就是今天
  --out      图文（.html）、纯文字（.txt）和二维码（.png）写到哪个文件夹；默认 .cache
  --no-open  只写文件，不打开
  结束时给别的程序的数字：0 编好了，1 内容有错误，2 没能编。`;

/** `npm run digest`: writes the announcements of a day for other platforms and opens a page that copies them. */
export async function run(args: readonly string[]): Promise<number> {
  const {
    help,
    day: written,
    out,
    ...options
  } = readOptionsAlone(args, usage, {
    day: { type: 'string' },
    out: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  });
  if (help) return print(usage);
  const asked = written === undefined ? undefined : dayAskedFor('--day', written);
  const edition = presentEdition();
  if (!edition) {
    console.error('内容里有错误，读不出来的公告会漏掉。请先运行 npm run check，改好再编。');
    return 1;
  }
  const day = asked ?? dayOf(edition.now);
  const digest = digestOf(edition, day, announcementPath);
  if (digest.count === 0) return print(`${leftOutWords(digest)}${day} 没有可以编的公告，没有写文件。`);
  const file = fileFor(out, `digest-${day}.html`);
  const codeFile = save(digest, file);
  print(toldOf(digest, file));
  if (options['no-open']) return 0;
  const server = await serveOnePage(shellPage(digest, codeFile));
  print(`已经在本机打开：${server.url}\n复制好以后按 Ctrl+C 关闭。`);
  if (process.stdout.isTTY) openBrowser(server.url);
  await stopped();
  await server.close();
  return 0;
}

/** Writes the page, the text and the code beside each other; returns the path of the code. */
function save({ page, text, code }: Digest, file: string): string {
  const beside = (ending: string): string => file.replace(/\.html?$/iu, ending);
  write(file, page);
  write(beside('.txt'), text);
  write(beside('.png'), code);
  return beside('.png');
}

function toldOf(digest: Digest, file: string): string {
  const { title, count, leftOut } = digest;
  const rest =
    leftOut === 0
      ? ''
      : `图文最多 2 万字，列了 ${count - leftOut} 份，另外 ${leftOut} 份在文中写明了份数和网址。\n`;
  return `${title}：${file}，旁边的 .txt 是纯文字，.png 是二维码。\n${rest}${leftOutWords(digest)}`.trimEnd();
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
