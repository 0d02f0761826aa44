import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { printInstant } from '../core/announcement/instant.ts';
import { isReadable, withdrawalOf } from '../core/announcement/withdrawal.ts';
import { check, type CheckedContent } from '../core/check.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { withdrawalLines, writeWithdrawal, type WithdrawalWords } from '../core/mend/withdraw.ts';
import { idOf, toText } from '../core/report.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { refuseNoFolder } from './content-dir.ts';
import { lineReader } from './lines.ts';
import { isAtTerminal, Stopped, terminal } from './drafting/terminal.ts';
import { fromTheFirst, Trail } from './drafting/trail.ts';
import { readOptions } from './options.ts';
import { replaceFile } from './replace-file.ts';
import { Trial } from './trial.ts';

const usage = `用法：npm run withdraw -- 标识 --reason 文字 [--basis 文字]

  撤下一份已经发布的公告：在它的文件里写上“撤下”（时间、原因、依据），别的一个字也不动，也不删文件。
  生成网站以后，它的网址还在，网页说明已经撤下；列表、检索、统计、大屏和触摸屏上不再有它，
  订阅和日历会通知已经收到它的人。内容要改的用 npm run correct，不用撤下。
  --reason  为什么撤下；写到个人信息的，网页不再显示原文和附件
  --basis   依据哪份文件或者哪条规定，没有就不写
  由别的程序运行时不提问。
  结束时给别的程序的数字：0 写好了，1 写了会有错误、没有写，2 没能运行。`;

