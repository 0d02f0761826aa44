import { isWell } from './health.ts';
import { mirrorWords } from './mirror-words.ts';
import { isMirrorWell, type FileFault, type FileHealth, type Report } from './report.ts';
import { dayAndMinuteOf, durationOf } from './time.ts';

/** Something beside the screens that somebody must look at. */
export interface Finding {
  readonly what: string;
  readonly words: readonly string[];
}

const FILES: Readonly<Record<FileFault, (file: FileHealth, now: number) => string>> = {
  missing: () => '读不到：文件不存在，或没有权限',
  empty: () => '是空的：看写它的机器，磁盘是否满了',
  broken: () => '坏了，不是完整的 JSON：请重新取一份',
  foreign: () => '不是 screens health 写的，或者版本不同：请核对文件，两边用同一个版本的程序',
  old: ({ at }, now) =>
    `自 ${dayAndMinuteOf(at!, now)} 起没有更新（${durationOf(now - at!)}），里面的屏幕现在怎样不知道：看写它的机器和定时任务（zhangbang-health.timer）`,
  ahead: ({ at }, now) =>
    `写着的时间比现在晚 ${durationOf(at! - now)}，写它的机器时钟不准，里面的屏幕现在怎样不知道：请设置网络对时`,
};

/** What is wrong with the reports themselves and with the mirrors. */
export const findingsOf = ({ at: now, files = [], mirrors }: Report): readonly Finding[] => [
  ...files.flatMap((file) =>
    file.fault ? [{ what: `报告 ${file.name}`, words: [FILES[file.fault](file, now)] }] : [],
  ),
  ...mirrors
    .filter((mirror) => !isMirrorWell(mirror))
    .map((mirror) => ({
      what: `${mirror.box === undefined ? '本机' : `机器 ${mirror.box} `}取数据的程序（mirror）`,
      words: mirrorWords(mirror, now),
    })),
];

/** How many need somebody, in one sentence. */
export function summaryOf(report: Report): string {
  const { screens, files = [], mirrors } = report;
  const ill = screens.filter((one) => !isWell(one)).length;
  const count = `${screens.length} 块屏幕`;
  const ofScreens =
    screens.length === 0 ? '没有一块屏幕的情况' : ill === 0 ? `${count}都正常` : `${count}，${ill} 块要去看`;
  const beside = [
    { number: files.filter(({ fault }) => fault !== undefined).length, words: '份报告不能用' },
    { number: mirrors.filter((mirror) => !isMirrorWell(mirror)).length, words: '台机器取数据有问题' },
  ].filter(({ number }) => number > 0);
  return `${[ofScreens, ...beside.map(({ number, words }) => `${number} ${words}`)].join('；')}。`;
}
