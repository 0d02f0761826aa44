// @ts-check
/*
 * The door of the project: `npm start`, `npm test` and every other script enter here.
 * It runs on the Node the user has (20 or newer) and has no dependency, because it installs them;
 * then it hands over to main.ts under the Node that the project brings along.
 */

/**
 * @param {readonly string[]} argv the command and its arguments
 * @returns {Promise<number>} the exit code of the command, or 2 when it could not be started
 */
async function setUpAndRun(argv) {
  const { ensureDependencies } = await import('./setup/dependencies.mjs');
  const { findPinnedNode, requireNode, runUnder } = await import('./setup/node.mjs');
  try {
    requireNode();
    await refuseTests(argv);
    await ensureDependencies();
    const node = findPinnedNode();
    /** @type {Record<string, string>} */
    const added = {};
    if (argv[0] === 'test' && isAsked('browser', argv.slice(1))) {
      const { ensureBrowser } = await import('./setup/browser.mjs');
      added['CHROMIUM_PATH'] = await ensureBrowser(node);
    }
    if (argv[0] === 'test' && isAsked('unit', argv.slice(1))) {
      const { ensureRclone } = await import('./setup/rclone.mjs');
      await ensureRclone();
    }
    return await runUnder(node, argv, added);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SetupError') throw error;
    console.error(error.message);
    return 2;
  }
}

/**
 * A package for machines without network brings nothing that only development needs.
 * @param {readonly string[]} argv
 */
async function refuseTests(argv) {
  const { root } = await import('./setup/dependencies.mjs');
  const { isOffline } = await import('./setup/offline.mjs');
  const { SetupError } = await import('./setup/failure.mjs');
  if (argv[0] === 'test' && isOffline(root))
    throw new SetupError('离线包里没有测试要用的程序包：请在能上网的电脑上取得完整的项目，再运行 npm test。');
}

/**
 * `npm test` runs every step, `npm test -- unit` those named, `changed` any that a change can reach; options that the
 * command does not know run none.
 * @param {string} step
 * @param {readonly string[]} asked
 */
function isAsked(step, asked) {
  return asked.every((name) => name === '--debug') || asked.includes(step) || asked.includes('changed');
}

const version = process.versions.node;
if (Number(version.split('.')[0]) < 20) {
  console.error(
    `本机的 Node 是 ${version}，太旧：请安装 Node 20 或更新的版本（https://nodejs.org），再运行一次。`,
  );
  process.exitCode = 2;
} else {
  setUpAndRun(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
