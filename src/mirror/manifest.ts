import { MirrorError } from './failure.ts';
import { clashOf, faultOfPath } from './path.ts';

/** What is mirrored: the whole site, or what screens or kiosks show with the assets they use. */
export const PARTS = ['site', 'display', 'kiosk'] as const;
export type Part = (typeof PARTS)[number];

export interface Entry {
  /** From the root of the site, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Every file of one release. The format is described in docs/mirror.md. */
export interface Manifest {
  readonly schema: typeof SCHEMA;
  readonly part: Part;
  /** Grows with every release: `20261123080500`. */
  readonly seq: number;
  /** When it was made, in Beijing: `2026-11-23T08:05:00+08:00`. */
  readonly generated: string;
  readonly files: readonly Entry[];
}

export const SCHEMA = 1;

/** Largest manifest, in bytes: 300,000 files. */
export const LARGEST_MANIFEST = 64 * 2 ** 20;

/** Largest file and release, in bytes; a lie beyond it fills no disk. */
const LARGEST_FILE = 4 * 2 ** 30;
const LARGEST_RELEASE = 100 * 2 ** 30;

const NAMES: Readonly<Record<Part, string>> = {
  site: 'manifest.json',
  display: 'manifest.display.json',
  kiosk: 'manifest.kiosk.json',
};

export const manifestName = (part: Part): string => NAMES[part];

export const signatureName = (part: Part): string => `${NAMES[part]}.sig`;

/** Lies in a release beside its manifest and lists what it keeps of earlier ones. */
export const CARRIED_NAME = '.carried.json';

/** The mirror's own files in a release of the part: no manifest lists them. */
export const ownNames = (part: Part): readonly string[] => [
  manifestName(part),
  signatureName(part),
  CARRIED_NAME,
];

/**
 * Whether a path carries a hash of its content or lies in such a folder, so that it never changes: what a page that was loaded before the
 * switch may still ask for afterwards.
 */
export function isImmutable(path: string): boolean {
  const name = withoutCompression(path);
  return (
    /^assets\/[^/]+\.[\w-]{8,}\.\w+$/u.test(name) ||
    /\.[0-9a-f]{8,64}\.\w+$/u.test(name) ||
    /_[0-9a-f]{7,64}\.pf_\w+$/u.test(name) ||
    /^search\/index\/[^/]+\.[0-9a-f]{8,64}\//u.test(name)
  );
}

/** The file that a web server sends in the short form of this one, which `npm run build -- --compress` lays beside it. */
export const withoutCompression = (path: string): string => path.replace(/\.(gz|br)$/u, '');

/** The text of a manifest, a file a line, so that two can be compared by eye. */
export function printManifest({ part, seq, generated, files }: Manifest): string {
  const head = JSON.stringify({ schema: SCHEMA, part, seq, generated }).slice(0, -1);
  const lines = files.map(({ path, bytes, sha256 }) => JSON.stringify({ path, bytes, sha256 }));
  return `${head},"files":[\n${lines.join(',\n')}\n]}\n`;
}

/**
 * Reads a manifest that comes from elsewhere and doubts everything in it.
 * @throws {MirrorError} untrusted
 */
export function parseManifest(bytes: Uint8Array, part: Part): Manifest {
  const manifest = readManifest(bytes, part);
  const own = new Set(ownNames(part));
  for (const { path } of manifest.files) {
    const fault = own.has(path) ? '清单不能列出自己' : faultOfPath(path);
    if (fault) throw unfit(part, `${fault}：${JSON.stringify(path)}`);
  }
  const fault = faultOfRelease(manifest.files);
  if (fault) throw unfit(part, fault);
  return manifest;
}

/**
 * Reads a manifest that was doubted when it came, and may have been damaged since: its form alone is looked at.
 * @throws {MirrorError} untrusted
 */
export function readManifest(bytes: Uint8Array, part: Part): Manifest {
  const refuse = (why: string): never => {
    throw unfit(part, why);
  };
  const value = parseRecord(bytes) ?? refuse('不是完整的清单（可能是登录页、错误页，或没有传完）');
  const { schema, part: named, seq, generated, files } = value;
  if (schema !== SCHEMA) refuse(`格式是 ${String(schema)}，本机的程序只懂 ${SCHEMA}，请更新程序`);
  if (named !== part) refuse(`它是“${String(named)}”的清单，要的是“${part}”`);
  if (!isCount(seq) || seq === 0) return refuse('序号不对');
  if (!isInstant(generated)) return refuse('生成时间不对');
  if (!Array.isArray(files) || files.length === 0) return refuse('没有列出文件');
  const entries = (files as readonly unknown[]).map((file) =>
    isEntry(file)
      ? { path: file.path, bytes: file.bytes, sha256: file.sha256 }
      : refuse(`有一项看不懂：${JSON.stringify(file)?.slice(0, 120)}`),
  );
  return { schema: SCHEMA, part, seq, generated, files: entries };
}

const unfit = (part: Part, why: string): MirrorError =>
  new MirrorError(
    'untrusted',
    `文件清单 ${manifestName(part)} 不能用：${why}。原来的版本没有改动。请核对来源的地址，或在来源重新运行 npm run mirror -- pack。`,
  );

/** Why files, each of which may be listed, cannot make one release; nothing when they can. */
export function faultOfRelease(files: readonly Entry[]): string | undefined {
  const clash = clashOf(files.map(({ path }) => path));
  if (clash) return `两个路径在有的磁盘上是同一个：${JSON.stringify(clash)}`;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return bytes > LARGEST_RELEASE ? '总大小超过 100 GB' : undefined;
}

function parseRecord(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { path, bytes, sha256 } = value as Partial<Entry>;
  return (
    typeof path === 'string' &&
    isCount(bytes) &&
    Number(bytes) <= LARGEST_FILE &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/u.test(sha256)
  );
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/u.test(value) &&
  !Number.isNaN(Date.parse(value));
