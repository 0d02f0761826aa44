import type { Health } from './health.ts';
import { parseReport } from './parse-report.ts';
import type { FileFault, FileHealth, Report } from './report.ts';

const MINUTE = 60_000;

/** Minutes after which nobody makes a report any more: it is made every two. */
const OLD = 10;
/** Minutes that a screen may take to show what was published: in the night, by way of a box. A kiosk waits for its visitor too. */
const TO_SHOW = { display: 40, kiosk: 100 } as const;

/** The text of a report; nothing where it cannot be read. */
export interface ReportFile {
  readonly name: string;
  /** What its box is called that has not told its name. */
  readonly label: string;
  readonly text: string | undefined;
}

/** Several reports as one: of each screen, on each box, whoever has heard it last. */
export function joinReports(files: readonly ReportFile[], now: number): Report {
  const read = files.map((file) => readFile(file, now));
  const all = read.flatMap(({ report }) => report?.screens ?? []);
  return {
    at: now,
    screens: newestOf(all).map((health) => againstNewest(health, all)),
    mirrors: read.flatMap(({ report }) => report?.mirrors ?? []),
    files: read.flatMap(({ file, report }) => [file, ...(report?.files ?? [])]),
  };
}

interface Read {
  readonly file: FileHealth;
  readonly report?: Report;
}

function readFile({ name, label, text }: ReportFile, now: number): Read {
  const report = text === undefined ? 'missing' : parseReport(text);
  if (typeof report === 'string') return { file: { name, fault: report } };
  const fault = faultOfAge(now - report.at);
  const named = withBox(report, label);
  const files = report.files?.map((file) => ({ ...file, name: `${name} › ${file.name}` }));
  return {
    file: { name, at: report.at, fault },
    report: { ...named, files, screens: fault ? named.screens.map(withoutProof) : named.screens },
  };
}

function faultOfAge(age: number): FileFault | undefined {
  if (age > OLD * MINUTE) return 'old';
  return age < -OLD * MINUTE ? 'ahead' : undefined;
}

/** The screens of a mirror hang on its box: two boxes that show one screen stay two. */
function withBox(report: Report, label: string): Report {
  const { screens, mirrors } = report;
  const box = report.box ?? (report.files === undefined && mirrors.length > 0 ? label : undefined);
  if (box === undefined) return report;
  return {
    ...report,
    screens: screens.map((screen) => ({ ...screen, box: screen.box ?? box })),
    mirrors: mirrors.map((mirror) => ({ ...mirror, box: mirror.box ?? box })),
  };
}

/** Nobody listens any more to a screen that was well then. */
const withoutProof = (health: Health): Health =>
  health.state === 'online' || health.state === 'late' ? { ...health, state: 'unknown' } : health;

const screenOf = ({ folder = 'display', id }: Health): string => `${folder}/${id}`;

/** A report that has not heard a screen says nothing of it where another has. */
function newestOf(all: readonly Health[]): readonly Health[] {
  const newest = new Map<string, Health>();
  const heard = new Set(all.filter(({ at }) => at !== undefined).map(screenOf));
  for (const health of all) {
    const screen = screenOf(health);
    if (health.at === undefined && heard.has(screen)) continue;
    const key = health.at === undefined ? screen : `${screen} ${health.box ?? ''}`;
    const before = newest.get(key);
    if (!before || (health.at ?? 0) > (before.at ?? 0)) newest.set(key, health);
  }
  return [...newest.values()];
}

/** A box compares its screens with its own copy. Where another report knows of something newer, that should be shown. */
function againstNewest(health: Health, all: readonly Health[]): Health {
  const { expectedSeq, publishedAt } = all
    .filter((other) => screenOf(other) === screenOf(health))
    .reduce((a, b) => (b.expectedSeq > a.expectedSeq ? b : a), health);
  const { seq, at, folder = 'display', problems } = health;
  if (expectedSeq === health.expectedSeq || seq === undefined || at === undefined) return health;
  const isLagging = seq !== expectedSeq && at - (publishedAt ?? at) > TO_SHOW[folder] * MINUTE;
  const isTold = problems.includes('revision');
  return { ...health, expectedSeq, problems: isLagging && !isTold ? [...problems, 'revision'] : problems };
}
