import { GLASS_STATES } from '../screen/browser/beat.ts';
import { PROBLEMS, STATES, type Health } from './health.ts';
import { FOLDERS } from './log.ts';
import { MIRROR_PROBLEMS, recordIn, type MirrorHealth } from './mirror.ts';
import { FILE_FAULTS, type FileFault, type FileHealth, type Report } from './report.ts';

type Doubted = Readonly<Record<string, unknown>>;

/** Reads what `toJson` wrote, now or in a version of before, and doubts everything in it; a fault where it is anything else. */
export function parseReport(text: string): Report | FileFault {
  if (text.trim() === '') return 'empty';
  const value = recordIn(text);
  if (value === undefined) return 'broken';
  const { schema, screens, mirrors = [], files, box } = value;
  const at = typeof value['at'] === 'string' ? Date.parse(value['at']) : Number.NaN;
  const isOurs =
    schema === 1 &&
    !Number.isNaN(at) &&
    areAll(screens, isHealth) &&
    areAll(mirrors, isMirror) &&
    (files === undefined || areAll(files, isFile)) &&
    isAbsentOr(isLabel)(box);
  return isOurs ? { at, box, screens, mirrors, files } : 'foreign';
}

function areAll<T>(value: unknown, is: (one: unknown) => one is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= MOST && value.every(is);
}

/** Screens of one report. */
const MOST = 1000;
/** Characters of a name. */
const LONGEST = 300;

const isRecord = (value: unknown): value is Doubted =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST;
const isLabel = (value: unknown): value is string => isText(value) && value !== '';
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9-]{1,64}$/u.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
/** A moment that a date can hold. */
const isMoment = (value: unknown): value is number => isCount(value) && value < 8.64e15 - 8.64e7;
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isOneOf =
  <T>(known: readonly T[]) =>
  (value: unknown): value is T =>
    known.some((one) => one === value);
const isAbsentOr =
  <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is T | undefined =>
    value === undefined || is(value);

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const fits = (value: unknown, shape: Shape): boolean =>
  isRecord(value) && Object.entries(shape).every(([key, is]) => is(value[key]));

const DEVICE: Shape = {
  state: isOneOf(STATES),
  problems: (value) => areAll(value, isOneOf(PROBLEMS)),
  skewSeconds: isAbsentOr(isNumber),
  glass: isAbsentOr(isOneOf(GLASS_STATES)),
  minutesAlone: isAbsentOr(isCount),
  size: isAbsentOr((value): value is unknown => fits(value, { width: isCount, height: isCount })),
  ratio: isAbsentOr(isNumber),
};

/** What the last beat told: all of it where a device has been heard. */
const HEARD: Shape = { at: isMoment, seq: isCount, minutes: isCount, errors: isCount, restarts: isCount };

const OTHER: Shape = { ...DEVICE, ...HEARD, since: isMoment, system: isAbsentOr(isLabel), isOfHall: isFlag };

const SCREEN: Shape = {
  ...DEVICE,
  folder: isAbsentOr(isOneOf(FOLDERS)),
  id: isId,
  box: isAbsentOr(isLabel),
  name: isText,
  expectedSeq: isCount,
  publishedAt: isAbsentOr(isNumber),
  isDoubtful: isAbsentOr(isFlag),
  others: (value) => areAll(value, (one): one is unknown => fits(one, OTHER)),
};

const isHealth = (value: unknown): value is Health =>
  fits(value, SCREEN) && ((value as Doubted)['state'] === 'never' || fits(value, HEARD));

const MIRROR: Shape = {
  problems: (value) => areAll(value, isOneOf(MIRROR_PROBLEMS)),
  contactAt: isAbsentOr(isMoment),
  skewSeconds: isAbsentOr(isNumber),
  busy: isAbsentOr(isNumber),
  message: isAbsentOr(isText),
  box: isAbsentOr(isLabel),
};

const isMirror = (value: unknown): value is MirrorHealth => fits(value, MIRROR);

const isFile = (value: unknown): value is FileHealth =>
  fits(value, { name: isLabel, at: isAbsentOr(isMoment), fault: isAbsentOr(isOneOf(FILE_FAULTS)) });
