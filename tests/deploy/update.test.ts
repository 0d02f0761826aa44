import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/**
 * A box with a program of two files whose origin may go on, and whose mirror ends as that says. `runuser` runs what it
 * is given as whoever runs the test.
 */
function box() {
  const place = mkdtempSync(join(tmpdir(), 'zhangbang-update-'));
  onTestFinished(() => rmSync(place, { recursive: true }));
  const [origin, program, programs, told] = ['origin', 'zhangbang', 'bin', 'told'].map((name) =>
    join(place, name),
  ) as [string, string, string, string];
  const git = (folder: string, ...args: readonly string[]): string =>
    spawnSync(
      'git',
      ['-C', folder, '-c', 'user.name=示例', '-c', 'user.email=clerk@example.invalid', ...args],
      { encoding: 'utf8' },
    ).stdout.trim();
  /** Publishes a version whose mirror ends with this code, or that does not even start. */
  const publish = (version: string, code: number | 'broken'): void => {
    mkdirSync(join(origin, 'src/cli'), { recursive: true });
    const setup = `import { appendFileSync } from 'node:fs';
if (process.argv[3] === '--help') process.exit(${code === 'broken' ? 2 : 0});
appendFileSync(${JSON.stringify(told)}, ${JSON.stringify(version)} + ' ' + process.argv.slice(2).join(' ') + '\\n');
process.exitCode = ${code === 'broken' ? 2 : code};
`;
    writeFileSync(join(origin, 'src/cli/setup.mjs'), setup);
    writeFileSync(join(origin, 'version'), version);
    git(origin, 'add', '--all');
    git(origin, 'commit', '--quiet', '--message', version);
  };
  mkdirSync(programs);
  writeFileSync(join(programs, 'runuser'), '#!/bin/sh\nshift 3\nexec "$@"\n');
  writeFileSync(join(programs, 'node'), `#!/bin/sh\nexec '${process.execPath}' "$@"\n`);
  for (const name of ['runuser', 'node']) chmodSync(join(programs, name), 0o755);
  mkdirSync(origin);
  git(origin, 'init', '--quiet', '--initial-branch', 'main');
  publish('one', 0);
  git(place, 'clone', '--quiet', origin, program);
  mkdirSync(join(program, 'node_modules'));
  writeFileSync(join(program, 'node_modules/part'), 'a package');
  const update = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('sh', ['docs/deploy/kiosk/update.sh', ...args], {
      encoding: 'utf8',
      env: {
        PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`,
        HOME: place,
        PROGRAM: program,
        PLACE: '/srv/hall',
        SOURCE: 'https://example.invalid/',
        PART: 'display',
      },
    });
    return { status, stdout, stderr };
  };
  const versionIn = (folder: string): string | undefined =>
    existsSync(join(folder, 'version')) ? readFileSync(join(folder, 'version'), 'utf8') : undefined;
  return {
    publish,
    update,
    told: () => (existsSync(told) ? readFileSync(told, 'utf8') : ''),
    versions: () => [versionIn(program), versionIn(`${program}.before`)],
    leftovers: () => readdirSync(place).filter((name) => name.endsWith('.next')),
    hasPackages: () => existsSync(join(program, 'node_modules/part')),
  };
}

test('a program that has nothing newer at its origin stays, and nothing is tried', () => {
  const { update, versions, told } = box();
  expect(update()).toMatchObject({ status: 0, stdout: 'nothing new\n' });
  expect([versions(), told()]).toEqual([['one', undefined], '']);
});

test.each([0, 10])(
  'a newer program that can do a pull (%d) takes the place of the present one, which is kept, with its packages',
  (code) => {
    const { publish, update, versions, told, leftovers, hasPackages } = box();
    publish('two', code);
    expect(update().status).toBe(0);
    expect([versions(), leftovers(), hasPackages()]).toEqual([['two', 'one'], [], true]);
    expect(told()).toBe('two mirror pull https://example.invalid/ --to /srv/hall --part display\n');
    expect(update().stdout).toBe('nothing new\n');
    publish('three', code);
    update();
    expect(versions()).toEqual(['three', 'two']);
  },
);

test.each([
  ['does not start', 'broken'],
  ['finds no network', 20],
  ['refuses what the source offers', 21],
  ['finds a pull at work', 24],
] as const)('a newer program that %s does not take the place of the present one, until it can', (_, code) => {
  const { publish, update, versions } = box();
  publish('two', code);
  expect(update().status).not.toBe(0);
  expect(versions()).toEqual(['one', undefined]);
  publish('two, well', 0);
  expect(update().status).toBe(0);
  expect(versions()).toEqual(['two, well', 'one']);
});

test('there is a way back, and back again; without a program of before it is refused', () => {
  const { publish, update, versions } = box();
  expect(update('--back')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no program of before'),
  });
  publish('two', 0);
  update();
  expect(update('--back').status).toBe(0);
  expect(versions()).toEqual(['one', 'two']);
  expect(update('--back').status).toBe(0);
  expect(versions()).toEqual(['two', 'one']);
});
