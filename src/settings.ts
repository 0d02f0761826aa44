import { resolve } from 'node:path';

/** What the environment decides about one run. The content itself is described by `content/site.yaml`. */
export interface Settings {
  /** Absolute path of the folder that people edit. */
  readonly contentDir: string;
  /** Absolute path of the folder that receives the finished site. */
  readonly outDir: string;
  /** Absolute path of the folder that receives what is being read out in the rooms; served as `/live/`. */
  readonly liveDir: string;
  /** Address of the site without a path, e.g. `https://example.gov.cn`; undefined leaves it to site.yaml. */
  readonly siteUrl: string | undefined;
  /** Folder of the site below its address, with a slash at both ends; undefined leaves it to site.yaml. */
  readonly basePath: string | undefined;
  /** The moment this run takes for the present, in Shanghai time: `2026-03-02T09:00:00+08:00`. */
  readonly now: string;
  /** Whether TODAY has named that moment; else it is the clock's. */
  readonly isTodaySet: boolean;
  /** Port of the local server. */
  readonly port: number;
  /** Key files of `npm run mirror`, as they were written; undefined where there is none. */
  readonly mirrorKey: string | undefined;
  readonly mirrorPublicKey: string | undefined;
  /** Key file that the ledger is signed with; undefined where it is not. */
  readonly ledgerKey: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that cannot be used. The message is the whole sentence for the person who set it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads every setting from the environment; an empty value counts as unset.
 * Nothing else in the project reads `process.env` or the clock for these.
 * @throws {SettingsError} when a value cannot be understood
 */
export function readSettings(
  env: Environment = process.env,
  clock: () => Temporal.Instant = () => Temporal.Now.instant(),
): Settings {
  return {
    contentDir: resolve(env['CONTENT_DIR'] || 'content'),
    outDir: resolve(env['OUT_DIR'] || 'dist'),
    liveDir: resolve(env['LIVE_DIR'] || 'live'),
    siteUrl: env['SITE_URL'] ? parseSiteUrl(env['SITE_URL']) : undefined,
    basePath: env['BASE_PATH'] ? parseBasePath(env['BASE_PATH']) : undefined,
    now: toShanghaiText(env['TODAY'] ? parseToday(env['TODAY']) : clock()),
    isTodaySet: Boolean(env['TODAY']),
    port: env['PORT'] ? parsePort(env['PORT']) : 4321,
    mirrorKey: env['MIRROR_KEY'] || undefined,
    mirrorPublicKey: env['MIRROR_PUBLIC_KEY'] || undefined,
    ledgerKey: env['LEDGER_KEY'] || undefined,
  };
}

/** Lets all that follows in this run take its content from another folder, as if CONTENT_DIR had named it. */
export function takeContentFrom(folder: string): Settings {
  process.env['CONTENT_DIR'] = folder;
  return readSettings();
}

/**
 * The settings of a run for a site: a sample site stands at the moment its settings name (示例时间), so that its
 * tenders stay open for whoever clones it in a year. TODAY comes before it, and real sites follow the clock.
 */
export function settingsFor(
  settings: Settings,
  site: { readonly isSample?: boolean | undefined; readonly sampleTime?: string | undefined } | undefined,
): Settings & { readonly isStanding: boolean } {
  const moment = site?.isSample && !settings.isTodaySet ? site.sampleTime : undefined;
  return moment === undefined
    ? { ...settings, isStanding: false }
    : { ...settings, now: moment, isStanding: true };
}

function parseSiteUrl(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new SettingsError(
      `SITE_URL 的值“${text}”不能使用：请写网站地址，不带路径，例如 https://example.gov.cn（子目录写在 BASE_PATH 中）`,
    );
  }
  return url.origin;
}

/** Brings a sub-folder to the one form used everywhere: `ggzy`, `/ggzy` and `/ggzy/` are `/ggzy/`. */
function parseBasePath(text: string): string {
  const segments = text.split('/').filter(Boolean);
  if (segments.some((segment) => !/^[\w.~-]+$/.test(segment) || /^\.+$/.test(segment))) {
    throw new SettingsError(
      `BASE_PATH 的值“${text}”不能使用：请写网站所在的子目录，只用字母、数字、“-”“_”“.”和“/”，例如 /ggzy/`,
    );
  }
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}

/** The offset is required: without it the moment would depend on the zone of the machine. */
function parseToday(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch (cause) {
    throw new SettingsError(
      `TODAY 的值“${text}”不能使用：请写日期、时间和时区，例如 2026-03-02T09:00+08:00`,
      { cause },
    );
  }
}

function toShanghaiText(instant: Temporal.Instant): string {
  return instant
    .toZonedDateTimeISO('Asia/Shanghai')
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/**
 * @param name of the setting or option that says it
 * @throws {SettingsError} for anything but a number that a port can have
 */
export function parsePort(text: string, name = 'PORT'): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new SettingsError(`${name} 的值“${text}”不能使用：请写 0 到 65535 之间的整数，例如 4321`);
  }
  return port;
}