/** `npm run withdraw`: writes 撤下 into the file of an announcement and changes nothing else. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, {
    reason: { type: 'string' },
    basis: { type: 'string' },
  });
  const [name] = positionals;
  if (values.help || name === undefined || positionals.length > 1) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const { contentDir, now } = readSettings();
  refuseNoFolder(contentDir);
  const content = check(contentDir);
  const entry = entryOf(name, content);
  const words = await wordsOf(entry, values, now);
  return words ? withdraw(entry, words, contentDir, content) : 2;
}

/** @throws {SettingsError} where there is nothing that could be withdrawn */
function entryOf(name: string, { corpus: { entries, ids } }: CheckedContent): Entry {
  const id = idOf(name.replaceAll('\\', '/').replace(/^(?:\.\/)?content\//u, '')) ?? name;
  const entry = entries.find((one) => one.id === id);
  if (!entry && ids.has(id)) {
    throw new SettingsError(`“${id}”的各栏读不出来，没有改动它。先按 npm run check -- ${id} 的提示改好。`);
  }
  if (!entry) throw new SettingsError(`没有“${id}”这份公告。${whatWasMeant(id, [...ids])}`);
  const withdrawal = withdrawalOf(entry.announcement);
  if (withdrawal) {
    throw new SettingsError(`“${id}”在${printInstant(withdrawal.at)}已经撤下，没有改动它。`);
  }
  return entry;
}

/** Farthest slip of the keyboard in an id, in characters. */
const FARTHEST_SLIP = 2;

function whatWasMeant(id: string, ids: readonly string[]): string {
  const near = ids.length === 0 ? undefined : closest(id, ids);
  return near !== undefined && distance(id, near) <= FARTHEST_SLIP
    ? `是不是“${near}”？`
    : '标识是公告的文件名，不带 .md。';
}

/** What is given on the command line; what is missing is asked for where somebody can answer. */
async function wordsOf(
  { announcement }: Entry,
  given: { reason?: string | undefined; basis?: string | undefined },
  at: string,
): Promise<WithdrawalWords | undefined> {
  const fault = [given.reason, given.basis].flatMap((text) => faultIn(text) ?? [])[0];
  if (fault !== undefined) throw new SettingsError(`${fault}\n\n${usage}`);
  const basis = given.basis?.trim() || undefined;
  const reason = given.reason?.trim();
  if (reason) return { at, reason, basis };
  if (!isAtTerminal()) throw new SettingsError(`要写明为什么撤下：--reason 文字\n\n${usage}`);
  try {
    terminal.open(`撤下：${announcement.title}`, '不撤下');
    const asked = await askForWords(basis);
    return { at, reason: asked.reason, basis: asked.basis || undefined };
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped;
    terminal.close('没有撤下，文件没有改动。');
    return undefined;
  }
}

/** Asks why, and by what rule where `basis` is not given. */
async function askForWords(basis: string | undefined): Promise<{ reason: string; basis: string }> {
  const words = { reason: '', basis: basis ?? '' };
  const trail = new Trail();
  const askAll = async (): Promise<void> => {
    await trail.ask('原因', true, async () => {
      words.reason = await terminal.text('为什么撤下？', {
        ...(words.reason !== '' && { proposal: words.reason }),
        example: '项目信息有误，重新发布为 gm-js-2026-013-tender',
        check: (text) => (text === '' ? '要写明原因，读者会看到' : faultIn(text)),
      });
    });
    await trail.ask('依据', basis === undefined, async () => {
      words.basis = await terminal.text('依据哪份文件或者哪条规定？没有就直接回车', { check: faultIn });
    });
  };
  await fromTheFirst(() => trail.follow(askAll));
  return words;
}

const faultIn = (text: string | undefined): string | undefined =>
  text !== undefined && /[\r\n\u2028\u2029]/u.test(text.trim()) ? '原因和依据各写成一行' : undefined;

function withdraw(entry: Entry, words: WithdrawalWords, contentDir: string, content: CheckedContent): number {
  const path = join(contentDir, entry.file);
  const written = writeWithdrawal(entry.file, readFileSync(path), words);
  if (!written) {
    const lines = withdrawalLines(words).trimEnd();
    throw new SettingsError(
      `content/${entry.file} 的各栏写法特殊，不能代写，没有改动它。请自己写在各栏最后：\n${lines}`,
    );
  }
  const { own, others, isShown } = tryOut(entry, written, contentDir);
  if (own !== '') {
    process.stdout.write(own);
    console.error('没有撤下，文件没有改动。改一改 --reason 或者 --basis 再运行一次。');
    return 1;
  }
  replaceFile(path, written);
  console.log(told(entry, isShown, content));
  if (others !== '') process.stdout.write(`\n撤下以后还要处理下面的问题：\n\n${others}`);
  return 0;
}

/** What is new among the findings once the file is written, of itself and of others, in words. */
function tryOut(entry: Entry, written: Uint8Array, contentDir: string) {
  const { id, file, announcement } = entry;
  const code = 'projectCode' in announcement ? announcement.projectCode : undefined;
  const trial = new Trial(contentDir, new Set([id, ...(code === undefined ? [] : [code])]));
  try {
    const before = new Set(check(trial.folder).findings.map(keyOf));
    trial.write(file, written);
    const { findings, corpus } = check(trial.folder);
    const fresh = findings.filter((finding) => finding.severity === 'error' && !before.has(keyOf(finding)));
    const textOf = (own: boolean): string =>
      toText(
        fresh.filter((finding) => (finding.file === file) === own),
        lineReader(trial.folder),
      );
    const tried = corpus.entries.find((one) => one.id === id)!;
    return { own: textOf(true), others: textOf(false), isShown: isReadable(tried.announcement) };
  } finally {
    trial.remove();
  }
}

const keyOf = ({ file, code, message }: Diagnostic): string => `${file} ${code} ${message}`;

function told({ id, file }: Entry, isShown: boolean, { corpus }: CheckedContent): string {
  const resting = corpus.current
    .filter(({ announcement }) => 'related' in announcement && announcement.related === id)
    .map((one) => one.id);
  return [
    `已写入 content/${file}；生成网站以后公告就撤下了。`,
    isShown
      ? '   网页上先写明已经撤下，下面留着原文，供人查证。'
      : '   原因写到了个人信息：网页不再显示原文和附件。文件里的原文还在，请一并处理。',
    ...(resting.length > 0 ? [`   接在它后面的公告照样有效，要撤下的请逐份撤下：${resting.join('、')}`] : []),
    `   看看网页上的样子：npm run preview -- ${id}`,
  ].join('\n');
}
