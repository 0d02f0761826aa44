import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { seqOf } from '../core/screen/browser/feed.ts';
import { deploy, preview, type Deploying, type Done, type Told } from '../deploy/deploy.ts';
import { DeployError } from '../deploy/failure.ts';
import { STEPS } from '../deploy/order.ts';
import type { Plan, Step } from '../deploy/plan.ts';
import { rcloneFarEnd } from '../deploy/rclone.ts';
import { asMirrorError, MirrorError } from '../mirror/failure.ts';
import { loadPrivateKey } from '../mirror/keys.ts';
import { manifestName, signatureName } from '../mirror/manifest.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { PROJECT, whileNoBuild } from './build-lock.ts';
import { readOptions } from './options.ts';
import { siteNameIn } from './target.ts';

const usage = `用法：npm run deploy -- 远端 [--dry-run] …

  把生成好的网站（dist/，或 OUT_DIR 写明的文件夹）传到对象存储或 WebDAV，只传有变化的。先传新文件，再换有变化的，
  最后换首页、删去不再有的：任何时候中断，访问者看到的网站都是完整的，再运行一次会接着传。
  远端是 rclone 的写法，例如 oss:存储桶 或 oss:存储桶/文件夹；账号和密钥写在 rclone 自己的设置里（rclone config）。
  --dry-run         只列出要传什么、删什么，不动远端
  --paranoid        不信以前的记录：本机的每个字节重读一遍，远端的文件逐个核对
  --key 文件        给文件清单签名的私钥（同 npm run mirror），默认 MIRROR_KEY
  --take-over       别的机器上的上传已经停了，马上接着传，不等十分钟
  --replace-site    那里放着别的网站或别的文件，也放上去
  --allow-rollback  比那里的旧也放上去
  退出码：0 传完了或没有变化，1 传到一半（网站仍是完整的，再运行一次），2 没能开始。`;

type Options = ReturnType<typeof readArguments>['values'];

/** `npm run deploy`: brings the finished site to object storage. Returns 0 when all is there, 1 when a part of it is. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const target = targetIn(positionals);
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  for (const signal of SIGNALS) process.on(signal, abort);
  try {
    const deploying = readDeploying(target, values, stop.signal);
    if (values['dry-run']) console.log(planned(await preview(deploying)));
    else console.log(finished(target, await deploy(deploying)));
    return 0;
  } catch (error) {
    const told = asMirrorError(error);
    if (!(told instanceof DeployError) && !(told instanceof MirrorError)) throw told;
    console.error(told.message);
    return told instanceof DeployError && told.isBegun ? 1 : 2;
  } finally {
    for (const signal of SIGNALS) process.off(signal, abort);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function targetIn([target, ...more]: readonly string[]): string {
  if (target === undefined || more.length > 0)
    throw new SettingsError(`传到哪里？写一个远端，例如 npm run deploy -- oss:存储桶\n\n${usage}`);
  if (!/^[^-/\\][^/\\]+:/u.test(target))
    throw new SettingsError(
      `“${target}”不是 rclone 的远端：要写“名字:存储桶”或“名字:存储桶/文件夹”，名字是 rclone config 里起的。放到本机的文件夹用 npm run mirror -- apply。`,
    );
  return target.replace(/\/+$/u, '');
}

function readDeploying(target: string, options: Options, signal: AbortSignal): Deploying {
  const { outDir, now, mirrorKey } = readSettings();
  const dist = resolve(outDir);
  const site = siteNameIn(dist);
  if (site === undefined || !existsSync(join(dist, 'index.html')))
    throw new SettingsError(`${dist} 里没有生成好的网站，什么也没有传。请先运行 npm run build。`);
  const keyFile = options.key ?? mirrorKey;
  if (!keyFile && existsSync(join(dist, signatureName('site'))))
    throw new SettingsError(
      `${join(dist, manifestName('site'))} 是签了名的，这一次没有私钥，大厅的机器会拒收。请写 --key 或 MIRROR_KEY，再运行一次。`,
    );
  return {
    dist,
    site,
    far: rcloneFarEnd(target, signal),
    farAtEnd: rcloneFarEnd(target),
    work: join(PROJECT, '.cache/deploy', createHash('sha256').update(target).digest('hex').slice(0, 16)),
    now,
    seq: seqOf(now),
    key: keyFile ? loadPrivateKey(keyFile) : undefined,
    isParanoid: options.paranoid,
    takeOver: options['take-over'],
    replaceSite: options['replace-site'],
    allowRollback: options['allow-rollback'],
    whileStill: whileNoBuild,
    told: teller(),
  };
}

/** Between two lines on how far a step is, in milliseconds. */
const TELL_EVERY = 5_000;

function teller(): Told {
  let told = performance.now();
  return {
    say: (words) => console.log(words),
    step: (step) => {
      told = performance.now();
      console.log(`› ${headOf(step)}`);
    },
    sent: (step, { files, bytes }) => {
      if (step.kind !== 'send' || performance.now() - told < TELL_EVERY) return;
      told = performance.now();
      console.log(
        `  ${files} / ${step.files.length} 个，${printBytes(bytes)} / ${printBytes(bytesOf(step))}`,
      );
    },
  };
}

const headOf = (step: Step): string =>
  step.kind === 'send'
    ? `${STEPS[step.name]}（${step.files.length} 个，${printBytes(bytesOf(step))}）`
    : `删去不再有的（${step.paths.length} 个）`;

const bytesOf = (step: Step & { kind: 'send' }): number =>
  step.files.reduce((sum, { bytes }) => sum + bytes, 0);

const printBytes = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`;

function finished(target: string, { sent, removed, total }: Done): string {
  if (sent + removed === 0) return `没有变化：${target} 已经是这个网站（${total} 个文件）。`;
  return `完成：${target} 有 ${total} 个文件，传了 ${sent} 个，删去 ${removed} 个，其余没有变。`;
}

/** At most ten of a step: a first one has thousands. */
const MOST_NAMED = 10;

function planned({ steps }: Plan): string {
  if (steps.length === 0) return '没有变化，不用传。';
  const blocks = steps.map((step) => {
    const paths = step.kind === 'send' ? step.files.map(({ path }) => path) : step.paths;
    const more = paths.length > MOST_NAMED ? [`    …… 共 ${paths.length} 个`] : [];
    return [`› ${headOf(step)}`, ...paths.slice(0, MOST_NAMED).map((path) => `    ${path}`), ...more].join(
      '\n',
    );
  });
  return ['会按这个次序做（这一次没有动远端）：', ...blocks].join('\n');
}

const readArguments = (args: readonly string[]) =>
  readOptions(args, usage, {
    'dry-run': { type: 'boolean', default: false },
    paranoid: { type: 'boolean', default: false },
    key: { type: 'string' },
    'take-over': { type: 'boolean', default: false },
    'replace-site': { type: 'boolean', default: false },
    'allow-rollback': { type: 'boolean', default: false },
  });
