import { createHash, randomUUID, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { digestOf } from '../mirror/digest.ts';
import { copy, realDisk } from '../mirror/disk.ts';
import { Digests } from '../mirror/digests.ts';
import { withLock } from '../mirror/lock.ts';
import type { Entry } from '../mirror/manifest.ts';
import { catalogue } from '../mirror/pack.ts';
import { claim, type Claim } from './claim.ts';
import type { FarEnd, Sent } from './far-end.ts';
import { DeployError } from './failure.ts';
import { headersOf, UNCACHED } from './headers.ts';
import { accountOf, heldAt, UNLISTED, type Account } from './held.ts';
import { planBetween, touchedBy, type Plan, type Step } from './plan.ts';
import { printRecord, RECORD } from './record.ts';
import { remove, removed } from '../patience.ts';

/** What is brought where. */
export interface Deploying {
  /** Folder of the finished site, and its name. */
  readonly dist: string;
  readonly site: string;
  readonly far: FarEnd;
  /** The same, for what must still be done after an interruption. */
  readonly farAtEnd: FarEnd;
  /** A folder of this program for this far end, that stays from run to run. */
  readonly work: string;
  /** In Beijing: `2026-11-30T08:00:00+08:00`, and the sequence that a manifest of that moment has. */
  readonly now: string;
  readonly seq: number;
  readonly key: KeyObject | undefined;
  /** Read every file here, and look up every file at the far end. */
  readonly isParanoid: boolean;
  readonly takeOver: boolean;
  readonly replaceSite: boolean;
  readonly allowRollback: boolean;
  /** Runs while nobody exchanges the site in `dist`. */
  readonly whileStill: <T>(run: () => Promise<T>) => Promise<T>;
  readonly told: Told;
}

/** Whom a run tells how far it is. */
export interface Told {
  say(words: string): void;
  /** Before a step, and while it goes on. */
  step(step: Step): void;
  sent(step: Step, sent: Sent): void;
}

/** What a run has done, in files. */
export interface Done {
  readonly sent: number;
  readonly removed: number;
  readonly total: number;
}

/** What would be done now. Nothing is changed at the far end. @throws {DeployError} */
export async function preview(deploying: Deploying): Promise<Plan> {
  mkdirSync(deploying.work, { recursive: true });
  const account = await ownAccount(deploying);
  return deploying.whileStill(async () => (await prepare(deploying, account)).plan);
}

/**
 * Brings a finished site to a far end, so that what is served there is whole at every moment (order.ts). What an
 * earlier run had begun with is gone on with.
 * @throws {DeployError}
 */
export async function deploy(deploying: Deploying): Promise<Done> {
  const { work } = deploying;
  mkdirSync(work, { recursive: true });
  return withLock(
    join(work, 'lock'),
    () => alone(deploying),
    () => {
      throw new DeployError('本机的另一次上传正在进行，这一次什么也没有传。等它结束再运行。');
    },
  );
}

async function alone(deploying: Deploying): Promise<Done> {
  const { far, farAtEnd, work, takeOver, told } = deploying;
  // Refused before a claim is laid down among somebody else's files.
  await ownAccount(deploying);
  const noted = join(work, 'claims');
  const ended = existsSync(noted) ? readFileSync(noted, 'utf8').split('\n').filter(Boolean) : [];
  const id = randomUUID();
  writeFileSync(noted, [...ended, id].join('\n'));
  const claimed = await claim(far, farAtEnd, { id, ended, takeOver, work });
  try {
    if (claimed.isAfterAnother) {
      told.say('上一次上传没有做完，接着传。');
      await pause(far.outlivesMs);
    }
    return await bring(deploying, claimed);
  } finally {
    removed(join(work, 'files'));
    await claimed.release().then(
      () => void removed(noted),
      // The next run on this machine knows that it is over.
      () => undefined,
    );
  }
}

async function bring(deploying: Deploying, claimed: Claim): Promise<Done> {
  const account = await ownAccount(deploying);
  const { plan, total } = await deploying.whileStill(async () => {
    const prepared = await prepare(deploying, account);
    layOut(deploying, prepared.plan);
    return prepared;
  });
  const underway = touchedBy(plan);
  const before = account.record?.underway ?? [];
  if (underway.length > 0) await note(deploying, plan, [...new Set([...before, ...underway])]);
  const counted = { sent: 0, removed: 0 };
  try {
    for (const step of plan.steps) {
      await claimed.check();
      deploying.told.step(step);
      await take(deploying, step);
      if (step.kind === 'send') counted.sent += step.files.length;
      else counted.removed += step.paths.length;
    }
    if (underway.length > 0 || before.length > 0) await note(deploying, plan, []);
  } catch (error) {
    throw error instanceof DeployError ? halfway(error, account) : error;
  }
  return { ...counted, total };
}

/** @throws {DeployError} where another site lies, or something that is none */
async function ownAccount({ far, work, site, replaceSite }: Deploying): Promise<Account> {
  const account = await accountOf(far, work);
  if (replaceSite || account.isEmpty) return account;
  const other = account.record?.site ?? account.site;
  if (other === undefined)
    throw new DeployError(
      '那里已经有别的文件，不是本程序传的网站，什么也没有传。请换一个空的存储桶或文件夹；确定就放在这些文件旁边（同名的会被换掉，别的不动），加 --replace-site。',
    );
  if (other !== site)
    throw new DeployError(
      `那里放的是“${other}”，这里要传的是“${site}”，什么也没有传。请核对目标；确定要换成“${site}”（或者改了站点名称），加 --replace-site。`,
    );
  return account;
}

async function prepare(deploying: Deploying, account: Account): Promise<{ plan: Plan; total: number }> {
  const { dist, far, work, now, isParanoid, allowRollback, told } = deploying;
  const list = join(work, 'digests');
  const digests = isParanoid ? Digests.none() : Digests.load(list);
  const seq = Math.max(deploying.seq, (account.manifest?.seq ?? 0) + 1);
  const { site } = catalogue({ site: dist, seq, generated: now, key: deploying.key, digests }).manifests;
  digests.save(list, realDisk);
  if (site.seq < (account.manifest?.seq ?? 0) && !allowRollback)
    throw new DeployError(
      `这里的网站（版本 ${site.seq}）比那里的（${account.manifest!.seq}）旧，什么也没有传。请先重新生成；确定要退回，加 --allow-rollback。`,
    );
  const wanted = [...site.files, ...ownFiles(dist)];
  const md5Of = (path: string): string =>
    createHash('md5')
      .update(readFileSync(join(dist, path)))
      .digest('hex');
  const { held, strangers } = await heldAt(far, account, { wanted, md5Of, isParanoid });
  if (strangers > 0) told.say(`那里还有 ${strangers} 个文件不是本程序传的，不会动它们。`);
  return { plan: planBetween(held, wanted, account.record?.kept ?? [], now), total: wanted.length };
}

const ownFiles = (dist: string): readonly Entry[] =>
  UNLISTED.filter((path) => existsSync(join(dist, path))).map((path) => ({
    path,
    ...digestOf(join(dist, path)),
  }));

/** Gives each file to be sent a second name, under which it stays when the next build takes the place of this one. */
function layOut({ dist, work }: Deploying, { steps }: Plan): void {
  const folder = join(work, 'files');
  remove(folder);
  for (const step of steps)
    for (const { path } of step.kind === 'send' ? step.files : []) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      linkOrCopy(join(dist, path), join(folder, path));
    }
}

