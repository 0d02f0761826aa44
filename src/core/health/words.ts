import type { GlassState } from '../screen/browser/beat.ts';
import { offsetOf } from '../screen/browser/trust.ts';
import { causeOf, isAge, sinceOf, type Cause } from './age.ts';
import { isDeviceWell, isWell, type Health, type OtherDevice, type Problem, type State } from './health.ts';
import { SKEW } from './mirror.ts';
import { dayAndMinuteOf, durationOf, minuteOf, momentOf } from './time.ts';

/** A screen's health as a person reads it, a column each; the last says what to do. */
interface Row {
  readonly isWell: boolean;
  readonly cells: readonly string[];
}

const FACTS = ['最近一次', '屏幕上', '显示的版本', '时钟', '一小时内出错', '已运行', '画面'] as const;

export const HEADINGS = ['状态', '屏幕', ...FACTS, '要做什么'];

const STATES: Readonly<Record<State, string>> = {
  online: '在线',
  late: '迟到',
  offline: '离线',
  never: '从未连上',
  unknown: '情况不明',
};

const GLASS: Readonly<Record<Exclude<GlassState, 'current'>, string>> = {
  late: '写着可能不是最新',
  stale: '旧内容',
  suspended: '信息暂停更新',
  quiet: '安静时段',
};

/** What a table says of a screen at a moment, in milliseconds since 1970. */
export const rowOf = (health: Health, now: number): Row => ({
  isWell: isWell(health),
  cells: [
    stateOf(health),
    nameOf(health),
    ...factsOf(health, now).map(({ value }) => value),
    [sinceWords(health, now), ...adviceFor(health, now)].filter(Boolean).join('；'),
  ],
});

/** What is known of a screen; `—` where nothing is. */
export function factsOf(health: Health, now: number): readonly { name: string; value: string }[] {
  const { at, glass, skewSeconds, errors, minutes, size, ratio } = health;
  const values: Readonly<Record<(typeof FACTS)[number], string | undefined>> = {
    最近一次: at === undefined ? undefined : `${minuteOf(at, now)}（${durationOf(now - at)}前）`,
    屏幕上: glass === 'current' ? newest(health) : glass && GLASS[glass],
    显示的版本: revisionOf(health),
    时钟: skewSeconds === undefined ? undefined : skewOf(skewSeconds),
    一小时内出错: errors === undefined ? undefined : String(errors),
    已运行: minutes === undefined ? undefined : durationOf(minutes * 60_000),
    画面: size && `${size.width}×${size.height}${ratio === undefined || ratio === 1 ? '' : ` @${ratio}`}`,
  };
  return FACTS.map((name) => ({ name, value: values[name] ?? '—' }));
}

/** `有问题` of a screen that is heard and not well. */
export const stateOf = (health: Health): string =>
  health.state === 'online' && !isWell(health) ? '有问题' : STATES[health.state];

/** `lobby-a 一楼大厅（机器 hall-2）` */
const nameOf = ({ id, name, box }: Pick<Health, 'id' | 'name' | 'box'>): string =>
  `${name ? `${id} ${name}` : id}${box === undefined ? '' : `（机器 ${box}）`}`;

/** What is the same as a copy that is itself old is not called the newest. */
function revisionOf(health: Health): string | undefined {
  const { seq, expectedSeq, isDoubtful } = health;
  if (seq === undefined) return undefined;
  if (seq !== expectedSeq) return `${revision(seq)}（应为 ${revision(expectedSeq)}）`;
  return isDoubtful ? `${revision(seq)}（和本机的一样，不知道是不是最新）` : newest(health);
}

/** What a screen showed that is silent now nobody knows of today. */
const newest = ({ state }: Health): string =>
  state === 'online' || state === 'late' ? '最新' : '当时是最新';

/** Since when a screen shows nothing new: `自 11月24日（星期二）10:20 起没有更新`. */
export function sinceWords(health: Health, now: number): string {
  const since = sinceOf(health);
  if (since === undefined) return '';
  const moment = dayAndMinuteOf(since.at, now);
  if (since.what === 'of then') return `屏幕上还是 ${moment} 的内容`;
  return `自 ${moment} 起没有${since.what === 'silent' ? '消息' : '更新'}`;
}

const FIRST: Readonly<Record<State, string>> = {
  online: '',
  late: '再等几分钟；还不回来就去看屏幕',
  offline: '去看屏幕：是否有电、有网、网页打开着',
  never: '核对屏幕打开的地址和这份访问日志',
  unknown: '先看为什么没有新的报告，再看屏幕',
};

