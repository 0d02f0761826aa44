import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { checkApprovals } from '../../src/office/approvals/approvals.ts';
import { NOTICE, notice, run, temporaryFolder, TODAY } from '../cli/command.ts';
import { Office, type Clerk } from './clerks.ts';

const site = readFileSync(join(root, 'content/site.yaml'), 'utf8');
const REVIEWED = ['Written-by: 王芳 <wang@example.invalid>', 'Reviewed-by: 李强 <li@example.invalid>'];

/** A clerk of an office with so many levels, who commits by hand. */
function byHand(levels: number, files: Readonly<Record<string, string>> = {}) {
  const office = new Office({ ...files, 'site.yaml': `${site}审核级数: ${levels}\n` });
  const clerk = office.clerk('王芳', 'wang@example.invalid');
  const commit = (
    file: string,
    text: string,
    trailers: readonly string[] = [],
    ...more: readonly string[]
  ) => {
    clerk.write(file, text);
    clerk.git('add', '.');
    clerk.git('commit', '-q', '-m', `改 ${file}\n\n${trailers.join('\n')}`, ...more);
  };
  const why = (range = 'HEAD~1..HEAD'): readonly string[] =>
    checkApprovals(clerk.contentDir, range).unapproved.flatMap((one) => one.why);
  return { office, clerk, commit, why };
}

test('a change that somebody made by hand is refused; what is no announcement may be changed alone', () => {
  const { clerk, commit, why } = byHand(1);
  commit(NOTICE, notice());
  expect(why()).toEqual(['要 1 个别的人审核，只有 0 个。']);
  commit('pages/about.md', `${clerk.read('pages/about.md')}\n加一段。\n`);
  expect(why()).toEqual([]);
  commit(NOTICE, notice({ 发布单位: '发布单位: 中心' }), REVIEWED);
  expect(why()).toEqual([]);
  expect(checkApprovals(clerk.contentDir, 'HEAD~3..HEAD')).toMatchObject({ looked: 2, unapproved: [{}] });
  expect(checkApprovals(clerk.contentDir, `${'0'.repeat(40)}..HEAD`).looked).toBe(2);
  expect(() => checkApprovals(clerk.contentDir, 'HEAD~99..HEAD')).toThrow('不认识范围');
});

test('one reviewer is not two, the author is none, and nobody lowers the number for herself', () => {
  const { clerk, commit, why } = byHand(2);
  commit(NOTICE, notice(), [...REVIEWED, 'Reviewed-by: 李强 <LI@example.invalid>']);
  expect(why()).toEqual(['要 2 个别的人审核，只有 1 个。']);
  commit(NOTICE, notice({ 发布单位: '发布单位: 甲' }), [
    ...REVIEWED,
    'Reviewed-by: 王芳 <wang@example.invalid>',
  ]);
  expect(why()).toEqual(['王芳审核了自己写的公告。', '要 2 个别的人审核，只有 1 个。']);
  clerk.write('site.yaml', clerk.read('site.yaml')!.replace('审核级数: 2', '审核级数: 0'));
  commit(NOTICE, notice({ 发布单位: '发布单位: 乙' }));
  expect(why()).toEqual(['要 2 个别的人审核，只有 0 个。']);
  commit(NOTICE, notice({ 发布单位: '发布单位: 丙' }));
  expect(why()).toEqual([]);
  // Sent together, the number before all of it counts.
  expect(why('HEAD~2..HEAD')).toEqual(Array.from({ length: 2 }, () => '要 2 个别的人审核，只有 0 个。'));
});

test.each([
  'Reviewed-by:',
  'Reviewed-by:   ',
  'Reviewed-by: <li@example.invalid>',
  'Reviewed-by: \u200b <li@example.invalid>',
  'Reviewed-by: 李强',
  'Reviewed-by: 李强 <>',
  'Reviewed-by: 李强 <没有>',
  'Reviewed-by: 王芳',
])('who has no name or no address is nobody: “%s”', (line) => {
  const { commit, why } = byHand(1);
  commit(NOTICE, notice(), [REVIEWED[0]!, line]);
  expect(why()).toEqual(
    expect.arrayContaining(['要 1 个别的人审核，只有 0 个。', expect.stringContaining('写成“姓名 <邮箱>”')]),
  );
});

test('an archive that is there is put in place before the number is set, also in one push; after it, it is refused', () => {
  const { clerk, commit, why } = byHand(0);
  const everything = `${'0'.repeat(40)}..HEAD`;
  commit(NOTICE, notice());
  commit('site.yaml', clerk.read('site.yaml')!.replace('审核级数: 0', '审核级数: 2'));
  expect(why(everything)).toEqual([]);
  commit('announcements/general/2026/gm-tz-2026-002.md', notice());
  expect(why(everything)).toEqual(['要 2 个别的人审核，只有 0 个。']);
});

test('who moves the content to another folder does not leave the number behind', () => {
  const { clerk, why } = byHand(1);
  clerk.write('content/site.yaml', clerk.read('site.yaml')!.replace('审核级数: 1', '审核级数: 0'));
  clerk.git('rm', '-q', 'site.yaml');
  clerk.write(`content/${NOTICE}`, notice());
  clerk.git('add', '.');
  clerk.git('commit', '-q', '-m', '搬家');
  expect(why()).toEqual(['要 1 个别的人审核，只有 0 个。']);
});

