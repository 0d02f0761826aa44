import { spawn, type ChildProcess } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from './refusal.ts';
import { removed } from '../../patience.ts';

/** Longest conversion, in milliseconds: the first start takes five seconds, a document of a hundred pages ten. */
const LONGEST = 90_000;

/** Where LibreOffice lies when it is not in `PATH`. */
const USUAL = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
];

/** LibreOffice on this machine, by the folders of `PATH`; nothing where it is not installed. */
export function findOffice(path = ''): string | undefined {
  const names = ['soffice', 'soffice.exe', 'libreoffice'];
  const inPath = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...inPath, ...USUAL].find(canRun);
}

function canRun(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Lets LibreOffice turn a document into a .docx, in a folder and with settings of its own: macros do not run, links are
 * not followed, and what runs too long is ended with all that it started.
 * @throws {Refusal}
 */
export async function convertToDocx(
  bytes: Uint8Array,
  extension: string,
  office: string,
  longest = LONGEST,
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-document-'));
  try {
    const source = join(folder, `source.${extension}`);
    const [profile, out] = [join(folder, 'profile'), join(folder, 'out')];
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    writeFileSync(source, bytes);
    await run(office, argumentsFor(source, profile, out), folder, longest);
    const [made] = readdirSync(folder).includes('out') ? readdirSync(out) : [];
    if (made === undefined) throw new Refusal(NOT_CONVERTED);
    return readFileSync(join(out, made));
  } finally {
    removed(folder);
  }
}

const argumentsFor = (source: string, profile: string, out: string): readonly string[] => [
  '--headless',
  '--norestore',
  '--nologo',
  '--nodefault',
  `-env:UserInstallation=${pathToFileURL(profile).href}`,
  '--convert-to',
  'docx:MS Word 2007 XML',
  '--outdir',
  out,
  source,
];

const NOT_CONVERTED =
  'LibreOffice 没有把文件转成 .docx，文件可能坏了。用 Word 或者 WPS 打开，另存为 .docx，再试。';

function run(office: string, args: readonly string[], folder: string, longest: number): Promise<void> {
  const child = spawn(office, args, {
    // A group of its own: the program that is started hands over to another one.
    detached: process.platform !== 'win32',
    stdio: 'ignore',
    windowsHide: true,
    env: { ...process.env, HOME: folder, LANG: 'C.UTF-8' },
  });
  return new Promise((done, fail) => {
    const patience = setTimeout(() => {
      end(child);
      fail(
        new Refusal(
          `LibreOffice 转了 ${Math.round(longest / 1000)} 秒还没有转完，已经停下。用 Word 或者 WPS 打开，另存为 .docx，再试。`,
        ),
      );
    }, longest);
    child.once('error', (cause) => {
      clearTimeout(patience);
      fail(new Refusal(`${office} 运行不起来。用 Word 或者 WPS 打开文件，另存为 .docx，再试。`, { cause }));
    });
    child.once('exit', () => {
      clearTimeout(patience);
      end(child);
      done();
    });
  });
}

/** Ends a program with those that it started. */
function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => undefined,
    );
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have ended.
  }
}

const setting = (path: string, name: string, value: string): string =>
  `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[
  setting('/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  setting('/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  setting('/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  setting('/org.openoffice.Office.Writer/Content/Update', 'Link', '0'),
  setting('/org.openoffice.Office.Common/Misc', 'FirstRun', 'false'),
].join('')}</oor:items>
`;
