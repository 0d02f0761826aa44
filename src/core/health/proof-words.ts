import { instantAt, printInstant } from '../announcement/instant.ts';
import type { GlassState } from '../screen/browser/beat.ts';
import type { Doubt, Gap, Proof, Shown, Witness } from './proof.ts';

/** What each row proves, word for word: no more than that. */
export const STATEMENT = '在这段时间内，这块屏轮流显示的内容包括本公告';

/** How it was found out and what it does not prove. */
export const LIMITS = [
  '依据：屏幕每分钟取数据时报告屏上是哪一版数据（h）、一轮里有哪些公告的校验值（g）和屏幕状态（t），记在网页服务器的访问日志里；与当时的数据文件核对相符的才算。时间是这台服务器的时间；屏幕所在机器自己的日志，按屏幕报告的时钟差（k）改正。',
  '公告在屏上轮流显示，一轮一般不超过三分钟。这里不证明某一时刻屏上正好是它，也不证明屏幕亮着、有人看过。',
  '两次报告相隔超过五分钟的，到前一次为止；安静时段和“信息暂停更新”期间不算。',
];

const STATES: Readonly<Record<GlassState, string>> = {
  current: '最新',
  late: '写着可能不是最新',
  stale: '写着是旧内容',
  suspended: '信息暂停更新',
  quiet: '安静时段',
};

export const COLUMNS = [
  '公告编号',
  '公告标题',
  '屏幕编号',
  '屏幕名称',
  '机器',
  '设备',
  '从',
  '到',
  '分钟',
  '屏上状态',
  '数据文件',
  '证明的内容',
  '备注',
];

/** The table for the file, by announcement, screen and time. `names` are those of the screens. */
export const rowsOf = (
  { shown }: Proof,
  names: ReadonlyMap<string, string>,
): readonly (readonly string[])[] =>
  inOrder(shown).map(({ witness, announcement, title, from, to, feeds, states }) => [
    announcement,
    title,
    witness.screen,
    names.get(witness.screen) ?? '',
    witness.box ?? '',
    deviceOf(witness),
    printInstant(instantAt(from)),
    printInstant(instantAt(to)),
    String(Math.floor((to - from) / 60_000)),
    states.map((state) => STATES[state]).join('、'),
    feeds.map(fileOf).join(' '),
    STATEMENT,
    witness.isOfHall ? '' : GUEST,
  ]);

const GUEST = '在日志里不到十二小时，请核对是不是大厅里的屏';

const inOrder = (shown: readonly Shown[]): readonly Shown[] =>
  shown.toSorted(
    (a, b) =>
      compare(a.announcement, b.announcement) ||
      compare(a.witness.screen, b.witness.screen) ||
      a.witness.number - b.witness.number ||
      a.from - b.from,
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `设备 1（Linux，1920×1080）` */
function deviceOf({ number, system, size }: Witness): string {
  const known = [system, size].filter((one) => one !== undefined);
  return `设备 ${number}${known.length > 0 ? `（${known.join('，')}）` : ''}`;
}

/** The same to be read: each announcement, each screen, its stretches. */
export function linesOf(proof: Proof, names: ReadonlyMap<string, string>): readonly string[] {
  const lines: string[] = [];
  let [announcement, witness]: [string, Witness | undefined] = ['', undefined];
  for (const shown of inOrder(proof.shown)) {
    if (shown.announcement !== announcement) lines.push('', `${shown.announcement} ${shown.title}`);
    if (shown.announcement !== announcement || shown.witness !== witness)
      lines.push(`  ${screenOf(shown.witness, names)}${shown.witness.isOfHall ? '' : `（${GUEST}）`}`);
    [announcement, witness] = [shown.announcement, shown.witness];
    const states = shown.states.map((state) => STATES[state]).join('、');
    lines.push(
      `    ${spanOf(shown)}，${Math.floor((shown.to - shown.from) / 60_000)} 分钟，屏上状态：${states}`,
    );
  }
  return lines.slice(1);
}

function screenOf(witness: Witness, names: ReadonlyMap<string, string>): string {
  const { screen, box } = witness;
  const name = names.get(screen);
  return [`${screen}${name ? ` ${name}` : ''}`, box && `机器 ${box}`, deviceOf(witness)]
    .filter((one) => one !== undefined && one !== '')
    .join('，');
}

const spanOf = ({ from, to }: { from: number; to: number }): string =>
  `${printInstant(instantAt(from))} 至 ${printInstant(instantAt(to))}`;

const fileOf = (feed: string): string => `display/data/${feed}.json`;

const DOUBTS: Readonly<Record<Doubt, (feed: string) => string>> = {
  untold: () => '网页是旧版，没有报告屏上的内容',
  clock: () => '机器不知道时间，日志里的时间不能作准',
  suspended: () => '屏上是“信息暂停更新”，没有公告',
  quiet: () => '安静时段，没有公告',
  urgent: () => '紧急提示占着整块屏，没有公告',
  missing: (feed) => `缺 ${fileOf(feed)}：请用 --site 指出留有它的网站、镜像或文件夹`,
  altered: (feed) => `${fileOf(feed)} 和它的文件名不符，是改过或坏了的，没有用`,
  unlike: (feed) =>
    `按 ${fileOf(feed)} 推算的一轮和屏幕报告的校验值（g）不符：请用 --site 指出当时的整个网站`,
};

/**
 * What was told and proves nothing, with why; silence is not among it, nor the first word of a page, which does not know
 * the time yet.
 */
export const doubtsOf = ({ gaps }: Proof, names: ReadonlyMap<string, string>): readonly string[] =>
  gaps
    .filter(({ why, from, to }) => why !== 'clock' || to > from)
    .map((gap) => `${screenOf(gap.witness, names)}：${spanOf(gap)}，${DOUBTS[gap.why](gap.feed ?? '')}`);

/** Whether something more could be proved with other files. */
export const isIncomplete = ({ gaps }: Proof): boolean => gaps.some(({ why }) => OF_FILES.includes(why));

const OF_FILES: readonly Gap['why'][] = ['missing', 'altered', 'unlike'];
