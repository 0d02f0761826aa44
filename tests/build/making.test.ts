import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Maker } from '../../src/build/making.ts';
import { failureInHand } from '../../src/core/failure.ts';
import { editionOn, type Edition } from '../../src/core/edition.ts';
import { recording } from '../../src/core/edition/recording.ts';
import { page, type Kind, type Rendered } from '../../src/site/unit.ts';
import { base } from '../core/fixtures.ts';
import { editionFrom } from '../site/edition.ts';

const notice = 'announcements/general/2026/notice.md';
const published = (): Edition =>
  editionFrom({
    ...base,
    [notice]: `---
标题: 关于报名的通知
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 佛山市公共资源交易中心高明分中心
---

报名从四月一日开始。
`,
  });

const kindOf = (pages: readonly Rendered[], more: Partial<Kind> = {}): Kind => ({
  name: 'test',
  keys: () => [''],
  pages: () => pages,
  ...more,
});

/** Makes a unit in an empty folder; `render` gets the edition that notes what it is asked. */
function making(render: (edition: Edition, page: Rendered) => string | Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-making-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const recorder = recording(published());
  const asked = editionOn(recorder.answers);
  const maker = new Maker(folder, asked, recorder, (one) => Promise.resolve().then(() => render(asked, one)));
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  return { folder, read, make: (kind: Kind) => maker.make({ kind, key: '' }) };
}

test('a page is written into its folder, the start page at the root, the page of errors under its name', async () => {
  const { read, make } = making((_, { path }) => `<p>${path}</p>`);
  const { outputs } = await make(kindOf([page('open'), page(''), page('404')]));
  expect(outputs.map(({ path }) => path)).toEqual(['open/index.html', 'index.html', '404.html']);
  expect([read('open/index.html'), read('index.html')]).toEqual(['<p>open/</p>', '<p></p>']);
});

test('the files of a unit are written beside its pages: texts, bytes, and copies of what lies in content', async () => {
  const { folder, read, make } = making(() => '');
  writeFileSync(join(folder, 'source'), 'PDF');
  const files = () => [
    { path: 'a/data.json', text: Promise.resolve('{}') },
    { path: 'a/code.png', bytes: new Uint8Array([1, 2]) },
    { path: 'a/1.pdf', copyOf: join(folder, 'source') },
  ];
  const { outputs } = await make(kindOf([], { files }));
  expect(outputs.map(({ path, bytes }) => [path, bytes])).toEqual([
    ['a/data.json', 2],
    ['a/code.png', 2],
    ['a/1.pdf', 3],
  ]);
  expect([read('a/data.json'), read('a/1.pdf')]).toEqual(['{}', 'PDF']);
  expect(outputs[0]!.sha256).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

test('what a unit asked is known, and nothing of the one before', async () => {
  const { make } = making((asked) => asked.row('notice').title);
  expect([...(await make(kindOf([page('a')]))).reads]).toEqual(['row notice']);
  expect([...(await make(kindOf([]))).reads]).toEqual([]);
});

test('a page in the place of another file is refused', async () => {
  const { folder, read, make } = making(() => 'x');
  mkdirSync(join(folder, 'open'));
  writeFileSync(join(folder, 'open/index.html'), 'from public/');
  await expect(make(kindOf([page('open')]))).rejects.toThrow('EEXIST');
  expect(read('open/index.html')).toBe('from public/');
});

test.for([
  ['announcements/notice', `公告 ${notice} `, true],
  ['statistics/2026', '网页 /statistics/2026/ ', false],
] as const)('a failure at %s says what was in hand', async ([route, hand, isContent]) => {
  const { folder, make } = making(() => {
    throw new Error('broken on purpose');
  });
  const failure = await make(kindOf([page(route)])).catch((error: unknown) => failureInHand(error));
  expect(failure).toMatchObject({ hand, isContent, message: 'broken on purpose' });
  expect(existsSync(join(folder, route))).toBe(false);
});
