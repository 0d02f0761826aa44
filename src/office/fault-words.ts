import type { GitFault } from './git-process.ts';

/** What a remote answers, by what it means for whoever publishes: in the window of a command, and at the desk. */
const FAULTS: readonly (readonly [RegExp, string, Refusal])[] = [
  [
    /could not resolve host|unable to access|connection (?:refused|timed out|reset)|network is unreachable|no route to host|could not connect|early eof|timed out/iu,
    '连不上发布的地方。请看看网络，过一会儿再运行一次',
    { message: '连不上发布的地方。', help: '写好的都在；看看网络，过一会儿再试。' },
  ],
  [
    /authentication failed|permission denied|could not read (?:username|password)|access denied|host key verification|403|401/iu,
    '发布的地方不认这台电脑。请技术人员重新设好账号',
    { message: '发布的地方不认这台电脑。', help: '写好的都在；请技术人员重新设好账号。' },
  ],
  [
    /does not appear to be a git repository|repository .*not found|no such file or directory/iu,
    '找不到发布的地方。请技术人员核对它的地址',
    { message: '找不到发布的地方。', help: '写好的都在；请技术人员核对它的地址。' },
  ],
  [
    /no space left|disk quota/iu,
    '磁盘满了。请腾出空间再运行一次',
    { message: '磁盘满了，这次没有做成。', help: '写好的都在；腾出空间，再试一次。' },
  ],
  [
    /index\.lock|unable to create .*\.lock/iu,
    '另一个程序正在改这个文件夹。请等它做完再运行一次',
    { message: '另一个程序正在改内容的文件夹。', help: '等它做完，再试一次。' },
  ],
  [
    /dubious ownership/iu,
    '这个文件夹是另一个用户的。请技术人员改好它的归属',
    { message: '内容的文件夹是另一个用户的。', help: '请技术人员改好它的归属。' },
  ],
  [
    /gpg|failed to sign|signing/iu,
    '签名没有成功。请插好密钥，或者请技术人员看看',
    { message: '签名没有成功。', help: '插好密钥再试，或者请技术人员看看。' },
  ],
];

/** A sentence for the desk, and what can be done. */
interface Refusal {
  readonly message: string;
  readonly help: string;
}

const KINDS: Readonly<Record<Exclude<GitFault['kind'], 'failed'>, string>> = {
  missing: '这台电脑上没有装 git，不能发布。请技术人员装好再运行一次',
  slow: '等得太久，没有等到回答。请过一会儿再运行一次',
  stopped: '已经停下',
};

const REFUSED_KINDS: Readonly<Record<Exclude<GitFault['kind'], 'failed'>, Refusal>> = {
  missing: { message: '这台电脑缺一个程序，送不出去。', help: '写好的都在；请技术人员装好 Git。' },
  slow: { message: '等得太久，没有等到回答。', help: '写好的都在；过一会儿再试。' },
  // The desk gives up by itself when it has waited long enough.
  stopped: { message: '等得太久，没有等到回答。', help: '写好的都在；过一会儿再试。' },
};

/** Says to a clerk why there was no answer and what to do; what git itself said stands behind it for the technician. */
export function wordsOfFault({ kind, words }: GitFault): string {
  if (kind !== 'failed') return `${KINDS[kind]}。`;
  const known = FAULTS.find(([pattern]) => pattern.test(words))?.[1] ?? '没有做成。请把下面的话交给技术人员';
  return `${known}。\n  （${withoutSecrets(words.split('\n').slice(-3).join(' '))}）`;
}

/** The same for the desk; undefined for what is known by nobody and has to be looked into. */
export const refusalOfFault = ({ kind, words }: GitFault): Refusal | undefined =>
  kind === 'failed' ? FAULTS.find(([pattern]) => pattern.test(words))?.[2] : REFUSED_KINDS[kind];

/** Addresses may carry a name and a password before the host. */
const withoutSecrets = (text: string): string => text.replace(/(\w+:\/\/)[^\s/@]+@/gu, '$1');
