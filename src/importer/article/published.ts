import type { Evidence } from '../../core/import/evidence.ts';
import type { Doubt } from '../../core/import/written.ts';
import type { Line, SavedPage } from '../page/saved.ts';
import { isFurniture, isMenu } from '../page/furniture.ts';
import { placesOf } from '../systems/list.ts';
import type { System } from '../systems/system.ts';
import {
  dateOfAddress,
  datesIn,
  daysApart,
  isDay,
  machineDate,
  yearOfAddress,
  type WrittenDate,
} from './dates.ts';
import { labelledIn } from './header.ts';
import type { Found } from './found.ts';
import { evidenceOf, holds, isIn, standingAt, type Extent } from './places.ts';

/** A date that may be that of publication, and where it stands. */
interface Candidate {
  readonly on: string;
  readonly time?: string;
  readonly evidence: Evidence;
}

interface Published {
  readonly publishedAt?: Found;
  readonly doubts: readonly Doubt[];
}

const STATED =
  /^(?:.*(?:发布|公布|发表|发稿|刊登|上网|上传|录入|添加|加入|提交)(?:时间|日期)|发布|发布于|发表于|信息(?:时间|日期)|公告(?:时间|日期)|日期|时间)$/u;
/** Below an article, 时间 alone may be of anything. */
const FULL =
  /^(?:.*(?:发布|公布|发表|发稿|刊登|上网|上传|录入|添加|加入|提交)(?:时间|日期)|发布于|发表于|信息(?:时间|日期))$/u;
const UPDATED = /^(?:.*(?:更新|修改)(?:时间|日期)|更新于)$/u;

/**
 * When a page says that it was published. Two statements more than a day apart make it doubtful, and a doubtful time
 * is not given: the doubt names all of them.
 */
export function findPublished(
  page: SavedPage,
  system: System,
  above: readonly Line[],
  below: readonly Line[],
  body: Extent,
  savedOn?: string,
): Published {
  const head = withoutNever(page, system, above);
  const after = withoutNever(page, system, below);
  const address = addressDate(page);
  const stated = withoutRebuilt(page, address, [
    ...labelled(head, STATED),
    ...placed(page, system, body),
    ...labelled(after, FULL),
  ]);
  const found = stated.length > 0 ? stated : bare(page, head);
  const updated = found.length > 0 ? [] : labelled([...head, ...after], UPDATED);
  const all = [...found, ...updated, ...address];
  if (all.length === 0) return missing(page, body);
  const unlikely = all.find(({ on }) => on < '2000-01-01' || (savedOn !== undefined && on > savedOn));
  if (unlikely) return { doubts: [unlikelyTime(unlikely, savedOn)] };
  const first = all[0]!;
  const signed = signedOn(page, body);
  const others = [...all, ...(found.length + address.length < 2 && signed ? [signed] : [])];
  if (
    all.some(({ on }) => daysApart(on, first.on) > 1) ||
    (signed && others.includes(signed) && isFar(first, signed))
  ) {
    return { doubts: [twoWays(others)] };
  }
  if (found.length === 0 && address.length === 0) return { doubts: [onlyUpdated(updated)] };
  return { publishedAt: exact(first, all), doubts: [] };
}

/** Lines without the words of elements that look like the time of publication and are another. */
function withoutNever(page: SavedPage, system: System, lines: readonly Line[]): readonly Line[] {
  const never = (system.never ?? []).flatMap((selector) => standingAt(page, { at: selector }));
  return lines.map((line) => {
    const own = never.filter(({ nodes }) => line.nodes.some((node) => holds(page, nodes[0]!, node)));
    return { ...line, text: own.reduce((text, { words }) => text.replace(words, ' '), line.text) };
  });
}

/**
 * Some systems write the time at which a page was made anew into the meta of publication too: where the page says
 * another time elsewhere, that is none of its statements.
 */
function withoutRebuilt(
  page: SavedPage,
  address: readonly Candidate[],
  stated: readonly Candidate[],
): readonly Candidate[] {
  const made = ['maketime', 'others', 'generatetime'].flatMap((name) =>
    (page.metas.get(name) ?? []).flatMap(({ content }) => datesIn(content)),
  );
  const isRebuilt = ({ on, time, evidence }: Candidate): boolean =>
    evidence.rule === '网页信息' &&
    time !== undefined &&
    made.some((one) => one.on === on && one.time === time);
  const others = stated.filter((candidate) => !isRebuilt(candidate));
  return others.length > 0 || address.length > 0 ? others : stated;
}

/** The first is believed; another of the same day may know the time of day. */
function exact(first: Candidate, all: readonly Candidate[]): Found {
  const { on, time, evidence } =
    first.time === undefined
      ? (all.find((other) => other.on === first.on && other.time !== undefined) ?? first)
      : first;
  return { text: time === undefined ? on : `${on} ${time}`, evidence };
}

/** What metas and places of the system state. A place may hold a whole line of the head. */
function placed(page: SavedPage, system: System, body: Extent): readonly Candidate[] {
  const never = (system.never ?? []).flatMap((selector) => standingAt(page, { at: selector }));
  return placesOf(system, 'publishedAt').flatMap((place) =>
    standingAt(page, place)
      .filter(({ nodes }) => !nodes.some((node) => isIn(page, body, node)))
      .flatMap(({ words, evidence, nodes }) => {
        const own = never.filter((other) => nodes.some((node) => holds(page, node, other.nodes[0]!)));
        const text = own.reduce((rest, other) => rest.replace(other.words, ' '), words);
        const labels = labelledIn([{ text, line: evidence.line, size: text.length } as Line]);
        if (labels.length > 0) {
          return labels
            .filter(({ label }) => STATED.test(label))
            .flatMap(({ value }) => dated(value, evidence));
        }
        const machine = nodes.length === 0 ? machineDate(text) : undefined;
        if (machine) return [candidate(machine, evidence)];
        return nodes.length === 0 || isDateAlone(text) ? dated(text, evidence) : [];
      }),
  );
}

