// @ts-check

/**
 * Whether the process that started this one has gone. Elsewhere than on Windows another takes its place as parent; on
 * Windows its number stays, and one asks whether it is still running.
 * @param {{ platform: string, first: number, now: number, isRunning: (pid: number) => boolean }} parents
 */
export const hasParentGone = ({ platform, first, now, isRunning }) =>
  platform === 'win32' ? !isRunning(first) : now !== first;

/** @param {number} pid */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be asked, and runs.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
