import { instantAt, shortInstant } from '../announcement/instant.ts';
import {
  isDeviceWell,
  isWell,
  type Device,
  type Health,
  type OtherDevice,
  type Problem,
  type State,
} from './health.ts';

/** A screen's health as a person reads it, a column each; the last says what to do. */
export interface Row {
  readonly isWell: boolean;
  readonly cells: readonly string[];
}

export const HEADINGS = [
  '状态',
  '屏幕',
  '最近一次',
  '显示的版本',
  '时钟',
  '一小时内出错',
  '已运行',
  '要做什么',
];

const STATES: Readonly<Record<State, string>> = {
  online: '在线',
  late: '迟到',
  offline: '离线',
  never: '从未连上',
};

const ADVICE: Readonly<Record<Problem, string>> = {
  revision: '显示的不是最新的版本：刷新屏幕，并看取数据的程序（mirror）是否正常',
  skew: '时钟不准：请设置网络对时',
  errors: '常常取不到数据：请检查网络',
  restarts: '一天里重启了多次：请检查屏幕的机器',
  font: '汉字显示成方框：请安装中文字体（fonts-noto-cjk）',
};

/** What a table says of a screen at a moment, in milliseconds since 1970. */
export function rowOf(health: Health, now: number): Row {
  const { state, id, name, at, seq, expectedSeq, skewSeconds, errors, minutes } = health;
  const known = at !== undefined;
  return {
    isWell: isWell(health),
    cells: [
      state === 'online' && !isWell(health) ? '有问题' : STATES[state],
      name ? `${id} ${name}` : id,
      known ? `${minuteOf(at, now)}（${since(now - at)}前）` : '—',
      !known ? '—' : seq === expectedSeq ? '最新' : `${revision(seq!)}（应为 ${revision(expectedSeq)}）`,
      skewSeconds === undefined ? '—' : skew(skewSeconds),
      errors === undefined ? '—' : String(errors),
      minutes === undefined ? '—' : since(minutes * 60_000),
      adviceFor(health, now),
    ],
  };
}

const FIRST: Readonly<Record<State, string>> = {
  online: '',
  late: '再等几分钟；还不回来就去看屏幕',
  offline: '去看屏幕：是否有电、有网、网页打开着',
  never: '核对屏幕打开的地址和这份访问日志',
};

const adviceFor = (health: Health, now: number): string =>
  [...adviceOf(health), ...adviceOnOthers(health, now)].filter(Boolean).join('；');

/** What a dark screen told last is not what is wrong with it now. */
const adviceOf = ({ state, problems }: Pick<Device, 'state' | 'problems'>): readonly string[] => [
  FIRST[state],
  ...(state === 'offline' ? [] : problems.map((problem) => ADVICE[problem])),
];

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
        : `现在来取数据的是另一台设备${machine(guest)}，${since(now - guest.since)}前才出现，不能代替这块屏；确实换了机器的，它开满一天以后就以它为准`,
    ),
  ];
}

const machine = ({ system }: OtherDevice): string => (system ? `（${system}）` : '');

/** A sequence is the moment of its build as digits: `11月21日 09:00` says more than they do. */
function revision(seq: number): string {
  const [, month, day, hour, minute] = /^\d{4}(\d\d)(\d\d)(\d\d)(\d\d)\d\d$/u.exec(String(seq)) ?? [];
  return month ? `${Number(month)}月${Number(day)}日 ${hour!}:${minute!}` : String(seq);
}

/** `11月22日 09:58` */
const minuteOf = (at: number, now: number): string =>
  shortInstant(instantAt(at - (at % 60_000)), instantAt(now).slice(0, 4));

/** In the largest unit that says enough. */
function since(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`;
}

/** The server's clock less the device's: a positive one means that the device is behind. */
const skew = (seconds: number): string =>
  Math.abs(seconds) < 5
    ? '准'
    : `${seconds > 0 ? '慢' : '快'} ${Math.abs(seconds) < 120 ? `${Math.abs(seconds)} 秒` : since(Math.abs(seconds) * 1000)}`;

/** How many need somebody, in one sentence. */
export function summaryOf(all: readonly Health[]): string {
  if (all.length === 0) return '网站里没有显示屏。';
  const ill = all.filter((one) => !isWell(one)).length;
  return ill === 0 ? `${all.length} 块屏幕都正常。` : `${all.length} 块屏幕，${ill} 块要去看。`;
}
