import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { closest } from 'fastest-levenshtein';
import { failureInHand, type FailureInHand } from '../core/failure.ts';
import { describeDiskFault } from './disk-fault.ts';
import { loadOwnSettings } from './own-settings.ts';
import { SettingsError } from '../settings.ts';

interface Command {
  readonly name: string;
  readonly help: string;
  /** A command is loaded when it is asked for, so that `check` starts without the parts of `build`. */
  readonly load: () => Promise<{ run: (args: readonly string[]) => Promise<number> }>;
}

const commands: readonly Command[] = [
  { name: 'start', help: '检查、生成并在本机打开网站', load: () => import('./start.ts') },
  { name: 'desk', help: '在浏览器里写公告', load: () => import('./desk.ts') },
  { name: 'init', help: '建一个空的网站，内容与程序分开', load: () => import('./init.ts') },
  { name: 'upgrade', help: '换了新的程序以后，让内容跟上', load: () => import('./upgrade.ts') },
  { name: 'backup', help: '把内容、草稿和发布清单做成一个备份文件', load: () => import('./backup.ts') },
  { name: 'restore', help: '把备份摆到一个新的文件夹里', load: () => import('./restore.ts') },
  { name: 'new', help: '一问一答写一份新公告', load: () => import('./new.ts') },
  { name: 'correct', help: '给已经发布的公告写更正', load: () => import('./correct.ts') },
  {
    name: 'withdraw',
    help: '撤下一份公告：网址留着，写明时间和原因',
    load: () => import('./withdraw.ts'),
  },
  { name: 'ledger', help: '公开记录：登记公布过的公告，谁也不能悄悄改', load: () => import('./ledger.ts') },
  {
    name: 'redact',
    help: '依法删去公告里的几个字，登记的内容里也删去',
    load: () => import('./redact.ts'),
  },
  { name: 'verify', help: '核对一个网站的公开记录', load: () => import('./verify.ts') },
  { name: 'check', help: '检查 content/ 中的内容，指出错误和改法', load: () => import('./check.ts') },
  { name: 'build', help: '检查并生成网站到 dist/', load: () => import('./build.ts') },
  {
    name: 'release',
    help: '在放网站的机器上发布：取来最新的内容，生成网站，换上去',
    load: () => import('./release.ts'),
  },
  { name: 'publish', help: '发布写好的公告：检查、送出、等网站更新', load: () => import('./publish.ts') },
  {
    name: 'import',
    help: '把旧网站保存下来的网页变成公告，附一份报告',
    load: () => import('./import.ts'),
  },
  { name: 'fix', help: '代劳不会改变意思的改动，例如全角冒号', load: () => import('./fix.ts') },
  { name: 'preview', help: '在本机看一份公告发布后的样子', load: () => import('./preview.ts') },
  { name: 'report', help: '打印一年的信息公开统计', load: () => import('./report.ts') },
  { name: 'board', help: '把几天里的公告排成公告栏张贴的纸', load: () => import('./board.ts') },
  { name: 'digest', help: '把一天的公告编成公众号图文', load: () => import('./digest.ts') },
  { name: 'hooks', help: '让 git 在每次提交前检查要提交的公告', load: () => import('./hooks.ts') },
  { name: 'serve', help: '在本机打开已经生成的网站', load: () => import('./serve.ts') },
  { name: 'export', help: '把公告写成别的检索引擎可以导入的文件', load: () => import('./export.ts') },
  {
    name: 'search-server',
    help: '给搜索页提供检索服务（公告很多时用）',
    load: () => import('./search-server.ts'),
  },
  {
    name: 'mirror',
    help: '把生成好的网站送到大厅的机器或 U 盘，核对、退回',
    load: () => import('./mirror.ts'),
  },
  {
    name: 'deploy',
    help: '把生成好的网站传到对象存储或 WebDAV，只传有变化的',
    load: () => import('./deploy.ts'),
  },
  { name: 'screens', help: '按访问日志看各块屏幕好不好，给屏幕拍照', load: () => import('./screens.ts') },
  { name: 'live', help: '唱标时把已唱的报价写给大厅和门牌的屏幕', load: () => import('./live.ts') },
  { name: 'offline', help: '做离线包，给不能上网的电脑用', load: () => import('./offline.ts') },
  { name: 'docs:fields', help: '由字段定义生成字段手册', load: () => import('./docs-fields.ts') },
  { name: 'test', help: '运行全部测试，与 CI 相同', load: () => import('./test.ts') },
];

/**
 * Runs the command named first and returns its exit code: 0 done, 1 findings or failures, 2 could not run;
 * `mirror` has more of them.
 * `--debug` adds the stack to an unexpected error.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const debug = argv.includes('--debug');
  const [name, ...args] = argv.filter((arg) => arg !== '--debug');
  const command = commands.find((candidate) => candidate.name === name);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(usage());
    return name === undefined ? 2 : 0;
  }
  if (!command) {
    console.error(unknownCommand(name));
    return 2;
  }
  try {
    const { run } = await command.load();
    return await run(args);
  } catch (error) {
    console.error(describeError(error, debug));
    return 2;
  }
}

function usage(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return ['用法：npm run <命令>', '', ...commands.map((c) => `  ${c.name.padEnd(width)}  ${c.help}`)].join(
    '\n',
  );
}

function unknownCommand(name: string): string {
  if (name.startsWith('-')) return `没有“${name}”这个选项。加上 --help 会列出全部命令。`;
  const names = commands.map((command) => command.name);
  return `没有“${name}”这个命令，是不是想用“${closest(name, names)}”？\n\n${usage()}`;
}

function describeError(error: unknown, debug: boolean): string {
  if (error instanceof SettingsError) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  const failure = failureInHand(error);
  if (failure && !debug) return describeFailure(failure);
  const fault = debug ? undefined : describeDiskFault(error);
  if (fault !== undefined) return fault;
  if (debug)
    return `${failure ? `处理${failure.hand}时` : ''}程序出错：${reason}\n${error instanceof Error ? inspectError(error) : ''}`;
  return `程序出错：${reason}\n这不是内容的问题。请在命令后加 -- --debug 再运行一次，把全部输出报告给维护者。`;
}

/** Says what was in hand, so that the rest can be published while the program is repaired. */
function describeFailure({ hand, isContent, message }: FailureInHand): string {
  const way = isContent ? '先把这份文件的改动撤回，别的内容就能照常发布；再' : '请';
  return `处理${hand}时程序出错：${message}
没有生成网站，原来的网站没有改动。
${way}在命令后加 -- --debug 运行一次，把全部输出和这份文件交给维护者。`;
}

/** The stack of an error and of everything that caused it. */
function inspectError(error: Error): string {
  const cause = error.cause instanceof Error ? `\n起因：${inspectError(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

// Of one file's check, 0.39 s without and 0.26 s with what was compiled before (Node 26.10, two cores).
if (import.meta.main) enableCompileCache(join(import.meta.dirname, '../../.cache/compile'));
if (import.meta.main) loadOwnSettings(process.argv[2]);
if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
