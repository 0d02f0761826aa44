import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { patiently } from '../../src/patience.ts';
import { bring, carryStatus, putBack, switchIn } from '../../src/cli/switch.ts';
import { findTarget, mark, removeOwn, siteNameIn } from '../../src/cli/target.ts';

let room: string;

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'zhangbang-target-'));
  onTestFinished(() => rmSync(room, { recursive: true, force: true }));
  put('project/content/site.yaml', '站点名称: 示例');
  put('project/src/settings.ts', '');
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(room, path)), { recursive: true });
  writeFileSync(join(room, path), text);
}

const find = (outDir: string, contentDir = 'project/content') =>
  findTarget({
    outDir: join(room, outDir),
    contentDir: join(room, contentDir),
    project: join(room, 'project'),
  });

/** A site as a build leaves it, with one page. */
function putSite(path: string, page: string): void {
  put(`${path}/index.html`, page);
  mark(join(room, path), '示例');
}

const read = (path: string): string => readFileSync(join(room, path), 'utf8');

test.each([
  ['内容文件夹本身', 'project/content'],
  ['内容文件夹里面', 'project/content/dist'],
  ['装着内容的文件夹', 'project'],
  ['装着程序的文件夹', '.'],
  ['程序的文件夹里面', 'project/src'],
  ['程序旁边一个还没有的文件夹', 'project/public'],
  ['git 的文件夹', 'project/.git'],
])('网站不能放在%s', (_, outDir) => {
  expect(() => find(outDir)).toThrow(/^网站不能放在 .*什么也没有改动。/u);
});

test.each(['project/dist', 'project/dist.2026', 'project/.cache/preview', 'elsewhere/site'])(
  '网站可以放在 %s',
  (outDir) => {
    expect(find(outDir).site).toMatch(new RegExp(`${outDir.replaceAll('.', '\\.')}$`, 'u'));
    expect(existsSync(join(room, outDir))).toBe(false);
  },
);

test('绕道链接指向内容的地方也认得出来', () => {
  symlinkSync(join(room, 'project/content'), join(room, 'www'));
  expect(() => find('www')).toThrow('公告在它里面');
});

test('指向别处的链接，换的是它指向的文件夹', () => {
  putSite('disk/site', '旧');
  symlinkSync(join(room, 'disk/site'), join(room, 'www'));
  expect(find('www').site).toMatch(/disk\/site$/u);
});

test.each(['', '.staging', '.previous'])('有别人文件的文件夹 out%s 不动', (ending) => {
  put(`out${ending}/letter.txt`, '重要');
  expect(() => find('out')).toThrow('不是生成网站时写的文件');
  expect(read(`out${ending}/letter.txt`)).toBe('重要');
});

test('不是文件夹的地方不动', () => {
  put('out', '重要');
  expect(() => find('out')).toThrow('它是文件');
});

test('以前生成的网站可以换掉，没有记号的旧版本也认得', () => {
  putSite('out', '旧');
  expect(find('out').site).toMatch(/out$/u);
  expect(siteNameIn(join(room, 'out'))).toBe('示例');
  put('old/feeds/all.xml', '');
  put('old/announcements/a/index.html', '');
  expect(find('old').site).toMatch(/old$/u);
  put('half/feeds/all.xml', '');
  expect(() => find('half')).toThrow('不是生成网站时写的文件');
});

test('新网站换上以后，旁边不留东西', () => {
  putSite('out', '旧');
  putSite('built', '新');
  const target = find('out');
  bring(join(room, 'built'), target);
  expect(read('out/index.html')).toBe('旧');
  switchIn(target);
  expect(read('out/index.html')).toBe('新');
  expect([target.staging, target.previous, join(room, 'built')].filter(existsSync)).toEqual([]);
});

test('网站在另一块磁盘上时先整个拷过去，再换名', () => {
  putSite('out', '旧');
  putSite('built', '新');
  put('built/assets/a/b.css', 'x');
  const target = find('out');
  const otherDisk = (): never => {
    throw Object.assign(new Error('cross-device link'), { code: 'EXDEV' });
  };
  bring(join(room, 'built'), target, otherDisk);
  expect(read('out/index.html')).toBe('旧');
  expect(siteNameIn(target.staging)).toBe('示例');
  switchIn(target);
  expect([read('out/index.html'), read('out/assets/a/b.css')]).toEqual(['新', 'x']);
});

test('切换当中断电，下一次放回原来的网站', () => {
  putSite('out.previous', '旧');
  putSite('out.staging', '新');
  const target = find('out');
  expect(putBack(target)).toBe(true);
  expect(read('out/index.html')).toBe('旧');
  expect(putBack(target)).toBe(false);
});

