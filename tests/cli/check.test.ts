import { expect, test } from 'vitest';
import { contentFolder, NOTICE, notice, run } from './command.ts';

const broken = notice({ 标题: '标题：关于清明节期间业务办理安排的通知' });
const other = 'announcements/general/2026/gm-tz-2026-002.md';

test('a check of one announcement tells what is wrong with that one and no other', () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: broken, [other]: broken });
  const { status, stdout } = run(['check', 'gm-tz-2026-002'], { CONTENT_DIR });
  expect(status).toBe(1);
  expect(stdout).toContain('gm-tz-2026-002.md:2:3');
  expect(stdout).not.toContain('gm-tz-2026-001');
  expect(stdout).toContain('1 份公告，错误 1 处');
});

test('what can be mended without a change of meaning names the command that does it', () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: broken });
  expect(run(['check'], { CONTENT_DIR }).stdout).toContain(
    '代劳  npm run fix -- gm-tz-2026-001      详解  npm run check -- --explain F104',
  );
});

test('a check of one announcement knows the whole of its matter: a link to an earlier one that is there is sound', () => {
  const text = notice({ 类型: '类型: 更正公告\n关联公告: gm-tz-2026-001' }).replace(
    '发布单位: 示例中心',
    '发布单位: 示例中心\n更正内容:\n  - 字段: 标题\n    原: 关于清明节期间业务办理安排的通知\n    新: 关于清明节安排的通知\n原因: 笔误',
  );
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice(), [other]: text });
  const { status, stdout } = run(['check', other.replace(/^.*\/|\.md$/g, '')], { CONTENT_DIR });
  expect([status, stdout]).toEqual([0, '1 份公告，没有发现问题。\n']);
});

test('an announcement that does not exist is one sentence and exit code 2', () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const { status, stderr } = run(['check', 'gm-tz-2026-009'], { CONTENT_DIR });
  expect([status, stderr]).toEqual([2, '没有“gm-tz-2026-009”这个文件或者公告。\n']);
});
