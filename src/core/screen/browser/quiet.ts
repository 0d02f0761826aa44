import { fault, ok, toHalfWidth, type Kind, type Parsed } from '../../announcement/kind.ts';

/** A stretch of every day in Beijing, `18:30` to `07:45`; it may go over midnight. The end is no longer in it. */
export interface Hours {
  from: ClockTime;
  to: ClockTime;
}

/** `07:45`. As text these sort by time. */
export type ClockTime = string;

const RANGE = /(\d{1,2}):(\d{2})\s*(?:[-~～–—－]{1,2}|至|到)\s*(\d{1,2}):(\d{2})/gu;

/** Every stretch named in a sentence, such as 服务时间 in site.yaml: `工作日 08:30–12:00、14:00–17:30`. */
export const hoursIn = (sentence: string): readonly Hours[] =>
  Array.from(sentence.replaceAll('：', ':').matchAll(RANGE), ([, hour, minute, toHour, toMinute]) => ({
    from: `${hour!.padStart(2, '0')}:${minute!}`,
    to: `${toHour!.padStart(2, '0')}:${toMinute!}`,
  })).filter(({ from, to }) => isClockTime(from) && isClockTime(to));

const isClockTime = (time: string): boolean => time < '24:00' && time.slice(3) < '60';

/** Whether a time of day lies in a stretch. */
export const isWithin = ({ from, to }: Hours, time: ClockTime): boolean =>
  from < to ? from <= time && time < to : from <= time || time < to;

/** Whether two stretches share a minute. */
export const overlap = (one: Hours, other: Hours): boolean =>
  isWithin(one, other.from) || isWithin(other, one.from);

/** 安静时段: `18:30–07:45`. */
export const hoursKind: Kind<Hours> = {
  name: 'hours',
  parse: (text) => {
    const [hours, ...more] = hoursIn(text);
    const isAlone = toHalfWidth(text).replace(RANGE, '').trim() === '' && more.length === 0;
    if (hours === undefined || !isAlone) return unreadable(text);
    if (hours.from === hours.to)
      return fault('S103', `时段“${text}”的开始和结束相同`, {
        help: '写明从几点到几点',
        example: '18:30–07:45',
      });
    return ok(hours);
  },
  print: ({ from, to }) => `${from}–${to}`,
  toJson: (value) => value,
};

/** `18:30–24:00` and `18点30分到7点45分` are told how to write what they mean. */
function unreadable(text: string): Parsed<never> {
  const [, hour, minute, toHour, toMinute] =
    /^(\d{1,2})[:点时.](\d{2})分?\D+(\d{1,2})[:点时.](\d{2})分?$/u.exec(toHalfWidth(text)) ?? [];
  const clock = (hours = '', minutes = ''): string =>
    `${hours.padStart(2, '0')}:${minutes}`.replace('24:00', '00:00');
  const [from, to] = [clock(hour, minute), clock(toHour, toMinute)];
  const isMeant = hour !== undefined && isClockTime(from) && isClockTime(to) && from !== to;
  const what = /(?<!\d)24[:点时.]00/u.test(toHalfWidth(text)) ? '，24:00 要写成 00:00' : '';
  const remedy = isMeant ? { fix: `${from}–${to}` } : { example: '18:30–07:45（可以跨过零点）' };
  return fault('S103', `看不懂时段“${text}”${what}`, remedy);
}
