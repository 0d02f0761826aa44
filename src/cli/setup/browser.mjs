// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall, isDebianRoot } from './apt.mjs';
import { root } from './dependencies.mjs';
import { SetupError } from './failure.mjs';
import { runQuietly } from './run.mjs';

/**
 * Finds a Chromium for the browser tests, or brings one: on Debian as root with apt-get, which also brings the
 * libraries a browser needs; elsewhere, or when that fails, with Playwright.
 * @param {string} node the Node that runs Playwright
 * @returns {Promise<string>} path of the program
 */
export async function ensureBrowser(node) {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !existsSync(named)) {
    throw new SetupError(`CHROMIUM_PATH 指向的浏览器不存在：${named}。请改为正确的路径，或不设置它。`);
  }
  await ensureChineseFonts();
  const found = named || findBrowser(node) || (await installBrowser(node));
  if (found) return found;
  throw new SetupError(
    '缺少浏览器测试用的 Chromium，自动安装也未成功，原因见上：请安装 Chromium 或 Chrome，或用环境变量 CHROMIUM_PATH 写明它的路径，再运行一次；不需要浏览器的测试可用 npm test -- types lint unit build 运行。',
  );
}

/** @param {string} node */
function findBrowser(node) {
  return [...onPath(), ...usualPlaces()].find(isUsable) ?? playwrightsOwn(node);
}

/** @param {string} node */
async function installBrowser(node) {
  let output = '';
  if (isDebianRoot) {
    const installed = await aptInstall('正在安装浏览器（apt-get install chromium）', ['chromium']);
    const found = findBrowser(node);
    if (found) return found;
    output += installed.output;
  }
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  const args = [cli, 'install', ...(isDebianRoot ? ['--with-deps'] : []), 'chromium'];
  const installed = await runQuietly('正在下载浏览器（playwright install chromium）', node, args, {
    timeout: 10 * 60_000,
  });
  const found = findBrowser(node);
  if (!found) process.stderr.write(output + installed.output);
  return found;
}

/** Without a Chinese font every character is the same empty box, and layout tests would pass on boxes. */
async function ensureChineseFonts() {
  if (process.platform !== 'linux' || hasChineseFont()) return;
  if (isDebianRoot) {
    await aptInstall('正在安装中文字体（apt-get install fonts-noto-cjk）', ['fontconfig', 'fonts-noto-cjk']);
    if (hasChineseFont()) return;
  }
  console.error(
    '提示：本机没有中文字体，浏览器测试中的汉字将显示为方框；请安装 fonts-noto-cjk 或其他中文字体。',
  );
}

function hasChineseFont() {
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

function onPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = process.platform === 'win32' ? [] : (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]);
  }
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];
}

/** @param {string} node */
function playwrightsOwn(node) {
  const script = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";
  const { stdout } = spawnSync(node, ['-e', script], { cwd: root, encoding: 'utf8' });
  return [stdout?.trim() ?? ''].find(isUsable);
}

/**
 * Ubuntu's `chromium-browser` may be a notice about another way to install it. On Windows the question would open
 * a window, so there the file is enough.
 * @param {string} path
 */
function isUsable(path) {
  if (!path || !existsSync(path)) return false;
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}
