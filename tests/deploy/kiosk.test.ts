import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT } from '../../src/mirror/failure.ts';
import { LONGEST_SILENCE } from '../../src/mirror/lock.ts';
import { PARTS } from '../../src/mirror/manifest.ts';
import { Place } from '../../src/mirror/place.ts';

const folder = 'docs/deploy/kiosk';
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const filesOf = (pattern: string): readonly string[] => globSync(pattern, { cwd: folder }).sort();
const guide = read('README.md');

/**
 * The policies in use, spelled as in https://chromeenterprise.google/policies/, and each one's kind of value. All are in
 * the program of Chromium 156.
 */
const POLICIES: Readonly<Record<string, 'boolean' | 'integer' | 'list'>> = {
  URLBlocklist: 'list',
  URLAllowlist: 'list',
  AllowFileSelectionDialogs: 'boolean',
  AudioCaptureAllowed: 'boolean',
  AutofillAddressEnabled: 'boolean',
  AutofillCreditCardEnabled: 'boolean',
  BackgroundModeEnabled: 'boolean',
  BookmarkBarEnabled: 'boolean',
  BrowserAddPersonEnabled: 'boolean',
  BrowserGuestModeEnabled: 'boolean',
  BrowserSignin: 'integer',
  CommandLineFlagSecurityWarningsEnabled: 'boolean',
  DefaultBrowserSettingEnabled: 'boolean',
  DefaultGeolocationSetting: 'integer',
  DefaultNotificationsSetting: 'integer',
  DefaultPopupsSetting: 'integer',
  DefaultWebBluetoothGuardSetting: 'integer',
  DefaultWebUsbGuardSetting: 'integer',
  DeveloperToolsAvailability: 'integer',
  DownloadRestrictions: 'integer',
  EditBookmarksEnabled: 'boolean',
  ExtensionInstallBlocklist: 'list',
  IncognitoModeAvailability: 'integer',
  MetricsReportingEnabled: 'boolean',
  NetworkPredictionOptions: 'integer',
  PasswordManagerEnabled: 'boolean',
  PrintingEnabled: 'boolean',
  SavingBrowserHistoryDisabled: 'boolean',
  ScreenCaptureAllowed: 'boolean',
  SearchSuggestEnabled: 'boolean',
  SpellcheckEnabled: 'boolean',
  SyncDisabled: 'boolean',
  TaskManagerEndProcessEnabled: 'boolean',
  TranslateEnabled: 'boolean',
  VideoCaptureAllowed: 'boolean',
};

test('every policy is one that Chromium has, of the right kind, and nothing but this box is allowed', () => {
  const policy = JSON.parse(read('chromium-policy.json')) as Record<string, unknown>;
  const kinds = Object.entries(policy).map(([name, value]) => [
    name,
    Array.isArray(value) ? 'list' : typeof value === 'number' ? 'integer' : typeof value,
  ]);
  expect(Object.fromEntries(kinds)).toEqual(POLICIES);
  // `*` alone leaves the browser's own pages open, settings among them: tests/deploy/try-policy.ts.
  expect(policy).toMatchObject({
    URLBlocklist: ['*', 'chrome://*', 'chrome-untrusted://*', 'javascript://*'],
    URLAllowlist: ['http://localhost'],
  });
});

/** Sections and directives as systemd.unit(5), .exec(5), .service(5), .timer(5) and .resource-control(5) name them. */
const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  Unit: ['Description', 'After', 'Conflicts', 'StartLimitIntervalSec'],
  Install: ['WantedBy'],
  Timer: ['OnBootSec', 'OnCalendar', 'OnUnitInactiveSec', 'Persistent', 'RandomizedDelaySec'],
  Service: [
    'EnvironmentFile',
    'ExecStart',
    'MemoryMax',
    'Nice',
    'NoNewPrivileges',
    'PAMName',
    'PrivateTmp',
    'ProtectHome',
    'ProtectSystem',
    'ReadWritePaths',
    'Restart',
    'RestartSec',
    'RuntimeDirectory',
    'RuntimeDirectoryPreserve',
    'StandardInput',
    'StandardOutput',
    'SuccessExitStatus',
    'SupplementaryGroups',
    'TTYPath',
    'TTYReset',
    'TTYVHangup',
    'TTYVTDisallocate',
    'TimeoutStartSec',
    'Type',
    'User',
    'UtmpIdentifier',
    'UtmpMode',
  ],
};

