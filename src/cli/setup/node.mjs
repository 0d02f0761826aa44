// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { isNodePinned, pinnedNodePackage, root } from './dependencies.mjs';
import { SetupError } from './failure.mjs';
import { hasParentGone, isRunning } from './parent.mjs';
import { findSystemNode, howToInstallNode, NEEDED_MAJOR } from './system-node.mjs';

/**
 * The Node that package.json pins; where it is not there, a Node of this machine that is new enough.
 * @returns {string} path of the program
 */
export function findPinnedNode() {
  const folder = join(root, 'node_modules', pinnedNodePackage(process.platform, process.arch), 'bin');
  const pinned = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  const system = findSystemNode();
  if (system !== undefined) return system;
  throw new SetupError(howToInstallNode(process.platform, process.arch));
}

/**
 * Runs main.ts under the given Node, with the project's programs first in PATH, and carries signals and exit code.
 * @param {string} node
 * @param {readonly string[]} argv
 * @param {Record<string, string>} added environment of the command beside that of the user
 * @returns {Promise<number>}
 */
export function runUnder(node, argv, added) {
  const child = spawn(node, [join(root, 'src/cli/main.ts'), ...argv], {
    stdio: 'inherit',
    env: { ...withProgramsFirst(process.env), ...added },
  });
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  stopWithNpm(() => child.kill('SIGTERM'));
  return new Promise((done, fail) => {
    child.on('error', (cause) =>
      fail(
        new SetupError(
          `项目自带的 Node 在本机不能运行（${cause.message}）：请自行安装 Node ${NEEDED_MAJOR}，再运行一次。`,
        ),
      ),
    );
    child.on('close', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * Says what to install before anything is installed, on a kind of machine that the project has no Node for.
 * @param {{ platform: string, arch: string, system: string | undefined }} [machine] with the Node that it has
 * @throws {SetupError} in one sentence
 */
export function requireNode(
  { platform, arch, system } = {
    platform: process.platform,
    arch: process.arch,
    system: findSystemNode(),
  },
) {
  if (system === undefined && !isNodePinned(platform, arch))
    throw new SetupError(howToInstallNode(platform, arch));
}

/**
 * npm puts a shell between itself and a script, and that shell dies of a signal without passing it on: a server
 * would outlive its `npm start` and keep the port. So under npm, a parent that has gone means stop.
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (!hasParentGone({ platform: process.platform, first: parent, now: process.ppid, isRunning })) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

/**
 * Windows spells the variable `Path`, and keeps only one of two spellings.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withProgramsFirst(env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [name]: [join(root, 'node_modules', '.bin'), env[name]].filter(Boolean).join(delimiter) };
}
