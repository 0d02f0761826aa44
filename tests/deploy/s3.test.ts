import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { main, run, TODAY } from '../cli/command.ts';
import { runsOf } from '../repeatable.ts';
import { build, contentOf, filesOf, temporaryFolder } from './made-up.ts';
import { startStorage, type Storage } from './s3.ts';
import { faultsOf, Reader } from './whole.ts';

/* The command with rclone against a server that speaks S3, on this machine. It needs rclone (npm test installs it on Debian). */

const deploy = (storage: Storage, dist: string, ...args: string[]) =>
  run(['deploy', storage.target, ...args], { ...storage.env, OUT_DIR: dist });

/** What lies there of the site, without the program's own notes and what it keeps of earlier sites. */
function siteAt(storage: Storage, dist: string): ReadonlyMap<string, string> {
  const wanted = contentOf(dist);
  return new Map(
    [...storage.objects()]
      .filter(
        ([path]) =>
          !path.startsWith('.deploy/') && (wanted.has(path) || !/^assets\/|^display\/data\//u.test(path)),
      )
      .map(([path, bytes]) => [path, bytes.toString('utf8')]),
  );
}

const textsOf = (dist: string): ReadonlyMap<string, string> =>
  new Map([...contentOf(dist)].map(([path, bytes]) => [path, bytes.toString('utf8')]));

const FAULTS: readonly { case: string; env: Record<string, string>; target?: string; words: string }[] = [
  {
    case: 'a wrong key',
    env: { RCLONE_CONFIG_FAR_SECRET_ACCESS_KEY: 'wrong' },
    words: 'far:site/refused 拒绝了：账号、密钥不对',
  },
  {
    case: 'a server that is not there',
    env: { RCLONE_CONFIG_FAR_ENDPOINT: 'http://127.0.0.1:1' },
    words: '连不上 far:site/refused。',
  },
  {
    case: 'a far end without settings',
    env: {},
    target: 'nowhere:site',
    words: 'rclone 没有名为“nowhere”的远端',
  },
  { case: 'no rclone', env: { PATH: '' }, words: '本机没有 rclone，上传要用它' },
];

/** Long enough for a machine that has other work too: each run starts rclone some thirty times. */
const LONG_MS = 300_000;

describe('npm run deploy', { timeout: LONG_MS }, () => {
  test('a site comes whole, with the type and the time to keep of each file; a second run has nothing to do', async () => {
    const storage = await startStorage('first');
    const dist = build(1);
    const first = await deploy(storage, dist);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(siteAt(storage, dist)).toEqual(textsOf(dist));
    const headers = await Promise.all(
      ['index.html', 'assets/site.Abcdef11.css', 'announcements/gm-1/attachment-1.pdf'].map(async (path) => {
        const sent = await storage.headersOf(path);
        return [sent.get('Content-Type'), sent.get('Cache-Control')];
      }),
    );
    expect(headers).toEqual([
      ['text/html; charset=utf-8', 'max-age=60, stale-while-revalidate=600'],
      ['text/css; charset=utf-8', 'max-age=31536000, immutable'],
      ['application/pdf', 'max-age=60, stale-while-revalidate=600'],
    ]);
    const again = await deploy(storage, dist);
    expect(again.stdout).toContain('没有变化');
    expect([...storage.objects().keys()].filter((path) => path.startsWith('.deploy/'))).toEqual([
      '.deploy/record.json',
    ]);
  });

  test('only what has changed is sent, and what is no longer of the site is gone; scripts of old pages stay a week', async () => {
    const storage = await startStorage('changes');
    const dist = build(1);
    await deploy(storage, dist);
    const changed: string[] = [];
    storage.after = ({ path }) => void changed.push(path);
    const { stdout } = await deploy(storage, build(2, dist));
    expect(stdout).toContain('完成');
    expect(changed).not.toContain('about/index.html');
    expect(siteAt(storage, dist)).toEqual(textsOf(dist));
    expect(storage.objects().has('assets/site.Abcdef11.css')).toBe(true);
    await run(['deploy', storage.target], { ...storage.env, OUT_DIR: dist, TODAY: '2026-03-10T08:00+08:00' });
    expect(storage.objects().has('assets/site.Abcdef11.css')).toBe(false);
    expect(siteAt(storage, dist)).toEqual(textsOf(dist));
  });

  test('what would be done is listed in its order, and nothing is done', async () => {
    const storage = await startStorage('dry');
    storage.before = ({ path }) => {
      throw new Error(path);
    };
    const { status, stdout } = await deploy(storage, build(1), '--dry-run');
    expect(status).toBe(0);
    expect(stdout.match(/^› .*(?=（)/gmu)).toEqual([
      '› 名字里带校验值的文件',
      '› 新的附件和数据',
      '› 新的网页',
      '› 屏幕的数据指向',
      '› 首页',
      '› 文件清单',
    ]);
    expect(storage.objects().size).toBe(0);
  });

  test('a run that is killed at any change leaves the site whole, and the next one, of a third site, ends as if nothing had been', async () => {
    const storage = await startStorage('killed');
    const dist = temporaryFolder();
    const reader = new Reader([1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => Object.keys(filesOf(n))));
    let site = 1;
    await deploy(storage, build(site, dist));
    const lookAt = (): void => {
      const lasting = Object.keys(filesOf(site)).filter((path) => path in filesOf(site + 1));
      expect(faultsOf(storage.objects(), reader, lasting)).toEqual([]);
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(CHANGES), async (changes) => {
        storage.after = lookAt;
        const killed = await killAt(storage, changes, build(site + 1, dist));
        expect(killed).toBe('SIGKILL');
        lookAt();
        const { status, stdout } = await deploy(storage, build(site + 2, dist));
        expect([status, stdout]).toEqual([0, expect.stringContaining('上一次上传没有做完，接着传。')]);
        expect(siteAt(storage, dist)).toEqual(textsOf(dist));
        site += 2;
      }),
      { numRuns: runsOf(4), endOnFailure: true },
    );
  });

  test('a run that is interrupted says how the site stands, and gives the far end free', async () => {
    const storage = await startStorage('interrupted');
    const dist = build(1);
    await deploy(storage, dist);
    const child = start(storage, build(2, dist));
    storage.before = ({ path }) => {
      if (path === 'general/index.html') child.kill('SIGINT');
    };
    let said = '';
    child.stderr!.on('data', (text) => (said += String(text)));
    await once(child, 'close');
    expect(child.exitCode).toBe(1);
    expect(said).toMatch(/中断了。\n没有传完，访问者看到的网站仍是完整的/u);
    expect([...storage.objects().keys()].filter((path) => path.startsWith('.deploy/claims/'))).toEqual([]);
    storage.before = () => undefined;
    const { status } = await deploy(storage, dist);
    expect([status, siteAt(storage, dist)]).toEqual([0, textsOf(dist)]);
  });

  test('a second run on this machine leaves the first at its work', async () => {
    const storage = await startStorage('busy');
    const dist = build(1);
    const { promise: isBegun, resolve: begin } = Promise.withResolvers<undefined>();
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<undefined>();
    storage.before = ({ path }) => {
      if (path !== 'index.html') return;
      begin(undefined);
      return mayGoOn;
    };
    const first = deploy(storage, dist);
    await isBegun;
    const child = start(storage, dist);
    let said = '';
    child.stderr!.on('data', (text) => (said += String(text)));
    await once(child, 'close');
    goOn(undefined);
    expect([child.exitCode, said.trim()]).toEqual([
      2,
      '本机的另一次上传正在进行，这一次什么也没有传。等它结束再运行。',
    ]);
    expect((await first).status).toBe(0);
    expect(siteAt(storage, dist)).toEqual(textsOf(dist));
  });

  test('the place of another site, or of files that are none, is left alone', async () => {
    const storage = await startStorage('strangers');
    const dist = build(1);
    await deploy(storage, dist);
    const other = build(1, temporaryFolder(), '别的中心');
    const refused = await deploy(storage, other);
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringContaining('那里放的是“示例中心”，这里要传的是“别的中心”'),
    ]);
    expect(siteAt(storage, dist)).toEqual(textsOf(dist));
    expect((await deploy(storage, other, '--replace-site')).status).toBe(0);
  });

  test('a file that somebody has changed or removed there is found by --paranoid and put right', async () => {
    const storage = await startStorage('checked');
    const dist = build(1);
    await deploy(storage, dist);
    await storage.put('about/index.html', 'WHICH NEVER CHANGES');
    await storage.remove('robots.txt');
    await storage.put('live/kb301.json', '{}');
    expect((await deploy(storage, dist)).stdout).toContain('没有变化');
    const { stdout } = await deploy(storage, dist, '--paranoid');
    expect(stdout).toContain('那里还有 1 个文件不是本程序传的，不会动它们。');
    expect(stdout).toContain('传了 2 个，删去 0 个');
    expect(siteAt(storage, dist)).toEqual(new Map([...textsOf(dist), ['live/kb301.json', '{}']]));
  });

  test('a site that was copied there by other means is taken over, and only what differs is sent', async () => {
    const storage = await startStorage('copied');
    const dist = build(1);
    for (const [path, bytes] of contentOf(dist)) await storage.put(path, bytes.toString('utf8'));
    await storage.put('about/index.html', 'an old one');
    const { status, stdout } = await deploy(storage, dist);
    expect([status, stdout]).toEqual([0, expect.stringContaining('传了 3 个，删去 0 个')]);
    expect(siteAt(storage, dist)).toEqual(textsOf(dist));
  });

  test.each([
    {
      case: 'files that are no site',
      change: (storage: Storage) => storage.put('report.docx', 'x'),
      words: '那里已经有别的文件，不是本程序传的网站，什么也没有传',
    },
    {
      case: 'another site that was copied there by other means',
      change: (storage: Storage) =>
        storage.put('.zhangbang.json', '{"generator":"zhangbang","site":"别的中心"}'),
      words: '那里放的是“别的中心”，这里要传的是“示例中心”',
    },
  ])('$case are left alone', async ({ change, words }) => {
    const storage = await startStorage('occupied');
    await change(storage);
    const before = storage.objects();
    const { status, stderr } = await deploy(storage, build(1));
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
    expect(storage.objects()).toEqual(before);
  });

  test.each(FAULTS)('$case is told in a sentence, and nothing is sent', async ({ env, target, words }) => {
    const storage = await startStorage('refused');
    const { status, stderr } = await run(['deploy', target ?? storage.target], {
      ...storage.env,
      OUT_DIR: build(1),
      ...env,
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(storage.objects().size).toBe(0);
  });
});

/** Changes at the far end from one site to the next, with the program's own, at least. */
const CHANGES = 20;

/** Starts a run and kills it while the change of that number is on its way. Returns how the process ended. */
async function killAt(storage: Storage, changes: number, dist: string): Promise<NodeJS.Signals | null> {
  const child = start(storage, dist);
  const ended = once(child, 'exit');
  let seen = -1;
  storage.before = () => {
    seen += 1;
    if (seen === changes) child.kill('SIGKILL');
  };
  await ended;
  storage.before = () => undefined;
  return child.signalCode;
}

function start(storage: Storage, dist: string): ChildProcess {
  const child = spawn(process.execPath, [main, 'deploy', storage.target], {
    env: { ...process.env, TODAY, ...storage.env, OUT_DIR: dist },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}
