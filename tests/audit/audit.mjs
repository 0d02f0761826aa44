import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../src/cli/serve.ts';
import { readSettings } from '../../src/settings.ts';
import { basePath } from '../../src/site/address.ts';
import { browserOptions } from '../browser.ts';
import { runScript, ScriptError } from '../script.ts';

const usage = `usage: npm run audit
What is too heavy for every run of the tests, over the site that is built (OUT_DIR). The Nu checker reads all of its
pages; Lighthouse looks at one of each kind three times and takes the median. Exit code 1 when either objects, 2 when
something is missing on the machine.`;

const here = import.meta.dirname;
const PAGES = [
  '',
  'open/',
  'announcements/gm-js-2026-031-tender/',
  'construction/2026/11/',
  'search/',
  'statistics/2026/',
  'projects/gm-js-2026-031/',
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FULL = 100;
/** The one category that depends on how busy the machine is. */
const PERFORMANCE = 98;
const RUNS = 3;

/**
 * Not about the pages as served: read from the disk a page has no host that 'self' could mean, blocks of data count
 * as scripts, and a lobby screen's empty rows are hidden until they are filled.
 */
const BESIDE_THE_POINT = '.*(Content Security Policy|Empty heading).*';

async function main() {
  const dir = readSettings().outDir;
  if (!existsSync(join(dir, 'index.html')))
    throw new ScriptError(`${dir} 中还没有网站：请先运行 npm run build。`);
  if (spawnSync('java', ['-version']).status !== 0)
    throw new ScriptError('缺少 Java：请安装 Java 17 或更新的版本。');
  if (!existsSync(join(here, 'node_modules/lighthouse'))) {
    const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    const { status } = spawnSync('npm', install, {
      cwd: here,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new ScriptError('审核用的程序包没有装好，原因见上。');
  }
  const valid = checkMarkup(dir);
  const scored = await score(dir);
  return valid && scored ? 0 : 1;
}

function checkMarkup(dir) {
  const jar = join(here, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const args = ['-Xss8m', '-jar', jar, '--skip-non-html', '--filterpattern', BESIDE_THE_POINT, dir];
  const { status, stderr } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const lines = stderr.split('\n').filter(Boolean);
  console.log(`Nu HTML checker: ${lines.length} / 0`);
  console.log(lines.slice(0, 20).join('\n'));
  return status === 0 && lines.length === 0;
}

async function score(dir) {
  const { default: lighthouse } = await import('lighthouse');
  const { launch } = await import('chrome-launcher');
  const { executablePath, args } = await browserOptions();
  const chrome = await launch({ chromePath: executablePath, chromeFlags: ['--headless=new', ...args] });
  const server = await startServer({ dir, base: basePath(), port: 0 });
  let kept = true;
  for (const path of PAGES) {
    const runs = [];
    while (runs.length < RUNS) {
      const { lhr } = await lighthouse(server.url + path, { port: chrome.port, logLevel: 'silent' });
      runs.push(CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100)));
    }
    const medians = CATEGORIES.map((_, at) => runs.map((run) => run[at]).sort((a, b) => a - b)[RUNS >> 1]);
    kept &&= medians.every((value, at) => value >= (at === 0 ? PERFORMANCE : FULL));
    console.log(`/${path}: ${CATEGORIES.map((name, at) => `${name} ${medians[at]} / ${FULL}`).join(', ')}`);
  }
  await server.close();
  await chrome.kill();
  return kept;
}

await runScript({ usage, options: {} }, main);
