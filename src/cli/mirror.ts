import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { seqOf } from '../core/screen/browser/feed.ts';
import { Digests } from '../mirror/digests.ts';
import { realDisk } from '../mirror/disk.ts';
import { asMirrorError, EXIT, MirrorError, type Ending } from '../mirror/failure.ts';
import { webSource } from '../mirror/fetch.ts';
import { manifestName, PARTS, type Part } from '../mirror/manifest.ts';
import type { Mirroring } from '../mirror/judge.ts';
import { bring, notedIn } from '../mirror/mirror.ts';
import { goBack } from '../mirror/rollback.ts';
import { archive, catalogue } from '../mirror/pack.ts';
import {
  carriedBy,
  currentRelease,
  manifestIn,
  partHere,
  partOf,
  Place,
  signatureIn,
} from '../mirror/place.ts';
import { doubt, type Outcome } from '../mirror/run.ts';
import { loadPrivateKey, loadPublicKeys, makePair, type TrustedKey } from '../mirror/keys.ts';
import { checkSignature } from '../mirror/signature.ts';
import { folderSource, type Source, type Word } from '../mirror/source.ts';
import { tarSource } from '../mirror/tar.ts';
import { isSound, verify, type Faults } from '../mirror/verify.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { boxName, wordsIn } from './mirror/beats.ts';
import { pairWords, reportKeys, type Served } from './mirror/keys.ts';
import { readOptions } from './options.ts';

const usage = `用法：npm run mirror -- <做什么> …

  pack [--out 文件或文件夹]         给生成好的网站写文件清单；写了 --out 再打成一个包，可以拷到 U 盘
  pull 网址 --to 文件夹             从网站取新版本，放到大厅的机器上
  apply 包或文件夹 --to 文件夹      从 U 盘的包、或生成好的网站取新版本
  verify 文件夹                     把每个文件的每个字节核对一遍
  rollback --to 文件夹              退回上一个版本
  keys [文件夹]                     列出本机的钥匙，文件夹里的版本是哪一把签的；keys --new 文件 生成一对钥匙

  网页服务器的根目录设为“文件夹/current”。任何一步失败，正在用的版本都不会改动。
  --part site|display|kiosk  整个网站（默认），或只要显示屏、触摸屏查询机用到的文件
  --site 文件夹        pack 用：生成好的网站，默认 OUT_DIR 或 dist
  --paranoid           pack 用：每个文件都重新读一遍，不沿用上一次的结果
  --key 文件           pack、keys 用：签名的私钥（Ed25519），默认 MIRROR_KEY
  --public-key 文件    pull、apply、verify、keys 用：核对签名的公钥，默认 MIRROR_PUBLIC_KEY；设了以后，没有签名的
                       不采用。文件里可以有几把，也可以写一个文件夹（其中的 .pem、.pub），哪一把签的都算
  --allow-rollback     pull、apply 用：序号比本机旧也采用
  --beats 访问日志     pull 用：本机网页服务器的日志，把各块屏的情况转告来源；可以写多次，旧的在前
  --box 名字           pull 用：转告时本机的名字，默认主机名
  --seq 序号           rollback 用：退回到哪个版本
  退出码：0 有变化（verify：完好），10 没有新内容，20 网络不通，21 签名或文件不对，22 比本机的旧，
          23 磁盘出错，24 另一个正在运行，25 连续第三次这样，2 没能运行。`;

const ACTIONS = { pack, pull, apply, verify: verifyFolder, rollback, keys } as const;

type Options = ReturnType<typeof readArguments>['values'] & { readonly named: readonly string[] };

/** `npm run mirror`: brings a finished site to where it is shown. Returns an exit code of `EXIT`. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.help) return say({ ending: 'changed', message: usage });
  const [name = '', ...named] = positionals;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name as keyof typeof ACTIONS] : undefined;
  if (!action) throw new SettingsError(`${name ? `没有“${name}”这一项` : '要做什么？'}\n\n${usage}`);
  try {
    return say(await action({ ...values, named }));
  } catch (error) {
    const told = asMirrorError(error);
    if (!(told instanceof MirrorError)) throw told;
    console.error(told.message);
    return EXIT[told.ending];
  }
}

/** What the last `pack` has read. Without it the next one reads all. */
const READ_BEFORE = join(import.meta.dirname, '../../.cache/pack-digests');

