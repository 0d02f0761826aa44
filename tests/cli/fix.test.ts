import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attached, item } from '../core/disclosure/items.ts';
import { contentFolder, NOTICE, notice, run } from './command.ts';

const broken = notice({ 标题: '标题：关于清明节期间业务办理安排的通知' });
const other = 'announcements/general/2026/gm-tz-2026-002.md';
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

test('what is mended is shown line by line, and the check is content with it', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: broken });
  const { status, stdout } = await run(['fix'], { CONTENT_DIR });
  expect([status, stdout]).toEqual([
    0,
    `content/${NOTICE}\n   2 - 标题：关于清明节期间业务办理安排的通知\n   2 + 标题: 关于清明节期间业务办理安排的通知\n\n已改好 1 个文件。\n`,
  ]);
  expect(read(CONTENT_DIR, NOTICE)).toBe(notice());
  expect((await run(['check'], { CONTENT_DIR })).status).toBe(0);
});

test('a second run finds nothing to do', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: broken });
  await run(['fix'], { CONTENT_DIR });
  expect((await run(['fix'], { CONTENT_DIR })).stdout).toBe('没有要代劳的地方。\n');
});

test('only what was named is mended, and a trial run writes nothing', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: broken, [other]: broken });
  expect((await run(['fix', '--dry-run'], { CONTENT_DIR })).stdout).toContain(
    '2 个文件可以这样改，还没有写入。',
  );
  expect(read(CONTENT_DIR, other)).toBe(broken);
  await run(['fix', 'gm-tz-2026-002'], { CONTENT_DIR });
  expect([read(CONTENT_DIR, NOTICE), read(CONTENT_DIR, other)]).toEqual([broken, notice()]);
});

test('what only the clerk can know stays as it is', async () => {
  const text = notice({ 发布时间: '发布时间: 2026-03-30' });
  const CONTENT_DIR = contentFolder({ [NOTICE]: text });
  expect((await run(['fix'], { CONTENT_DIR })).stdout).toBe('没有要代劳的地方。\n');
  expect(read(CONTENT_DIR, NOTICE)).toBe(text);
});

test('a name that means nothing is one sentence', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  expect(await run(['fix', 'nothing'], { CONTENT_DIR })).toMatchObject({
    status: 2,
    stderr: '没有“nothing”这个文件或者公告。\n',
  });
});

test('a link in the content is not followed: what it leads to is another’s', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: broken });
  const elsewhere = join(CONTENT_DIR, '../elsewhere.md');
  writeFileSync(elsewhere, broken);
  rmSync(join(CONTENT_DIR, NOTICE));
  symlinkSync(elsewhere, join(CONTENT_DIR, NOTICE));
  await run(['fix'], { CONTENT_DIR });
  expect(readFileSync(elsewhere, 'utf8')).toBe(broken);
});

test('an item of the disclosure catalogue is mended too, with its attachments beside it', async () => {
  const file = 'disclosure/regulations/a/index.md';
  const sound = item({ 附件: attached('全文.txt') });
  const CONTENT_DIR = contentFolder({
    [NOTICE]: notice(),
    [file]: sound.replace('标题: ', '标题：'),
    'disclosure/regulations/a/全文.txt': '示例',
  });
  expect((await run(['fix'], { CONTENT_DIR })).stdout).toContain('已改好 1 个文件。');
  expect(read(CONTENT_DIR, file)).toBe(sound);
});

test('a file that was saved as UTF-16 is converted without a change of its words, also with other faults in it', async () => {
  const text = notice({ 标题: '标题：关于清明节期间业务办理安排的通知', 发布时间: '发布时间: 2026-02-30' });
  const CONTENT_DIR = contentFolder({ [NOTICE]: '' });
  writeFileSync(join(CONTENT_DIR, NOTICE), Buffer.from(`\ufeff${text}`, 'utf16le'));
  expect((await run(['check'], { CONTENT_DIR })).stdout).toContain('F119');
  const { stdout } = await run(['fix'], { CONTENT_DIR });
  expect(stdout).toContain('从按“UTF-16”存的改成按“UTF-8”存的，一个字也没有变');
  expect(read(CONTENT_DIR, NOTICE)).toBe(text.replace('标题：', '标题: '));
  const checked = (await run(['check'], { CONTENT_DIR })).stdout;
  expect(checked).not.toContain('F119');
  expect(checked).toContain('F302');
});

test('what is in another encoding and no announcement is left as it is', async () => {
  const bytes = Buffer.from('\ufeff会议记录\n第一项 采购\n', 'utf16le');
  const CONTENT_DIR = contentFolder({ [NOTICE]: '' });
  writeFileSync(join(CONTENT_DIR, NOTICE), bytes);
  expect((await run(['fix'], { CONTENT_DIR })).stdout).toBe('没有要代劳的地方。\n');
  expect(readFileSync(join(CONTENT_DIR, NOTICE))).toEqual(bytes);
});