/** Whether words are a date and hardly more: a heading may name a day that is another. */
const isDateAlone = (text: string): boolean =>
  datesIn(text)
    .reduce((rest, { words }) => rest.replace(words, ''), text)
    .replaceAll(/[\s\p{P}]/gu, '').length <= 6;

/** The date in a value; two of them are a period and no date. */
function dated(value: string, evidence: Evidence): readonly Candidate[] {
  const dates = datesIn(value);
  return dates.length === 1 ? [candidate(dates[0]!, evidence)] : [];
}

const candidate = ({ on, time }: WrittenDate, evidence: Evidence): Candidate => ({
  on,
  ...(time !== undefined && { time }),
  evidence,
});

const labelled = (lines: readonly Line[], label: RegExp): readonly Candidate[] =>
  labelledIn(lines)
    .filter((one) => label.test(one.label))
    .flatMap(({ label, value, line }) => dated(value, evidenceOf('段落', `${label}：${value}`, line)));

/** Whether a date belongs to the entry of a list that stands before it. */
function isOfEntry(page: SavedPage, { order }: Line): boolean {
  const before = page.lines.findLast((line) => line.order < order);
  return before !== undefined && isMenu(before) && !isFurniture(before);
}

/** A line that begins with a date, as below a title. */
const BEGINS = /^[\s【〖[［（(]*\d{4}\s*[-/.年]/u;

/** A date that stands alone in the head, without a label; `[01-05]` takes its year from the address. */
function bare(page: SavedPage, head: readonly Line[]): readonly Candidate[] {
  const year = yearOfAddress(page.path);
  return head
    .filter((line) => !isOfEntry(page, line))
    .filter((line) => !isMenu(line) && !labelledIn([line]).some(({ value }) => datesIn(value).length > 0))
    .filter(
      ({ text }) =>
        !/今天|现在|至|截止|浏览器|有效/u.test(text) &&
        (!/星期|周[一二三四五六日]/u.test(text) || /来源|作者|点击|浏览|阅读/u.test(text)) &&
        (isDateAlone(text) || BEGINS.test(text)),
    )
    .flatMap(({ text, line }) => {
      const dates = datesIn(text);
      if (dates.length === 1) return [candidate(dates[0]!, evidenceOf('段落', text, line))];
      const short = /^[[［(（]?\s*(\d{1,2})[-/月](\d{1,2})日?\s*[\]］)）]?$/u.exec(text);
      const on = short && year ? `${year}-${short[1]!.padStart(2, '0')}-${short[2]!.padStart(2, '0')}` : '';
      return isDay(on) ? [{ on, evidence: evidenceOf('段落和网址', `${text}，${year} 年`, line) }] : [];
    });
}

function addressDate(page: SavedPage): readonly Candidate[] {
  const date = dateOfAddress(page.path);
  return date ? [candidate(date, evidenceOf('网址', date.words, 0))] : [];
}

/** The day at the foot of the notice. */
function signedOn(page: SavedPage, body: Extent): Candidate | undefined {
  const lines = page.lines.filter(({ order }) => order >= body.start && order < body.end);
  const line = lines
    .slice(-12)
    .findLast(({ text }) => /^\s*\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?\s*$/u.test(text));
  const date = line && datesIn(line.text)[0];
  return date && candidate(date, evidenceOf('落款', line.text, line.line));
}

/** A notice is published near the day that it is signed on; else the date may be that of a move to another system. */
const isFar = (one: Candidate, other: Candidate): boolean => daysApart(one.on, other.on) > 90;

const told = ({ on, time, evidence }: Candidate): string =>
  `${evidence.rule}“${evidence.words}”：${time === undefined ? on : `${on} ${time}`}`;

const HELP = '看一下原来的网页，在答复里写明发布时间';

function twoWays(all: readonly Candidate[]): Doubt {
  const kinds = all.filter((one, index) => all.findIndex((other) => told(other) === told(one)) === index);
  return {
    code: 'G104',
    message: `发布时间有几个说法：${kinds.map(told).join('；')}`,
    help: HELP,
    line: kinds[0]!.evidence.line,
  };
}

const onlyUpdated = (all: readonly Candidate[]): Doubt => ({
  code: 'G104',
  message: `页面只写了更新时间，可能不是发布时间：${told(all[0]!)}`,
  help: HELP,
  line: all[0]!.evidence.line,
});

const unlikelyTime = (one: Candidate, savedOn?: string): Doubt => ({
  code: 'G122',
  message: `发布时间${one.on < '2000' ? '早于 2000 年' : `晚于网页保存的日期 ${savedOn}`}：${told(one)}`,
  help: HELP,
  line: one.evidence.line,
});

function missing(page: SavedPage, body: Extent): Published {
  const signed = signedOn(page, body);
  const message = `页面没有写发布时间${signed ? `，正文的落款是 ${signed.on}` : ''}`;
  return { doubts: [{ code: 'G123', message, help: HELP, ...(signed && { line: signed.evidence.line }) }] };
}
