import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../src/core/check.ts';
import { toData } from '../src/core/open-data.ts';

/*
 * What a centre has stays good. `fixtures/upgrade/<version>` holds one announcement of each type, with those that it
 * follows, as they were valid in that version, and `published.json` what that version's data said of each. A fixture
 * is never changed; a new version gets a folder of its own.
 */
const FOLDER = 'tests/fixtures/upgrade';
const BUILD_MS = 300_000;

interface Published {
  project: string | null;
  published: Record<string, unknown>;
}

describe.each(readdirSync(FOLDER))('从 %s 版升级', (version) => {
  const content = join(FOLDER, version, 'content');
  const was = Object.entries(
    JSON.parse(readFileSync(join(FOLDER, version, 'published.json'), 'utf8')) as Record<string, Published>,
  );

  test('以前写对的公告仍然没有错误，每一栏的意思不变', () => {
    const { findings, corpus } = check(content);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(was.length).toBeGreaterThan(70);
    const now = new Map(corpus.entries.map(({ id, announcement }) => [id, announcement]));
    for (const [id, { published }] of was) {
      expect(JSON.parse(JSON.stringify(toData(now.get(id)!))), id).toEqual(published);
    }
  });

  test(
    '公告和项目的网址不变，数据里的每一项还在、意思不变',
    () => {
      const room = mkdtempSync(join(tmpdir(), 'zhangbang-upgrade-'));
      try {
        const dir = join(room, 'dist');
        const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'build'], {
          env: {
            ...process.env,
            CONTENT_DIR: content,
            OUT_DIR: dir,
            TODAY: '2026-11-22T09:00+08:00',
            SITE_URL: '',
            BASE_PATH: '',
            NODE_ENV: 'production',
            VITEST: '',
          },
          encoding: 'utf8',
        });
        expect(status, (stdout + stderr).slice(-2000)).toBe(0);
        for (const [id, { project, published }] of was) {
          const page = existsSync(join(dir, `announcements/${id}/index.html`));
          expect(page, id).toBe(true);
          if (project !== null)
            expect(existsSync(join(dir, `projects/${project.toLowerCase()}/index.html`)), project).toBe(true);
          const data: unknown = JSON.parse(readFileSync(join(dir, `announcements/${id}.json`), 'utf8'));
          expect(data, id).toMatchObject({ id, published });
        }
      } finally {
        rmSync(room, { recursive: true, force: true });
      }
    },
    BUILD_MS,
  );
});
