import type { MirrorHealth, MirrorProblem } from './mirror.ts';
import { dayAndMinuteOf } from './time.ts';
import { skewOf } from './words.ts';

/** What is wrong with a mirror and what to do, the worst first; nothing where all is well. */
export function mirrorWords(mirror: MirrorHealth, now: number): readonly string[] {
  const words = mirror.problems.map((problem) => WORDS[problem](mirror, now));
  return words.length > 0 && mirror.message !== undefined
    ? [...words, `它最近一次说：${mirror.message}`]
    : words;
}

const old = ({ contactAt }: MirrorHealth, now: number): string =>
  contactAt === undefined
    ? '这里的数据已经旧了，之后没有人送来新的：请再送一次（apply）'
    : `自 ${dayAndMinuteOf(contactAt, now)} 起没有连上来源的网站：看机器的网络、来源的网站和定时任务（zhangbang-mirror.timer）`;

const WORDS: Readonly<Record<MirrorProblem, (mirror: MirrorHealth, now: number) => string>> = {
  unreadable: () => '读不到 mirror-status.json：看 mirror 是否运行过、文件夹是否写对',
  never: () => '不知道什么时候连上过来源的网站：看来源的地址、机器的网络和时钟',
  stale: old,
  late: old,
  ahead: () => '机器的时钟往回拨过，不知道多久没有连上来源的网站：请设置网络对时，再看 mirror 是否在运行',
  busy: ({ busy }) => `连续 ${busy!} 次都有另一个 mirror 在运行，它多半卡住了：请重新启动这台机器`,
  skew: ({ skewSeconds }) => `机器的时钟${skewOf(skewSeconds!)}：请设置网络对时`,
};
