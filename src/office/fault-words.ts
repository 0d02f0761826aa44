import type { GitFault } from './git-process.ts';

/** What a remote answers, by what it means for whoever publishes. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [
    /could not resolve host|unable to access|connection (?:refused|timed out|reset)|network is unreachable|no route to host|could not connect|early eof|timed out/iu,
    '连不上发布的地方。请看看网络，过一会儿再运行一次',
  ],
  [
    /authentication failed|permission denied|could not read (?:username|password)|access denied|host key verification|403|401/iu,
    '发布的地方不认这台电脑。请技术人员重新设好账号',
  ],
  [
    /does not appear to be a git repository|repository .*not found|no such file or directory/iu,
    '找不到发布的地方。请技术人员核对它的地址',
  ],
  [/no space left|disk quota/iu, '磁盘满了。请腾出空间再运行一次'],
  [/index\.lock|unable to create .*\.lock/iu, '另一个程序正在改这个文件夹。请等它做完再运行一次'],
  [/dubious ownership/iu, '这个文件夹是另一个用户的。请技术人员改好它的归属'],
  [/gpg|failed to sign|signing/iu, '签名没有成功。请插好密钥，或者请技术人员看看'],
];

const KINDS: Readonly<Record<Exclude<GitFault['kind'], 'failed'>, string>> = {
  missing: '这台电脑上没有装 git，不能发布。请技术人员装好再运行一次',
  slow: '等得太久，没有等到回答。请过一会儿再运行一次',
  stopped: '已经停下',
};

/** Says to a clerk why there was no answer and what to do; what git itself said stands behind it for the technician. */
export function wordsOfFault({ kind, words }: GitFault): string {
  if (kind !== 'failed') return `${KINDS[kind]}。`;
  const known = FAULTS.find(([pattern]) => pattern.test(words))?.[1] ?? '没有做成。请把下面的话交给技术人员';
  return `${known}。\n  （${withoutSecrets(words.split('\n').slice(-3).join(' '))}）`;
}

/** Addresses may carry a name and a password before the host. */
const withoutSecrets = (text: string): string => text.replace(/(\w+:\/\/)[^\s/@]+@/gu, '$1');