async function pack({ site, key, out, part, paranoid, named }: Options): Promise<Outcome> {
  if (named.length > 0) refuse(`给哪个网站写清单用 --site 写，例如 pack --site ${named[0]!}；没有写清单`);
  const { outDir, now, mirrorKey } = readSettings();
  const folder = resolve(site ?? outDir);
  const keyFile = key ?? mirrorKey;
  const digests = paranoid ? Digests.none() : Digests.load(READ_BEFORE);
  const { manifests, changed } = catalogue({
    site: folder,
    seq: seqOf(now),
    generated: now,
    key: keyFile ? loadPrivateKey(keyFile) : undefined,
    digests,
  });
  digests.save(READ_BEFORE, realDisk);
  const manifest = manifests[readPart(part)];
  const signed = keyFile ? '已签名' : '没有签名（没有写 --key）';
  const listed = `版本 ${manifest.seq}：${manifest.files.length} 个文件，清单 ${manifestName(manifest.part)} ${signed}。`;
  if (out === undefined)
    return {
      ending: changed ? 'changed' : 'unchanged',
      message: changed ? listed : `没有变化，仍是${listed}`,
    };
  const file = isFolder(out) ? join(out, `zhangbang-${manifest.part}-${manifest.seq}.tar`) : out;
  await archive(folder, manifest, file);
  const mib = Math.ceil(statSync(file).size / 2 ** 20);
  const warning = mib >= 4096 ? '超过 4 GB，FAT32 格式的 U 盘放不下，请用 exFAT。' : '';
  return {
    ending: 'changed',
    message: `${listed}\n已打包到 ${file}（${mib} MB）。${warning}拔下 U 盘以前先“安全弹出”；送到以后 apply 会核对每个文件。`,
  };
}

async function pull(options: Options): Promise<Outcome> {
  const address = only(
    options,
    '从哪个网站取？例如 npm run mirror -- pull https://example.gov.cn/ --to /srv/zhangbang',
  );
  const { beats, box } = options;
  return bringFrom(webSource(address), options, beats && { box: boxName(box), files: beats });
}

async function apply(options: Options): Promise<Outcome> {
  const path = resolve(
    only(
      options,
      '从哪个包或文件夹取？例如 npm run mirror -- apply /media/usb/zhangbang-site-20261123080500.tar --to /srv/zhangbang',
    ),
  );
  if (!existsSync(path)) throw new SettingsError(`找不到 ${path}。请核对路径，U 盘要先插好。`);
  if (!isFolder(path)) return bringFrom(tarSource(path), options);
  return bringFrom(folderSource(isMirror(path) ? new Place(path).current : path), options);
}

/** The name of this box, and the logs of its web server. */
interface Beats {
  readonly box: string;
  readonly files: readonly string[];
}

async function bringFrom(source: Source, options: Options, beats?: Beats): Promise<Outcome> {
  try {
    const { now } = readSettings();
    const wanted = {
      to: resolve(options.to ?? refuse('放到哪个文件夹？请写 --to，例如 --to /srv/zhangbang')),
      part: readPart(options.part),
      now,
    };
    // A monitor reads in the status of the mirror why nothing comes.
    const publicKeys = await notedIn(source, wanted, () => keysOf(options)?.map(({ key }) => key));
    const mirroring: Mirroring = {
      ...wanted,
      publicKeys,
      box: beats?.box,
      words: beats && ((since) => readWords(beats, now, since)),
      allowRollback: options['allow-rollback'],
    };
    const { ending, message } = await bring(source, mirroring);
    const unproved = '没有设公钥，只核对了文件，没有核对是谁发布的。';
    return { ending, message: publicKeys || ending !== 'changed' ? message : `${message}${unproved}` };
  } finally {
    source.close();
  }
}

/** What cannot be read keeps no release waiting. Before its first rotation a log has none of before. */
async function readWords(
  { box, files }: Beats,
  now: string,
  since: string | undefined,
): Promise<readonly Word[]> {
  const present = files.filter((file) => existsSync(file));
  try {
    if (present.length === 0) throw new Error('没有这个文件');
    return await wordsIn(present, box, now, since);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(`读不了访问日志 ${files.join('、')}（${why}），没有转告屏幕的情况；取网页不受影响。`);
    return [];
  }
}

async function verifyFolder(options: Options): Promise<Outcome> {
  const folder = resolve(only(options, '核对哪个文件夹？例如 npm run mirror -- verify /srv/zhangbang'));
  if (!isFolder(folder)) throw new SettingsError(`找不到文件夹 ${folder}。`);
  const release = isMirror(folder) ? currentRelease(new Place(folder)) : undefined;
  const root = release?.folder ?? folder;
  const part = release ? partHere(new Place(folder), release) : partOf(root);
  if (release && !isReadable(root, part))
    throw new MirrorError(
      'untrusted',
      `${folder} 正在用的版本 ${release.seq} 的文件清单坏了或不见了，下一次 pull（定时的也算）或 apply 会重新取来。`,
    );
  if (!part)
    throw new MirrorError(
      'unusable',
      `${folder} 里没有文件清单 ${manifestName('site')}：请核对路径，或先运行 pack、pull。`,
    );
  const { bytes, manifest } = manifestIn(root, part);
  const trusted = keysOf(options)?.map(({ key }) => key);
  if (trusted) checkSignature(bytes, signatureIn(root, part), trusted);
  const faults = verify(root, manifest, release && carriedBy(release));
  if (isSound(faults))
    return {
      ending: 'changed',
      message: `完好：版本 ${manifest.seq}，${manifest.files.length} 个文件每个字节都与清单相符。`,
    };
  const remedy = release ? await askRepair(new Place(folder)) : '请重新拷贝一次';
  throw new MirrorError('untrusted', `${root} 与清单不符，${remedy}：\n${described(faults)}`);
}