function linkOrCopy(from: string, to: string): void {
  try {
    realDisk.link(from, to);
  } catch {
    // Another disk, or one without links.
    copy(realDisk, from, to);
  }
}

/** Writes down at the far end what a run is about to change, so that the next one knows what to doubt. */
async function note(
  { far, work, site }: Deploying,
  { kept }: Plan,
  underway: readonly string[],
): Promise<void> {
  const file = join(work, RECORD);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, printRecord({ site, underway, kept }));
  await far.send(work, [RECORD], UNCACHED);
}

async function take({ far, work, told }: Deploying, step: Step): Promise<void> {
  if (step.kind === 'remove') return far.remove(step.paths);
  const groups = Map.groupBy(step.files, ({ path }) => JSON.stringify(headersOf(path)));
  let [files, bytes] = [0, 0];
  for (const group of groups.values()) {
    const paths = group.map(({ path }) => path);
    await far.send(join(work, 'files'), paths, headersOf(paths[0]!), (sent) =>
      told.sent(step, { files: files + sent.files, bytes: bytes + sent.bytes }),
    );
    files += group.length;
    bytes += group.reduce((sum, entry) => sum + entry.bytes, 0);
  }
}

function halfway(error: DeployError, { manifest }: Account): DeployError {
  const state = manifest ? '访问者看到的网站仍是完整的' : '第一次上传还没有做完，首页要到最后才放上去';
  return new DeployError(`${error.message}\n没有传完，${state}。再运行一次，会从停下的地方接着传。`, {
    cause: error,
    isBegun: true,
  });
}
