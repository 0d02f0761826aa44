import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { contentFolder, main, NOTICE, notice, run, runAlone, TODAY } from './command.ts';

test('an announcement with errors shows them instead of a page', () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice({ 发布时间: '发布时间: 某日' }) });
  const { status, stdout } = runAlone(['preview', 'gm-tz-2026-001'], { CONTENT_DIR });
  expect([status, stdout]).toEqual([1, expect.stringContaining('F301')]);
});

test('an announcement that does not exist is one sentence', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  expect(await run(['preview', 'gm-tz-2026-009'], { CONTENT_DIR })).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^没有“gm-tz-2026-009”/),
  });
});

test('the address that is printed shows the page as it will look, and nothing is published by it', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const site = join(CONTENT_DIR, 'site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^(?:示例站|OCDS前缀).*\n/gmu, ''));
  const child = spawn(process.execPath, [main, 'preview', 'gm-tz-2026-001'], {
    cwd: root,
    env: {
      ...process.env,
      CONTENT_DIR,
      TODAY,
      PORT: '0',
      SITE_URL: '',
      BASE_PATH: '',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  onTestFinished(() => void child.kill());
  let printed = '';
  const address = await new Promise<string>((done, fail) => {
    const notice = (data: Buffer) => {
      printed += String(data);
      const found = /这份公告：(\S+)/.exec(printed)?.[1];
      if (found !== undefined) done(found);
    };
    child.stdout.on('data', notice);
    child.stderr.on('data', notice);
    child.on('exit', () => fail(new Error(printed)));
  });
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('4 月 4 日至 6 日中心不办理现场业务。');
  expect(existsSync(join(root, '.cache/preview.published.ndjson'))).toBe(false);
}, 120_000);