function isReadable(root: string, part: Part | undefined): boolean {
  try {
    return part !== undefined && manifestIn(root, part).manifest.part === part;
  } catch {
    return false;
  }
}

/** Lets the next run repair what is served. Returns what whoever found the damage must know. */
async function askRepair(place: Place): Promise<string> {
  try {
    await doubt(place);
    return '下一次 pull（定时的也算）或 apply 会逐个核对并修复';
  } catch (error) {
    if (!(error instanceof MirrorError)) throw error;
    return `但没能记下来让下一次 pull 修复（${error.message}）请用运行 pull 的用户再核对一次`;
  }
}

function rollback({ to, seq, named }: Options): Promise<Outcome> {
  const isNumber = seq === undefined || /^\d{1,16}$/u.test(seq);
  if (!isNumber || named.length > 0) refuse('退回到哪个版本？请写 --seq 和序号，例如 --seq 20261123080500');
  const folder = resolve(to ?? refuse('退回哪个文件夹里的网站？请写 --to，例如 --to /srv/zhangbang'));
  if (!isMirror(folder)) throw new SettingsError(`${folder} 里没有用 pull 或 apply 取来的网站。`);
  return goBack(folder, { now: readSettings().now, seq: seq === undefined ? undefined : Number(seq) });
}

function keys(options: Options): Outcome {
  const { named, new: file } = options;
  if (file !== undefined) {
    if (named.length > 0) refuse('生成钥匙只写一个文件名，例如 npm run mirror -- keys --new mirror-2027.key');
    return { ending: 'changed', message: pairWords(file, makePair(file)) };
  }
  const keyFile = options.key ?? readSettings().mirrorKey;
  return reportKeys({
    trusted: keysOf(options) ?? [],
    own: keyFile ? { key: loadPrivateKey(keyFile), file: keyFile } : undefined,
    served: named.map((name) => servedIn(resolve(name))),
  });
}

function servedIn(folder: string): Served {
  if (!isFolder(folder)) throw new SettingsError(`找不到文件夹 ${folder}。`);
  const root = isMirror(folder) ? new Place(folder).current : folder;
  const part = partOf(root) ?? 'site';
  const { bytes, manifest } = manifestIn(root, part);
  return { folder, bytes, seq: manifest.seq, signature: signatureIn(root, part) };
}

/** At most ten of a kind: a disk that is going bad has thousands. */
function described({ missing, damaged, extra }: Faults): string {
  const kinds = [
    ['缺少', missing],
    ['内容不对', damaged],
    ['多出', extra],
  ] as const;
  return kinds
    .flatMap(([words, paths]) => [
      ...paths.slice(0, 10).map((path) => `  ${words}  ${path}`),
      ...(paths.length > 10 ? [`  ${words}  …… 共 ${paths.length} 个`] : []),
    ])
    .join('\n');
}

function keysOf(options: Options): readonly TrustedKey[] | undefined {
  const path = options['public-key'] ?? readSettings().mirrorPublicKey;
  return path ? loadPublicKeys(path) : undefined;
}

function readPart(name: string): Part {
  return PARTS.find((part) => part === name) ?? refuse(`没有“${name}”这一部分，可用：${PARTS.join('、')}`);
}

function only({ named }: Options, question: string): string {
  const [first] = named;
  return first === undefined || named.length > 1 ? refuse(question) : first;
}

function refuse(message: string): never {
  throw new SettingsError(`${message}\n\n${usage}`);
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** A folder that `pull` or `apply` has filled, also when its link is broken. */
const isMirror = (path: string): boolean =>
  isFolder(path) &&
  readdirSync(path).some(
    (name) => name === 'releases' || (name === 'current' && lstatSync(join(path, name)).isSymbolicLink()),
  );

function say({ ending, message }: { ending: Ending; message: string }): number {
  console.log(message);
  return EXIT[ending];
}

const readArguments = (args: readonly string[]) =>
  readOptions(args, usage, {
    to: { type: 'string' },
    out: { type: 'string' },
    part: { type: 'string', default: 'site' },
    site: { type: 'string' },
    key: { type: 'string' },
    'public-key': { type: 'string' },
    'allow-rollback': { type: 'boolean', default: false },
    paranoid: { type: 'boolean', default: false },
    seq: { type: 'string' },
    beats: { type: 'string', multiple: true },
    box: { type: 'string' },
    new: { type: 'string' },
  });