interface Directive {
  readonly section: string;
  readonly key: string;
  readonly value: string;
}

function directivesOf(unit: string): readonly Directive[] {
  let section = '';
  return read(unit)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const heading = /^\[(\w+)\]$/u.exec(line)?.[1];
      if (heading) section = heading;
      const [key = '', ...value] = line.split('=');
      return heading ? [] : [{ section, key, value: value.join('=') }];
    });
}

const units = filesOf('*.{service,timer}');

test.each(units)('%s has only directives that systemd knows', (unit) => {
  const unknown = directivesOf(unit).filter(({ section, key }) => !DIRECTIVES[section]?.includes(key));
  expect(unknown).toEqual([]);
  if (unit.endsWith('.timer')) expect(units).toContain(unit.replace('.timer', '.service'));
});

const commands = units.flatMap((unit) =>
  directivesOf(unit)
    .filter(({ key }) => key === 'ExecStart')
    .map(({ value }) => [unit, value.split(' ')] as const),
);

test.each(commands)('what %s starts is installed by the guide', (unit, words) => {
  const [program = ''] = words;
  // Of the packages that the guide installs, each brings the program of its name but for Node's.
  const packages = /^apt install (.*)$/mu.exec(guide)![1]!.split(' ');
  const isOfPackage = packages
    .map((name) => `/usr/bin/${name === 'nodejs' ? 'node' : name}`)
    .includes(program);
  const isShipped =
    guide.includes(`${basename(program)} ${program}`) && existsSync(join(folder, basename(program)));
  expect(isOfPackage || isShipped, program).toBe(true);
  for (const name of [unit, ...filesOf('*.env')]) expect(guide).toContain(name);
});

test.each(commands.filter(([, words]) => words[1]?.endsWith('setup.mjs')))(
  '%s runs a command of the project with options that it has',
  (_, words) => {
    const [, setup = '', command = '', action = '', ...rest] = words;
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts[command]).toBe(`node ${setup.replace('/opt/zhangbang/', '')} ${command}`);
    const { stdout } = spawnSync(process.execPath, ['src/cli/main.ts', command, '--help'], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(new RegExp(`\\b${action} `, 'u'));
    for (const option of rest.filter((word) => word.startsWith('--'))) expect(stdout).toContain(option);
  },
);

test('a screen starts without a network, and again whenever it ends', () => {
  const kiosk = read('zhangbang-kiosk.service');
  const settings = directivesOf('zhangbang-kiosk.service').map(({ key, value }) => `${key}=${value}`);
  expect(settings).toEqual(expect.arrayContaining(['Restart=always', 'StartLimitIntervalSec=0']));
  expect(settings.join('\n')).not.toContain('network-online');
  expect(kiosk).toContain('--kiosk ');
});

test('an unchanged mirror is no failure to systemd, nor one that is busy for once; a broken one and a stuck one are', () => {
  expect(read('zhangbang-mirror.service')).toContain(`\nSuccessExitStatus=${EXIT.unchanged} ${EXIT.busy}\n`);
});

test('a lock is given up when systemd would have ended its holder', () => {
  expect(read('zhangbang-mirror.service')).toContain(`\nTimeoutStartSec=${LONGEST_SILENCE / 60_000}min\n`);
});

