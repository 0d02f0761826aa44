import { check, isPublishable } from '../core/check.ts';
import type { Corpus } from '../core/corpus/corpus.ts';
import { columnsOf } from '../core/report.ts';
import {
  addCounts,
  countMonths,
  discloseYear,
  totalOf,
  type Counts,
  type DisclosureLabel,
  type YearlyDisclosure,
} from '../core/statistics.ts';
import { periodOf, type Period } from '../core/statistics/period.ts';
import { readSettings, settingsFor, SettingsError } from '../settings.ts';
import { refuseNoFolder } from './content-dir.ts';
import { formatOf, readOptions } from './options.ts';
import { catalogueOfYear, wordsOfCatalogue, writeDraft } from './report/disclosure.ts';
import { labelsReport } from './report/labels.ts';

const usage = `用法：npm run report -- 年份 [--to 月] [--format text|json]
      npm run report -- 年份 --disclosure [--out 文件] [--to 月] [--format text|json]
      npm run report -- labels [--least 份数] [--format text|json]

  打印一年的信息公开统计：可以直接抄进年度报告的一段话，和按月的表格。
  按第一次发布的时间（北京时间）数，一份公告数一次；更正、终止也是公告；撤下的不数。
  --to      只数到这个月（含）；今年不写时数到上个月底
  --disclosure  按政府信息公开目录（content/disclosure/）数，并且按国办公开办函〔2021〕30号的格式
            起草政府信息公开工作年度报告：知道的填上，不知道的是〔待填〕，不会当作 0
  --out     把年度报告的草稿写进这个文件，例如 content/disclosure/other/annual-report-2025.md；
            不写时打印出来
  labels    列出“其他事项”里很多公告都在用的名称，可以考虑做成专门的栏目
  --least   labels 只列至少这么多份公告用到的名称；不写就是 3
  --format  json 给程序用
  各类的名称和顺序写在 content/site.yaml 的“年度统计”里，不写就用中心历年的写法。
  结束时给别的程序的数字：0 打印了，1 内容有错误、数不准，2 没能统计。`;

/** `npm run report`: the year's disclosure paragraph and a table by month. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options.of === 'help') return print(usage);
  const settings = readSettings();
  const { contentDir } = settings;
  refuseNoFolder(contentDir);
  const { corpus, findings } = check(contentDir);
  const { now } = settingsFor(settings, corpus.site);
  const announcements = corpus.current.map(({ announcement }) => announcement);
  const period = options.of === 'year' ? periodAskedFor(options, now) : undefined;
  if (!isPublishable(findings)) {
    console.error('内容里有错误，读不出来的公告会数漏。请先运行 npm run check，改好再统计。');
    return 1;
  }
  if (options.of === 'labels') return print(labelsReport(announcements, options));
  if (options.ofCatalogue) return printCatalogue(corpus, period!, options, contentDir);
  const { text, labels, months, counts } = disclosed(() =>
    discloseYear(countMonths(announcements, period!.year), period!, corpus.site),
  );
  if (options.format === 'json')
    return print(JSON.stringify({ ...period, text, counts, months }, undefined, 2));
  return print(`${text}\n\n${table(months, labels)}`);
}

/** The catalogue of a year and the draft of its report; the report goes where it is asked for. */
function printCatalogue(
  corpus: Corpus,
  period: Period,
  { out, format }: { out: string | undefined; format: 'text' | 'json' },
  contentDir: string,
): number {
  const announcements = corpus.current.map(({ announcement }) => announcement);
  const announced = disclosed(() =>
    discloseYear(countMonths(announcements, period.year), period, corpus.site),
  );
  const year = catalogueOfYear(corpus, period, announced, contentDir);
  if (out !== undefined) writeDraft(out, year.draft);
  if (format === 'json')
    return print(
      JSON.stringify(
        { ...period, ...year, announcements: { text: announced.text, counts: announced.counts } },
        undefined,
        2,
      ),
    );
  const words = wordsOfCatalogue(year);
  return print(out === undefined ? `${words}\n\n${year.draft}` : `${words}\n\n草稿写在 ${out}`);
}

function disclosed(disclose: () => YearlyDisclosure): YearlyDisclosure {
  try {
    return disclose();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsError(`${reason}。请核对 content/site.yaml 的“年度统计”：五类都要列出，每类一次。`, {
      cause,
    });
  }
}

const periodAskedFor = ({ year, to }: { year: number; to: number | undefined }, now: string): Period =>
  to === undefined ? countable(year, now) : { year, toMonth: to };

/** A year that is over counts whole; the present one to the end of the month before. */
function countable(year: number, now: string): Period {
  const period = periodOf(year, now);
  if (period) return period;
  if (String(year) !== now.slice(0, 4)) throw new SettingsError(`${year} 年还没有到，没有可以统计的。`);
  throw new SettingsError(`${year} 年还没有过完一个月；要数到现在请写 --to 1。`);
}

/** Months down, categories across, sums at both ends; columns by display width. */
function table(months: readonly Counts[], labels: readonly DisclosureLabel[]): string {
  const line = (head: string, counts: Counts): readonly string[] => [
    head,
    ...labels.map(({ category }) => String(counts[category])),
    String(totalOf(counts)),
  ];
  const rows = [
    ['月份', ...labels.map(({ name }) => name), '合计'],
    ...months.map((counts, index) => line(`${index + 1}月`, counts)),
    line('合计', addCounts(months)),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column]!))));
  return rows
    .map((row) => row.map((cell, column) => ' '.repeat(widths[column]! - columnsOf(cell)) + cell).join('  '))
    .join('\n');
}

type Asked =
  | { of: 'help' }
  | { of: 'labels'; least: number; format: 'text' | 'json' }
  | {
      of: 'year';
      year: number;
      to: number | undefined;
      format: 'text' | 'json';
      ofCatalogue: boolean;
      out: string | undefined;
    };

function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = readOptions(args, usage, {
    to: { type: 'string' },
    least: { type: 'string' },
    disclosure: { type: 'boolean', default: false },
    out: { type: 'string' },
    format: { type: 'string', default: 'text' },
  });
  if (values.help) return { of: 'help' };
  const [what = ''] = positionals;
  const format = formatOf(values.format, ['text', 'json']);
  if (what === 'labels' && positionals.length === 1) {
    if (values.to !== undefined) throw new SettingsError('labels 不分年月，不写 --to。');
    if (values.disclosure) throw new SettingsError('--disclosure 和年份一起写，不和 labels 一起写。');
    return { of: 'labels', least: leastOf(values.least ?? '3'), format };
  }
  if (!/^(?:19|20|21)\d{2}$/u.test(what) || positionals.length > 1)
    throw new SettingsError(`要统计哪一年？例如 npm run report -- 2018\n\n${usage}`);
  if (values.least !== undefined) throw new SettingsError('--least 只和 labels 一起写。');
  const ofCatalogue = values.disclosure;
  if (values.out !== undefined && !ofCatalogue) throw new SettingsError('--out 只和 --disclosure 一起写。');
  const to = values.to === undefined ? undefined : Number(values.to);
  if (to !== undefined && !(Number.isInteger(to) && to >= 1 && to <= 12))
    throw new SettingsError(`--to 写 1 到 12 的月份，不能是“${values.to!}”。`);
  return { of: 'year', year: Number(what), to, format, ofCatalogue, out: values.out };
}

function leastOf(written: string): number {
  if (/^[1-9]\d{0,5}$/u.test(written)) return Number(written);
  throw new SettingsError(`--least 写 1 或者更大的整数，不能是“${written}”。`);
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
