import { SettingsError } from '../../settings.ts';

/** A kind of machine that a package without network can be made for: the lockfile brings Node for it. */
export interface Platform {
  /** As it is written behind `--for`. */
  readonly name: string;
  /** As `os`, `cpu` and `libc` of npm's lockfile call it. */
  readonly os: string;
  readonly cpu: string;
  readonly libc?: string;
  /** How it is packed: Windows opens a zip itself, and a tar keeps what may be run. */
  readonly ending: '.zip' | '.tar.gz';
  /** In words, for a list. */
  readonly words: string;
}

const PLATFORMS: readonly Platform[] = [
  { name: 'win-x64', os: 'win32', cpu: 'x64', ending: '.zip', words: 'Windows 10、11' },
  {
    name: 'linux-x64',
    os: 'linux',
    cpu: 'x64',
    libc: 'glibc',
    ending: '.tar.gz',
    words: '统信 UOS、麒麟等（海光、兆芯、Intel、AMD）',
  },
  {
    name: 'linux-arm64',
    os: 'linux',
    cpu: 'arm64',
    libc: 'glibc',
    ending: '.tar.gz',
    words: '统信 UOS、麒麟等（飞腾、鲲鹏）',
  },
];

/** The list for a help. */
export const platformsHelp = PLATFORMS.map(({ name, words }) => `  ${name.padEnd(12)}${words}`).join('\n');

/**
 * The platform of a name.
 * @param written what stands behind `--for`; nothing for the machine that asks
 * @throws {SettingsError} where there is none
 */
export function platformOf(
  written: string | undefined,
  machine: { readonly platform: string; readonly arch: string } = process,
): Platform {
  const found = PLATFORMS.find(({ name, os, cpu }) =>
    written === undefined ? os === machine.platform && cpu === machine.arch : name === written,
  );
  if (found) return found;
  const what = written === undefined ? '本机这种电脑' : `“${written}”`;
  throw new SettingsError(`没有给${what}用的离线包。请用 --for 写明给哪一种电脑：\n${platformsHelp}`);
}