test('the guide installs every file of its folder, and its settings are those that the units read', () => {
  for (const name of filesOf('*').filter((file) => file !== 'README.md')) expect(guide).toContain(name);
  const used = commands.flatMap(([, words]) => words.join(' ').match(/(?<=\$\{)\w+/gu) ?? []);
  const set = filesOf('*.env').flatMap((name) => read(name).match(/^\w+(?==)/gmu) ?? []);
  expect(set).toEqual(expect.arrayContaining(used));
});

test.each(units)(
  'the guide installs %s, starts it or its timer, and makes the folders in which it writes',
  (unit) => {
    expect(guide).toMatch(new RegExp(`^install -m 644 .*\\b${unit}\\b.* /etc/systemd/system/$`, 'mu'));
    const started = (name: string): boolean =>
      new RegExp(`systemctl enable --now .*\\b${name.replace('.service', '(\\.timer)?')}\\b`, 'u').test(
        guide,
      );
    expect(started(unit)).toBe(true);
    for (const { key, value } of directivesOf(unit))
      if (key === 'ReadWritePaths')
        expect(guide).toContain(`install -d -o zhangbang -g zhangbang ${value.replace(/^-/u, '')}`);
  },
);

test('the health of screens is read in the log of before too, which a rotation leaves', () => {
  expect(read('zhangbang-health.service')).toContain(
    ' --log /var/log/nginx/access.log.1 --log /var/log/nginx/access.log ',
  );
});

test('the mirror passes on what the web server of the box writes down of its screens, of before a rotation too', () => {
  const [log] = /\/var\/log\/\S+beats\.log/u.exec(read('nginx.conf'))!;
  expect(read('zhangbang-mirror.service')).toContain(` --beats ${log}.1 --beats ${log}\n`);
  expect(read('zhangbang-mirror.service')).toContain('\nSupplementaryGroups=adm\n');
});

test('who builds every day also packs, or boxes get 404', () => {
  const daily = readFileSync('docs/deploy/README.md', 'utf8').split(/^4\. /mu)[1]!;
  expect(daily).toMatch(/npm run build .*npm run mirror -- pack .*npm run mirror -- apply/u);
});

test('the web server of a box sends the status of its mirror where its screen asks for it', () => {
  const { status } = new Place('/srv/zhangbang');
  expect(read('nginx.conf')).toContain(`location = /${basename(status)} {\n    alias ${status};\n`);
  expect(readFileSync('src/client/screen/box.ts', 'utf8')).toContain(`'/${basename(status)}'`);
});

test.each([
  ['of a box', read('nginx.conf'), /location ~ \^\/live\/\S+ \{[^}]*root \/srv\/zhangbang;[^}]*no-cache/u],
  [
    'nginx',
    readFileSync('docs/deploy/nginx.conf', 'utf8'),
    /location ~ \^\/live\/\S+ \{[^}]*root \/srv\/zhangbang;/u,
  ],
  ['nginx', readFileSync('docs/deploy/nginx.conf', 'utf8'), /\^\/live\/ "no-cache";/u],
  [
    'Caddy',
    readFileSync('docs/deploy/Caddyfile', 'utf8'),
    /header @live \S+ "no-cache"\n +root @live \/srv\/zhangbang\n/u,
  ],
])(
  'the web server (%s) sends the tables that are written beside the site, anew each time',
  (_, text, rule) => {
    expect(text).toMatch(rule);
  },
);

test('a box takes the part that its mirror.env names, and the guide says which a screen needs and which a kiosk', () => {
  expect(read('zhangbang-mirror.service')).toContain(' --part ${PART} ');
  const parts = guide.match(/(?<=PART=)\w+/gu) ?? [];
  expect(parts.sort()).toEqual(PARTS.filter((part) => part !== 'site').sort());
  expect(parts).toContain(/(?<=^PART=)\w+/mu.exec(read('mirror.env'))?.[0]);
});

test.each(filesOf('apt*.conf'))('%s is installed where its first line says', (name) => {
  const [, target = ''] = /^(?:#|\/\/) (\/etc\/\S+\w)/u.exec(read(name)) ?? [];
  expect(guide).toMatch(
    new RegExp(`^install (-D )?-m 644 ${RegExp.escape(name)} ${RegExp.escape(target)}$`, 'mu'),
  );
});