test('what is sent may neither shorten nor drop the ledger, nor rename it', () => {
  const ledger = { 'ledger/leaves/2026.ndjson': 'a\nb\n' };
  const { clerk, commit } = byHand(0, ledger);
  clerk.write('site.yaml', `${clerk.read('site.yaml')!}登记簿: ggzy.example.gov.cn/ledger\n`);
  commit('ledger/leaves/2026.ndjson', 'a\nb\nc\n');
  const losses = (range: string) => checkApprovals(clerk.contentDir, range).losses;
  expect(losses('HEAD~1..HEAD')).toEqual([]);
  commit('ledger/leaves/2026.ndjson', 'a\nc\n');
  expect(losses('HEAD~1..HEAD')).toEqual([expect.stringContaining('只能在后面添')]);
  clerk.git('rm', '-q', '-r', 'ledger');
  commit('site.yaml', clerk.read('site.yaml')!.replace(/登记簿: .*\n/u, ''));
  expect(losses('HEAD~1..HEAD')).toEqual([
    expect.stringContaining('只能在后面添'),
    expect.stringContaining('不能改，也不能去掉'),
  ]);
});

test('what waits for its time may be taken back alone, what is public may not', () => {
  const timed = notice({ 定时: '定时: 是', 发布时间: '发布时间: 2098-03-30 10:00' });
  const { clerk, why } = byHand(1, {
    [NOTICE]: timed,
    'announcements/general/2026/gm-tz-2026-002.md': notice(),
  });
  clerk.git('rm', '-q', NOTICE);
  clerk.git('commit', '-qm', '撤回');
  expect(why()).toEqual([]);
  clerk.git('rm', '-q', 'announcements/general/2026/gm-tz-2026-002.md');
  clerk.git('commit', '-qm', '删去');
  expect(why()).toHaveLength(1);
});

test('a merge brings in what was looked at on its side, and nothing of its own', () => {
  const { clerk, commit, why } = byHand(1, { [NOTICE]: notice() });
  clerk.git('switch', '-qc', 'side');
  commit('announcements/general/2026/gm-tz-2026-002.md', notice(), REVIEWED);
  clerk.git('switch', '-q', 'main');
  commit('pages/about.md', '---\n标题: 关于\n---\n\n本站。\n');
  clerk.git('merge', '-q', '--no-ff', '-m', '合并', 'side');
  expect(why('HEAD^1..HEAD')).toEqual([]);
  clerk.write(NOTICE, notice({ 发布单位: '发布单位: 中心' }));
  clerk.git('commit', '-qa', '--amend', '--no-edit');
  // As on the one side it is a change to the other, of nobody's making.
  expect(why('HEAD^1..HEAD')).toHaveLength(1);
});

test('with a list of people only those who may review count, and a key has to sign', () => {
  const folder = temporaryFolder();
  const key = (name: string): string => {
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, name)]);
    return readFileSync(join(folder, `${name}.pub`), 'utf8').trim();
  };
  const [li, other] = [key('li'), key('other')];
  expect(other).toContain('ssh-ed25519');
  const people = (duty: string): string =>
    `人员:\n  - 标识: li\n    姓名: 李强\n    邮箱: li@example.invalid\n    角色: [${duty}]\n    公钥: ${li}\n`;
  const { clerk, commit, why } = byHand(1, { 'people.yaml': people('经办') });
  commit(NOTICE, notice(), REVIEWED);
  expect(why()).toEqual([
    '李强不在 people.yaml 里，或者角色里没有“审核”。',
    '最后审核的李强没有用自己的公钥签名。',
  ]);
  commit('people.yaml', people('审核'));
  commit(NOTICE, notice({ 发布单位: '发布单位: 甲' }), REVIEWED);
  expect(why()).toEqual(['最后审核的李强没有用自己的公钥签名。']);
  const signed = (name: string): void => {
    clerk.git('config', 'gpg.format', 'ssh');
    clerk.git('config', 'user.signingKey', join(folder, name));
    commit(NOTICE, notice({ 发布单位: `发布单位: ${name}` }), REVIEWED, '-S');
  };
  signed('other');
  expect(why()).toHaveLength(1);
  signed('li');
  expect(why()).toEqual([]);
});

test('the command says it in words, for CI and for the hook', async () => {
  const { clerk, commit } = byHand(1);
  commit(NOTICE, notice());
  const env = { CONTENT_DIR: clerk.contentDir };
  const refused = await run(['check', '--approvals', 'HEAD~1..HEAD'], env);
  expect(refused).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('王芳：改 announcements/') as string,
  });
  expect(refused.stderr).toContain('请在办事台送审');
  commit('pages/about.md', '---\n标题: 关于\n---\n\n本站。\n');
  const fine = await run(['check', '--approvals', 'HEAD~1..HEAD'], env);
  expect(fine).toMatchObject({ status: 0, stdout: '✓ 改动公告的 0 次都按要求审核过。\n' });
});

test('the recipe of the server takes no announcement that nobody has approved', () => {
  const { office, clerk, commit } = byHand(1);
  office.hook('pre-receive', readFileSync(join(root, 'docs/office/pre-receive'), 'utf8'));
  const push = (who: Clerk) =>
    spawnSync('git', ['push', '-q'], {
      cwd: who.contentDir,
      encoding: 'utf8',
      env: { ...process.env, ZHANGBANG: root, OUT_DIR: join(temporaryFolder(), 'dist'), TODAY, SITE_URL: '' },
    });
  commit(NOTICE, notice());
  const refused = push(clerk);
  expect(refused.stderr).toContain('要 1 个别的人审核，只有 0 个。');
  expect(office.show(NOTICE)).toBeUndefined();
  clerk.git('commit', '-q', '--amend', '-m', `发布\n\n${REVIEWED.join('\n')}`);
  expect(push(clerk).status).toBe(0);
  expect(office.show(NOTICE)).toBe(notice().trimEnd());
});
