import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { startServer } from '../../src/cli/serve.ts';
import { readSettings } from '../../src/settings.ts';
import { browserOptions } from '../browser.ts';
import { runScript, ScriptError } from '../script.ts';

const usage = `usage: npx node tests/deploy/try-policy.ts
Tries docs/deploy/kiosk/chromium-policy.json on a real browser. Chromium reads policies from /etc/chromium alone, which
no test may write to. So the browser is started in a mount namespace of its own, where that folder is another: Linux,
unshare(1), Debian's Chromium and a site in dist (OUT_DIR) are needed. Downloads cannot be tried so: a program that
steers a browser takes them over.`;

const POLICY = 'docs/deploy/kiosk/chromium-policy.json';

/** Addresses that must not open. */
const WAYS_OUT = [
  'http://example.com/',
  'https://www.example.gov.cn/',
  'file:///etc/passwd',
  'view-source:http://localhost/',
  'chrome://settings/',
  'chrome://version/',
  'chrome://extensions/',
  'chrome://downloads/',
  'chrome://inspect/',
  'devtools://devtools/bundled/inspector.html',
  'data:text/html,<h1>out</h1>',
  'ftp://localhost/',
];

/** Starts this program once more where /etc/chromium is a folder of ours. */
function enter(): number {
  const etc = mkdtempSync(join(tmpdir(), 'zhangbang-policy-'));
  mkdirSync(join(etc, 'policies/managed'), { recursive: true });
  // With it a program cannot look into the browser either, this one not excepted: that is seen from no page coming.
  const policy = JSON.parse(readFileSync(POLICY, 'utf8')) as Record<string, unknown>;
  delete policy['DeveloperToolsAvailability'];
  writeFileSync(join(etc, 'policies/managed/zhangbang.json'), JSON.stringify(policy));
  const inside = `mount --bind "$1" /etc/chromium && exec "$2" "$3" --inside`;
  const { status, error } = spawnSync(
    'unshare',
    ['--mount', '--map-root-user', 'sh', '-c', inside, 'sh', etc, process.execPath, import.meta.filename],
    { stdio: 'inherit' },
  );
  rmSync(etc, { recursive: true });
  if (error) throw new ScriptError('unshare is not installed: apt-get install util-linux', { cause: error });
  return status ?? 2;
}

async function tryPolicy(): Promise<number> {
  const server = await startServer({ dir: readSettings().outDir, base: '/', port: 0 });
  // A context of its own would be a private window, which the policy refuses.
  const profile = mkdtempSync(join(tmpdir(), 'zhangbang-profile-'));
  const browser = await chromium.launchPersistentContext(profile, await browserOptions());
  let faults = 0;
  const tell = (isGood: boolean, words: string): void => {
    if (!isGood) faults += 1;
    console.log(`${isGood ? 'good' : 'BAD '}  ${words}`);
  };
  for (const address of WAYS_OUT) tell(!(await open(browser, address)), `${address} does not open`);
  const kiosk = await open(browser, `${server.url}kiosk/hall-1/`);
  tell(kiosk !== undefined, 'the kiosk opens');
  await kiosk?.evaluate(() => void window.open('https://example.com/'));
  await kiosk?.keyboard.press('Control+p');
  const windows = browser.pages().map((one) => one.url());
  tell(!windows.some((url) => /example|print/u.test(url)), 'no window opens elsewhere, nothing is printed');
  await browser.close();
  await server.close();
  rmSync(profile, { recursive: true });
  return faults === 0 ? 0 : 1;
}

/** Whether an address shows itself in a new tab; then the tab stays, else it is closed. */
async function open(browser: BrowserContext, address: string): Promise<Page | undefined> {
  const page = await browser.newPage();
  try {
    await page.goto(address, { timeout: 5000 });
    if (page.url() === address) return page;
  } catch (error) {
    if (!/ERR_BLOCKED_BY_ADMINISTRATOR/u.test(String(error))) console.log(String(error));
  }
  await page.close();
  return undefined;
}

/** Only `enter` writes it. */
const options = { inside: { type: 'boolean', default: false } } as const;

await runScript({ usage, options }, ({ inside }) => (inside ? tryPolicy() : enter()));
