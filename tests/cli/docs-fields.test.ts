import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

test('a handbook that is not what the fields say is told by name, and made again on request', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-handbook-'));
  const docsFields = (...args: string[]) =>
    spawnSync(process.execPath, [resolve('src/cli/main.ts'), 'docs:fields', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  try {
    expect(docsFields('--check').status).toBe(1);
    expect(docsFields().status).toBe(0);
    expect(docsFields('--check').status).toBe(0);
    writeFileSync(join(folder, 'docs/fields.md'), '# 栏目手册\n');
    expect(docsFields('--check')).toMatchObject({
      status: 1,
      stderr: 'docs/fields.md 与栏目定义不一致，请运行 npm run docs:fields\n',
    });
    writeFileSync(join(folder, 'docs/fields.md'), '# 我的笔记\n');
    expect(docsFields()).toMatchObject({ status: 2, stderr: expect.stringContaining('什么也没有改动') });
    expect(readFileSync(join(folder, 'docs/fields.md'), 'utf8')).toBe('# 我的笔记\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
