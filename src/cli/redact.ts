import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../core/check.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import { withdrawalOf } from '../core/announcement/withdrawal.ts';
import { readBook } from '../core/ledger/book.ts';
import { redact, type Redaction } from '../core/mend/redact.ts';
import { toText } from '../core/report.ts';
import { additionsFor, registerRedaction } from '../ledger/registering.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { isAtTerminal, Stopped, terminal } from './drafting/terminal.ts';
import { keptLedger } from './ledger/kept.ts';
import { signed } from './ledger/signed.ts';
import { soundContent, type Sound } from './ledger/sound.ts';
import { lineReader } from './lines.ts';
import { readOptions } from './options.ts';
import { replaceFile } from './replace-file.ts';
import { Trial } from './trial.ts';

const usage = `用法：npm run redact -- 标识 --field 栏 --words 文字 --reason 文字 [--yes]

  依法必须删去公告里的几个字（例如误登的身份证号码）时用：这几个字在文件里都换成 ■，以前登记的内容也删掉，
  只留下登记过的摘要。以前的回执仍然有效，但是再也看不到当时的原文。其余一个字也不动，公告照样有效。
  --field   这几个字在哪一栏，或者正文
  --words   要删去的文字，照文件里的写
  --reason  依据什么、为什么；会公开，不要把删去的内容写进去
  --yes     不问；平常要问两次，删了找不回来
  退出码：0 做好了，1 内容有错误、什么也没有改，2 没能运行。`;

/** `npm run redact`: makes words of a published announcement unreadable, in its file and in the ledger. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, {
    field: { type: 'string' },
    words: { type: 'string' },
    reason: { type: 'string' },
    yes: { type: 'boolean', default: false },
  });
  const [id, ...others] = positionals;
  if (values.help || id === undefined || others.length > 0) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const wanted = wantedIn(values);
  keptLedger(readSettings().contentDir);
  const sound = soundContent();
  if (!sound) return 1;
  const entry = registered(id, sound);
  const written = redactedFile(entry, wanted, sound.settings.contentDir);
  if (!values.yes && !(await isSure(entry, wanted, written.count))) return 2;
  return carryOut(entry, wanted, written.written, sound);
}

type Wanted = Redaction & { readonly reason: string };

function wantedIn(given: { field?: string; words?: string; reason?: string }): Wanted {
  const [field, words, reason] = [given.field, given.words, given.reason].map(
    (text) => text?.trim() ?? '',
  ) as [string, string, string];
  if (field === '' || words === '' || reason === '')
    throw new SettingsError(`要写明在哪一栏、哪些字、为什么：--field、--words、--reason\n\n${usage}`);
  if ([...words].length < SHORTEST) throw new SettingsError('--words 至少写两个字，免得换掉别处相同的字。');
  if (/[\r\n]/u.test(words + reason))
    throw new SettingsError('--words 和 --reason 各写成一行；分几行的，一行一行地删。');
  if (reason.includes(words)) throw new SettingsError('--reason 会公开，里面不能有要删去的字。');
  return { field, words, reason };
}

const SHORTEST = 2;

/** @throws {SettingsError} for one that is not registered as it stands */
function registered(id: string, { settings: { contentDir }, published }: Sound): Entry {
  const entry = published.find((one) => one.id === id);
  if (!entry) throw new SettingsError(`没有“${id}”这份已经发布的公告。标识是公告的文件名，不带 .md。`);
  if (withdrawalOf(entry.announcement)) throw new SettingsError(`“${id}”已经撤下，没有改动它。`);
  const book = readBook(keptLedger(contentDir));
  const isDue = book.of(id).length === 0 || additionsFor(contentDir, book, [entry]).length > 0;
  if (isDue)
    throw new SettingsError(`“${id}”还没有登记好，直接改文件，或者先运行 npm run ledger -- append。`);
  return entry;
}

function redactedFile({ file }: Entry, wanted: Wanted, contentDir: string) {
  const done = redact(file, readFileSync(join(contentDir, file)), wanted);
  if (!done)
    throw new SettingsError(
      `content/${file} 的“${wanted.field}”里没有这段文字，没有改动。照文件里的写，空格也要一样。`,
    );
  return done;
}

/** Asked twice: what is removed here is nowhere else. @throws {SettingsError} where nobody can be asked */
async function isSure({ announcement }: Entry, { field }: Wanted, count: number): Promise<boolean> {
  if (!isAtTerminal()) throw new SettingsError('确实要删去，请加 --yes。');
  try {
    terminal.open(`删去“${announcement.title}”“${field}”里的文字，一共 ${count} 处`, '不删');
    return (
      (await terminal.confirm('这几个字换成 ■，以前登记的内容也删掉？', '删去', '不删')) &&
      (await terminal.confirm('删了找不回来。是法律要求删的吗？', '是，删去', '不删'))
    );
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped;
    terminal.close('没有删，文件没有改动。');
    return false;
  }
}

function carryOut(entry: Entry, { field, reason }: Wanted, written: Uint8Array, { settings }: Sound): number {
  const { contentDir, now } = settings;
  const problems = problemsOf(entry, written, contentDir);
  if (problems !== '') {
    process.stdout.write(problems);
    console.error('没有删，文件没有改动：换成 ■ 以后这一栏读不出来。');
    return 1;
  }
  replaceFile(join(contentDir, entry.file), written);
  const after = check(contentDir).corpus.entries.find(({ id }) => id === entry.id)!;
  registerRedaction(contentDir, after, { at: now, field, reason });
  signed(settings);
  console.log(told(entry));
  if (settings.ledgerKey === undefined && keptLedger(contentDir).checkpoints !== undefined)
    console.log(UNSIGNED);
  return 0;
}

const UNSIGNED =
  '   这一条还没有签名。请到有钥匙的机器上运行 npm run ledger -- append，再更新网站；签名以前，核对网站的人会以为登记的内容丢了。';

/** Errors that the file would have afterwards, in words. */
function problemsOf({ id, file, announcement }: Entry, written: Uint8Array, contentDir: string): string {
  const code = 'projectCode' in announcement ? announcement.projectCode : undefined;
  const trial = new Trial(contentDir, new Set([id, ...(code === undefined ? [] : [code])]));
  try {
    trial.write(file, written);
    const errors = check(trial.folder).findings.filter(
      (finding) => finding.file === file && finding.severity === 'error',
    );
    return errors.length === 0 ? '' : toText(errors, lineReader(trial.folder));
  } finally {
    trial.remove();
  }
}

const told = ({ id, file }: Entry): string =>
  [
    `content/${file} 里的这几个字都换成了 ■，以前登记的内容已经删掉，登记了一条“删去内容”。`,
    '   下一次更新网站就看不到了。附件里有的，另外处理。',
    `   git 的历史、备份、镜像和别人下载过的文件里还有，请技术人员处理。看看网页上的样子：npm run preview -- ${id}`,
  ].join('\n');