test('新网站换不上去，马上放回原来的', () => {
  putSite('out', '旧');
  putSite('out.staging', '新');
  const target = find('out');
  const failing = (from: string, to: string): void => {
    if (from === target.staging) throw new Error('磁盘出错');
    renameSync(from, to);
  };
  expect(() => switchIn(target, failing)).toThrow('原来的网站已经放回原处');
  expect(read('out/index.html')).toBe('旧');
});

test('换不了名的文件夹说明原因，网站没有改动', () => {
  putSite('out', '旧');
  putSite('out.staging', '新');
  const busy = (): never => {
    throw Object.assign(new Error('busy'), { code: 'EBUSY' });
  };
  expect(() => switchIn(find('out'), busy)).toThrow(/EBUSY.*挂载点.*原来的网站没有改动.*资源管理器/u);
  expect(read('out/index.html')).toBe('旧');
});

/** Windows, where something else has a folder open for some tries; nothing is waited for. */
function heldFor(tries: number, isMeant: (from: string) => boolean) {
  let left = tries;
  const patience = { platform: 'win32', wait: () => undefined } as const;
  return (from: string, to: string): void =>
    patiently(() => {
      if (isMeant(from) && left-- > 0) throw Object.assign(new Error('held'), { code: 'EPERM' });
      renameSync(from, to);
    }, patience);
}

test('Windows 上杀毒软件或者服务器一时占着网站，放手以后换上', () => {
  putSite('out', '旧');
  putSite('built', '新');
  const target = find('out');
  bring(
    join(room, 'built'),
    target,
    heldFor(3, () => true),
  );
  switchIn(
    target,
    heldFor(3, () => true),
  );
  expect(read('out/index.html')).toBe('新');
});

test('新网站和原来的都一直被占着，说原来的在哪里，下一次放回', () => {
  putSite('out', '旧');
  putSite('out.staging', '新');
  const target = find('out');
  const held = heldFor(99, (from) => from !== target.site);
  expect(() => switchIn(target, held)).toThrow(/EPERM.*out\.previous，下一次生成先把它放回原处.*杀毒软件/u);
  expect(putBack(target)).toBe(true);
  expect(read('out/index.html')).toBe('旧');
});

test('删到一半断电，剩下的仍然认得是生成的网站', () => {
  putSite('out', '旧');
  rmSync(join(room, 'out/index.html'));
  expect(find('out').site).toMatch(/out$/u);
  removeOwn(join(room, 'out'));
  expect(existsSync(join(room, 'out'))).toBe(false);
});

test('网站文件夹里后来放进去的别人的文件，不会一起删掉', () => {
  putSite('out', '旧');
  put('out/verify.html', '重要');
  expect(() => find('out')).toThrow('不是生成网站时写的文件');
  putSite('old.previous', '旧');
  put('old.previous/letter.txt', '重要');
  expect(() => find('old')).toThrow('不是生成网站时写的文件');
  put('empty/.zhangbang.json', '{}');
  put('empty/letter.txt', '重要');
  expect(() => find('empty')).toThrow('不是生成网站时写的文件');
});

test('mirror 写进网站的清单和压缩的文件，不算别人的', () => {
  putSite('out', '旧');
  for (const name of ['manifest.json', 'manifest.json.sig', 'manifest.display.json', 'index.html.gz'])
    put(`out/${name}`, '');
  expect(find('out').site).toMatch(/out$/u);
});

test.each(['project/.cache/build', 'project/.cache', 'project/dist.published.ndjson'])(
  '程序自己要用的 %s 不放网站',
  (outDir) => {
    expect(() => find(outDir)).toThrow('什么也没有改动');
  },
);

test('上一级还没有的文件夹，生成时建好', () => {
  putSite('built', '新');
  const target = find('srv/www/site');
  bring(join(room, 'built'), target);
  switchIn(target);
  expect(read('srv/www/site/index.html')).toBe('新');
});

test('指向空处的链接说它是链接', () => {
  symlinkSync(join(room, 'nowhere'), join(room, 'www'));
  expect(() => find('www')).toThrow('它是一个链接');
});

test('how the publishing machine stands outlives every switch, and may be told before there is a first site', () => {
  put('project/dist/status.json', '{"phase":"building"}');
  const target = find('project/dist');
  for (const page of ['first', 'second']) {
    putSite('built', page);
    bring(join(room, 'built'), target);
    carryStatus(target);
    switchIn(target);
    expect([read('project/dist/index.html'), read('project/dist/status.json')]).toEqual([
      page,
      '{"phase":"building"}',
    ]);
    expect(find('project/dist')).toEqual(target);
  }
});