/** What to do about a screen, the most urgent first. */
export const adviceFor = (health: Health, now: number): readonly string[] =>
  [...adviceOf(health), ...adviceOnOthers(health, now)].filter(Boolean);

type Judged = Pick<
  Health,
  'state' | 'problems' | 'box' | 'at' | 'seq' | 'minutesAlone' | 'size' | 'skewSeconds'
>;

/** What a dark screen told last is not what is wrong with it now, but for the age of what it showed. */
function adviceOf(device: Judged): readonly string[] {
  const { state, problems, box } = device;
  const isSilent = state === 'offline' || state === 'unknown';
  const told = problems.filter((problem) => !isSilent || isAge(problem));
  const first =
    state === 'offline' && box !== undefined
      ? `去看机器 ${box}：是否开着、连着网，取数据的程序（mirror）是否正常；屏幕上可能还是旧内容`
      : FIRST[state];
  // One cause, said once: what is old is another revision too.
  const isOld = told.some(isAge);
  return [
    first,
    ...told.filter((problem) => !isOld || problem !== 'revision').map((one) => ADVICE[one](device)),
  ];
}

const OLD: Readonly<Record<Cause, string>> = {
  contact: '看机器到网站的网络和取数据的程序（mirror）是否正常',
  site: '网站没有新的数据：看网站是否每天生成',
  clock: '屏幕不知道时间：请设置网络对时',
};

const onAge =
  (glass: string) =>
  ({ at, seq, minutesAlone }: Judged): string =>
    `${glass}，${OLD[causeOf({ at: at!, seq: seq!, minutesAlone })]}`;

const ADVICE: Readonly<Record<Problem, (device: Judged) => string>> = {
  suspended: onAge('屏幕上只写着“信息暂停更新”'),
  stale: onAge('屏幕上是旧内容，已用醒目的字写明'),
  aged: onAge('屏幕上写着可能不是最新'),
  revision: () => '显示的不是最新的版本：刷新屏幕，并看取数据的程序（mirror）是否正常',
  glass: ({ size }) =>
    `屏幕和设置不是一个方向（画面 ${size ? `${size.width}×${size.height}` : '不明'}）：把屏幕或系统的显示方向转过来，或改这块屏的 方向 和 像素`,
  skew: ({ skewSeconds = 0 }) => `机器的时钟${skewOf(skewSeconds)}，屏幕已按网站时间显示：请设置网络对时`,
  errors: () => '常常取不到数据：请检查网络',
  restarts: () => '一天里重启了多次：请检查屏幕的机器',
  font: () => '汉字显示成方框：请安装中文字体（fonts-noto-cjk）',
};

function adviceOnOthers({ state, others }: Health, now: number): readonly string[] {
  const ofHall = others.filter(({ isOfHall }) => isOfHall);
  const guests = others.filter((other) => !other.isOfHall && other.state === 'online');
  return [
    ...(ofHall.length > 0
      ? [`有 ${ofHall.length + 1} 台设备长期用这个编号：是两块屏就各写一个文件，各用各的编号`]
      : []),
    ...ofHall
      .filter((other) => !isDeviceWell(other))
      .map(
        (other) =>
          `第 ${others.indexOf(other) + 2} 台${machine(other)}：${adviceOf(other).filter(Boolean).join('；')}`,
      ),
    ...guests.map((guest) =>
      state === 'online'
        ? `另有一台设备${machine(guest)}打开着它的网页，不算在内；看完请关掉`
        : `现在来取数据的是另一台设备${machine(guest)}，${durationOf(now - guest.since)}前才出现，不能代替这块屏；确实换了机器的，它开满一天以后就以它为准`,
    ),
  ];
}

const machine = ({ system }: OtherDevice): string => (system ? `（${system}）` : '');

/** A sequence is the moment of its build as digits: `11月21日 09:00` says more than they do. */
function revision(seq: number): string {
  const at = momentOf(seq);
  return at === undefined ? String(seq) : minuteOf(at, at);
}

/** The best time known less the device's: a positive one means that the device is behind. */
export const skewOf = (seconds: number): string =>
  Math.abs(seconds) < 5
    ? '准'
    : `${seconds > 0 ? '慢' : '快'} ${Math.abs(seconds) < SKEW ? `${Math.abs(seconds)} 秒` : offsetOf(seconds)}`;
