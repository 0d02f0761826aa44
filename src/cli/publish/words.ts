import { printInstant } from '../../core/announcement/instant.ts';
import { idOf } from '../../core/report.ts';
import type { Published, Step } from '../../office/publish.ts';
import type { Served } from '../../office/served.ts';
import type { SiteStatus } from '../../core/publishing.ts';
import { VERBS, type Subject } from '../../office/subjects.ts';

/** What a step is called while it runs. */
export const STEP_WORDS: Readonly<Record<Exclude<Step, 'server'>, string>> = {
  fetch: '取来别人已经发布的',
  check: '检查',
  send: '送出',
  overtaken: '有人刚好先发布了，接在后面再来一次',
};

/** A line for each thing that would be published. */
export const planned = (subjects: readonly Subject[]): string =>
  [`要发布的有 ${subjects.length} 项：`, ...subjects.map((one) => `  ${lineOf(one)}`)].join('\n');

function lineOf({ kind, title, type, id, attachments }: Subject): string {
  const facts = [type, id, attachments > 0 ? `附件 ${attachments} 个` : ''].filter(Boolean);
  return `${VERBS[kind]}  ${title}${facts.length > 0 ? `（${facts.join('，')}）` : ''}`;
}

const UNTOUCHED = '文件都在，什么也没有改动。';

/** What came of publishing, in words; those of what was sent say what is still to come. */
export function outcome(published: Published): string {
  switch (published.kind) {
    case 'sent':
      return `已经送出。${published.isBehind ? BEHIND : ''}`;
    case 'kept':
      return '已经记下。网站还没有更新：请接着运行 npm run release。';
    case 'nothing':
      return '没有要发布的：文件和已经发布的一样。';
    case 'faulty':
      return `没有发布，${UNTOUCHED}\n请按上面写的改好，再运行一次。`;
    case 'declined':
      return `没有发布，${UNTOUCHED}`;
    case 'clash':
      return [`没有发布，${UNTOUCHED}`, ...published.clashes.map(clashed)].join('\n');
    case 'refused':
      return [`网站没有收下，${UNTOUCHED}`, ...refusal(published.words)].join('\n');
    case 'overtaken':
    case 'changed':
      return `别人一直在发布，这一次没有轮到。${UNTOUCHED}\n请过一会儿再运行一次。`;
  }
}

const BEHIND =
  '\n别人改过你正在写的文件，你这里还是原来的。\n发布那份文件以前，先请技术人员把两边的改动合到一起。';

const refusal = (words: readonly string[]): readonly string[] =>
  words.length === 0
    ? ['它没有说为什么。请技术人员看看它的记录。']
    : ['它是这样说的：', ...words.map((line) => `  ${line}`), '请照着改好，再运行一次。'];

function clashed({ path, isNewToBoth, theirs }: (Published & { kind: 'clash' })['clashes'][number]): string {
  const file = path.slice(Math.max(path.indexOf('announcements/'), 0));
  const id = idOf(file);
  const who = theirs ? `${theirs.name}在${printInstant(shanghai(theirs.at))}` : '别人';
  if (isNewToBoth && id !== undefined)
    return `标识“${id}”${who}已经用了。\n请给你的文件换一个名字，例如 ${id}-2，再运行一次。`;
  return `${who}也改过 ${file}。\n请和他商量用哪一份，再请技术人员合到一起。`;
}

/** Git writes the zone of whoever published. */
const shanghai = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });

/** What the site says while it is waited for. */
export const waiting = ({ phase, since }: SiteStatus): string =>
  phase === 'building' ? `  网站从 ${clock(since)} 起在更新……` : '  网站还没有开始更新……';

const clock = (instant: string): string => instant.slice(11, 16);

/** What came of the wait for the site. */
export function waited(served: Served, address: string): string {
  switch (served.kind) {
    case 'served':
      return `网站已经更新：${address}`;
    case 'failed':
      return ['网站没有更新，还是原来的。', ...reasons(served.status)].join('\n');
    case 'none':
      return `已经送出。网站不报告发布情况，过几分钟请自己看看：${address}`;
    case 'late':
      return served.status
        ? '已经送出，等了很久网站还没有更新。请技术人员看看网站的机器。'
        : '已经送出，网站的机器没有回应。请技术人员看看。';
  }
}

const reasons = ({ reason, findings }: SiteStatus): readonly string[] => [
  ...(reason === undefined ? [] : [reason]),
  ...findings.map(({ code, file, line, message, help }) =>
    [`${code} ${file} 第 ${line} 行：${message}`, ...(help === undefined ? [] : [`  改法：${help}`])].join(
      '\n',
    ),
  ),
];
