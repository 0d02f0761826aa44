import { isPublishable } from '../core/check.ts';
import { loadSite } from '../core/corpus/load.ts';
import { summary, toText } from '../core/report.ts';
import { listChanges } from '../office/changes.ts';
import { wordsOfFault } from '../office/fault-words.ts';
import { GitFault } from '../office/git-process.ts';
import { readIdentity, writeIdentity } from '../office/identity.ts';
import { publishFiles, type Plan, type Published } from '../office/publish.ts';
import { findRepository, type ContentRepository } from '../office/repository.ts';
import { readSettings, SettingsError, type Settings } from '../settings.ts';
import { basePath, origin } from '../site/address.ts';
import { refuseNoFolder } from './content-dir.ts';
import { isAtTerminal, Stopped, terminal } from './drafting/terminal.ts';
import { lineReader } from './lines.ts';
import { readOptions } from './options.ts';
import { chooseFiles } from './publish/choose.ts';
import { waitForSite } from './publish/wait.ts';
import { outcome, planned, STEP_WORDS, waited, waiting } from './publish/words.ts';

const usage = `用法：npm run publish -- [文件或标识 …] [--all] [--no-wait]

  发布写好的公告：检查、送出、等网站更新。只发布写明的，别人没写完的不动。
  不写文件时列出有改动的，问发布哪几项；只有一项就发布它。
  --all            有改动的全部发布
  --no-wait        送出就结束，不等网站更新
  --wait 分钟      最多等多久，不写是 15
  --name 姓名 --email 邮箱   第一次发布时说明是谁，以后记得
  中途按 Ctrl-C 停下，写好的文件都在，再运行一次就行。
  结束时给别的程序的数字：0 发布了或者没有要发布的，1 没有发布或者网站没有更新，2 没能运行。`;

type Options = ReturnType<typeof readArguments>;

/** `npm run publish`: checks what has changed, sends it, and waits until the site serves it. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const settings = readSettings();
  refuseNoFolder(settings.contentDir);
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  for (const signal of SIGNALS) process.on(signal, abort);
  try {
    return await publish(settings, options, stop.signal);
  } catch (reason) {
    return told(reason, stop.signal);
  } finally {
    for (const signal of SIGNALS) process.off(signal, abort);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function publish(settings: Settings, options: Options, signal: AbortSignal): Promise<number> {
  const repository = await findRepository(settings.contentDir);
  await knowWho(repository.top, options);
  const changes = await listChanges(repository);
  const files = await chooseFiles(changes, options, settings.contentDir);
  const published = await publishFiles({
    repository,
    files,
    signal,
    checked: printPlan,
    agree: async () =>
      !isAtTerminal() || options.names.length > 0 || terminal.confirm('现在发布？', '发布', '先不发布'),
    told: (step, words) => console.log(step === 'server' ? `  ${words}` : `› ${STEP_WORDS[step]}`),
  });
  console.log(outcome(published));
  if (published.kind !== 'sent' || !options.isWaiting) return CODES[published.kind];
  return wait(settings, repository, published.revision, options.minutes, signal);
}

const CODES: Readonly<Record<Published['kind'], number>> = {
  ...{ sent: 0, kept: 0, nothing: 0 },
  ...{ faulty: 1, clash: 1, refused: 1, overtaken: 1, changed: 1, declined: 2 },
};

/** @throws {SettingsError} where nobody has said who publishes from here, and nobody can be asked */
async function knowWho(top: string, { name, email }: Options): Promise<void> {
  const known = await readIdentity(top);
  const who = { name: name ?? known.name, email: email ?? known.email };
  if (who.name && who.email) {
    if (name !== undefined || email !== undefined)
      await writeIdentity(top, { name: who.name, email: who.email });
    return;
  }
  if (!isAtTerminal())
    throw new SettingsError('还不知道是谁在发布。请说明一次：npm run publish -- --name 姓名 --email 邮箱');
  console.log('第一次从这里发布，请说明是谁；以后不再问。');
  const needed = (text: string): string | undefined => (text === '' ? '要写' : undefined);
  const asked = {
    name: who.name ?? (await terminal.text('姓名', { example: '王芳', check: needed })),
    email: who.email ?? (await terminal.text('邮箱', { example: 'wangfang@example.gov.cn', check: needed })),
  };
  await writeIdentity(top, asked);
}

function printPlan({ subjects, checked: { findings, ids, others, folder } }: Plan): void {
  console.log(planned(subjects));
  const text = toText(findings, lineReader(folder));
  (isPublishable(findings) ? console.log : console.error)(
    `${text}${text && '\n'}${summary(findings, ids.size, others)}`,
  );
}

async function wait(
  settings: Settings,
  repository: ContentRepository,
  revision: string,
  minutes: number,
  signal: AbortSignal,
): Promise<number> {
  const site = loadSite(settings.contentDir);
  const address = `${origin(settings, site)}${basePath(settings, site)}`;
  console.log(`› 等网站更新：${address}（可以按 Ctrl-C 不等）`);
  const told = (status: Parameters<typeof waiting>[0]): void => console.log(waiting(status));
  try {
    const served = await waitForSite({ repository, revision, address, minutes, signal, told });
    console.log(waited(served, address));
    return served.kind === 'served' || served.kind === 'none' ? 0 : 1;
  } catch (reason) {
    if (!signal.aborted) throw reason;
    console.log('不再等了。已经送出，网站会自己更新。');
    return 0;
  }
}

/** An end that was to be expected, in words; anything else is thrown on. */
function told(reason: unknown, signal: AbortSignal): number {
  if (reason instanceof Stopped || signal.aborted) {
    console.log('已经停下。写好的文件都在，再运行一次就行。');
    return 2;
  }
  if (!(reason instanceof GitFault)) throw reason;
  console.error(`没有发布，写好的文件都在。${wordsOfFault(reason)}`);
  return 2;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = readOptions(args, usage, {
    all: { type: 'boolean', default: false },
    'no-wait': { type: 'boolean', default: false },
    wait: { type: 'string', default: '15' },
    name: { type: 'string' },
    email: { type: 'string' },
  });
  const minutes = Number(values.wait);
  if (!(minutes >= 0)) throw new SettingsError('--wait 后面写分钟数，例如 --wait 15');
  return { ...values, names: positionals, isWaiting: !values['no-wait'], minutes };
}
