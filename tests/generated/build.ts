import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../src/core/check.ts';
import { write } from './content.ts';
import type { Matter } from './matters.ts';
import { faultsOf } from './site.ts';

/** Builds these announcements in one build; what is wrong with it, and nothing where all is well. */
export function build(matters: readonly Matter[]): readonly string[] {
  const content = write(matters);
  const room = mkdtempSync(join(tmpdir(), 'zhangbang-built-'));
  const dir = join(room, 'dist');
  try {
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
    if (status !== 0) return [`the build ended with ${status}: ${(stdout + stderr).slice(-2000)}`];
    return faultsOf(dir, check(content));
  } finally {
    for (const folder of [content, room]) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The fewest announcements with which a build still fails, found by halving: mostly one, or more where only together
 * they do.
 */
export function culprits(
  matters: readonly Matter[],
  fails: (some: readonly Matter[]) => boolean = (some) => build(some).length > 0,
): readonly Matter[] {
  const middle = Math.ceil(matters.length / 2);
  const half = [matters.slice(0, middle), matters.slice(middle)].find(
    (some) => some.length > 0 && some.length < matters.length && fails(some),
  );
  return half ? culprits(half, fails) : matters;
}
