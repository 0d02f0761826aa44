import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { phoneKind } from '../core/announcement/phone.ts';
import { toText } from '../core/report.ts';
import { askGit, git } from '../office/git.ts';
import { namesIn, partsOfAddress, type StarterAnswers } from '../office/starter/answers.ts';
import { makeSite, refuseTaken } from '../office/starter/make.ts';
import { SettingsError } from '../settings.ts';
import { VERSION } from '../version.ts';
import { isAtTerminal, Stopped, terminal } from './drafting/terminal.ts';
import { callCheckBeforeCommits } from './hooks.ts';
import { readOptions } from './options.ts';
import { OWN_SETTINGS } from './own-settings.ts';
import { root } from './setup/dependencies.mjs';

const usage = `用法：npm run init -- 文件夹 [--centre 名称] [--name 名称] [--url 网址] [--phone 电话] [--regions 地区] [--screen 位置]

  建一个空的网站：内容单独放在一个文件夹里，与程序分开，以后升级程序不碰内容。
  文件夹建在程序的外面，例如 ../gaoming。没有写的会逐项问；没有终端时要全部写上。
  --centre   中心全称
  --name     网站名称，浏览器标题和页眉上的
  --url      网址，在上级网站的子目录里的连子目录一起写，例如 https://www.example.gov.cn/ggzy/
  --phone    对外公布的电话
  --regions  镇街名称，用顿号隔开，例如 荷城街道、明城镇
  --screen   第一块大屏在哪里，例如 一楼大厅；没有大屏写“无”
  退出码：0 建好了，1 写的不能用、什么也没有建，2 没能运行。`;

const OPTIONS = {
  centre: { type: 'string' },
  name: { type: 'string' },
  url: { type: 'string' },
  phone: { type: 'string' },
  regions: { type: 'string' },
  screen: { type: 'string' },
} as const;

type Given = { readonly [K in keyof typeof OPTIONS]?: string | undefined };

/** `npm run init`: makes an empty site in a repository of its own, and tells this product where it is. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, OPTIONS);
  const [name] = positionals;
  if (values.help || name === undefined || positionals.length > 1) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const folder = resolve(name);
  refuseInside(folder);
  refuseTaken(folder);
  const answers = await answersFrom(values);
  if (!answers) return 2;
  const { isMade, findings } = makeSite(folder, answers, { folder: root, version: VERSION });
  if (!isMade) {
    process.stdout.write(toText(findings, () => undefined));
    console.error('没有建网站，什么也没有写。请按上面的提示改一改再运行。');
    return 1;
  }
  const isKept = keepByGit(folder);
  console.log(told(folder, pointTo(folder), isKept));
  return 0;
}

/** @throws {SettingsError} where an upgrade of the product would come upon the content */
function refuseInside(folder: string): void {
  const path = relative(root, folder);
  if (path === '' || (!path.startsWith('..') && resolve(root, path) === folder))
    throw new SettingsError(`内容不要放在程序的文件夹里，升级时会混在一起。请写外面的，例如 ../gaoming。`);
}

interface Question {
  readonly key: keyof typeof OPTIONS;
  readonly words: string;
  readonly example: string;
  /** What is wrong with an answer. */
  readonly fault: (text: string) => string | undefined;
}

const needed = (text: string): string | undefined => (text === '' ? '这一项不能空着' : undefined);

const QUESTIONS: readonly Question[] = [
  { key: 'centre', words: '中心的全称', example: '某某市公共资源交易中心某某分中心', fault: needed },
  { key: 'name', words: '网站的名称', example: '某某公共资源交易', fault: needed },
  {
    key: 'url',
    words: '网站的网址',
    example: 'https://www.example.gov.cn/ggzy/',
    fault: (text) =>
      partsOfAddress(text) ? undefined : '写成 https://www.example.gov.cn 或者再加子目录 /ggzy/',
  },
  {
    key: 'phone',
    words: '对外公布的电话',
    example: '0757-00000000',
    fault(text) {
      const parsed = phoneKind.parse(text);
      return 'fault' in parsed ? parsed.fault.message : undefined;
    },
  },
  {
    key: 'regions',
    words: '有哪些镇街，用顿号隔开',
    example: '荷城街道、明城镇',
    fault: (text) => (namesIn(text).length > 0 ? undefined : '至少写一个'),
  },
  { key: 'screen', words: '第一块大屏在哪里，没有大屏写“无”', example: '一楼大厅', fault: needed },
];

/**
 * @returns undefined when the user cancels
 * @throws {SettingsError} when an answer is invalid, or missing without a terminal to ask at
 */
async function answersFrom(given: Given): Promise<StarterAnswers | undefined> {
  const answers: Partial<Record<Question['key'], string>> = {};
  try {
    for (const question of QUESTIONS) answers[question.key] = await answerTo(question, given[question.key]);
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped;
    terminal.close('没有建网站，什么也没有写。');
    return undefined;
  }
  const { centre, name, url, phone, regions, screen } = answers as Required<typeof answers>;
  return {
    centre,
    siteName: name,
    ...partsOfAddress(url)!,
    phone,
    regions: namesIn(regions),
    screen: screen === '无' ? undefined : screen,
  };
}

async function answerTo(
  { key, words, example, fault }: Question,
  given: string | undefined,
): Promise<string> {
  const written = given?.trim();
  if (written === undefined) {
    if (!isAtTerminal()) throw new SettingsError(`还缺“${words}”：--${key} ${example}`);
    return terminal.text(words, { example, check: fault });
  }
  const wrong = fault(written);
  if (wrong !== undefined)
    throw new SettingsError(`--${key} 的“${written}”不能用：${wrong}。例如 ${example}`);
  return written;
}

/** Without git the folder is a folder; it can be kept by git later. */
function keepByGit(folder: string): boolean {
  if (askGit(folder, ['--version']) === undefined) return false;
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  callCheckBeforeCommits(folder);
  return true;
}

/** Whether this product works on the new folder from now on; it does not where it works on another one already. */
function pointTo(folder: string): boolean {
  const written = existsSync(OWN_SETTINGS) ? readFileSync(OWN_SETTINGS, 'utf8') : '';
  if (/^\s*CONTENT_DIR\s*=/mu.test(written)) return false;
  const line = `CONTENT_DIR=${JSON.stringify(relative(root, folder).split(sep).join('/'))}\n`;
  writeFileSync(
    OWN_SETTINGS,
    written === '' || written.endsWith('\n') ? written + line : `${written}\n${line}`,
  );
  return true;
}

function told(folder: string, isPointed: boolean, isKept: boolean): string {
  return [
    `建好了：${folder}`,
    isPointed
      ? '   以后的命令都用这个文件夹里的内容。这一项写在程序文件夹的 .env 里，要换的时候改它。'
      : `   程序现在用的是另一个内容文件夹，没有改。要换的，把 .env 里的 CONTENT_DIR 改成 ${folder}`,
    ...(isKept ? [] : ['   这台电脑上没有 Git，内容只存在这里；装好以后再运行 npm run hooks。']),
    '   接着做三件事：',
    '   1. 看看 pages 里的三个网页，补上你们中心的地址、服务时间和监督电话；',
    '   2. 写第一份公告：npm run new；',
    '   3. 看看网站：npm start。',
    '   怎样放到服务器上、怎样发布：docs/office/README.md',
  ].join('\n');
}
