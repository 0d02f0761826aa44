import type { Step } from './plan.ts';
import { plainLines } from './record.ts';

/** What would be done, file by file, with the lines that go and come. */
export function plannedWords(steps: readonly Step[]): string {
  const ours = steps.filter(({ kind }) => kind !== 'own');
  const own = steps.filter(({ kind }) => kind === 'own');
  const parts = [
    ours.length === 0 ? '内容没有要改的。' : `要改 ${ours.length} 个文件：`,
    ...ours.flatMap((step) => [`  ${VERBS[step.kind]}  ${step.path}${remarkOn(step)}`, ...linesOf(step)]),
    ...(own.length === 0 ? [] : [`有 ${own.length} 个文件你们自己改过，不动：`]),
    ...own.flatMap((step) => [
      `  不动  ${step.path}${remarkOn(step)}`,
      ...linesOf(step),
      `        要换成程序里的：npm run upgrade -- --take ${step.path}`,
    ]),
  ];
  return parts.join('\n');
}

const VERBS: Readonly<Record<Step['kind'], string>> = { new: '增加', changed: '修改', own: '不动' };

const REMARKS: readonly (readonly [RegExp, string])[] = [
  [/^calendar\//u, '放假安排，算工作日用'],
  [/^\.gitattributes$/u, '附件一个字节也不变'],
  [/^\.gitignore$/u, '系统留下的文件不发布'],
  [/^site\.yaml$/u, '站点设置里改了名字的项，内容不变'],
];

function remarkOn({ path }: Step): string {
  const remark = REMARKS.find(([pattern]) => pattern.test(path))?.[1];
  return remark === undefined ? '' : `（${remark}）`;
}

/** A new file is told by its name; of another, what is only in one of both. */
function linesOf({ kind, was, text }: Step): readonly string[] {
  if (kind === 'new') return [];
  const [before, after] = [was, text].map((one) => plainLines(one).split('\n')) as [string[], string[]];
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `        - ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `        + ${line}`),
  ];
}
