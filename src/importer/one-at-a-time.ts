import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asFailure, ImportFailure } from './import-failure.ts';

const RUNNING = 'import.running';

/**
 * Keeps a second import out of the folder of the report while one runs: each would forget what the other has written.
 * What a killed one has left behind does not count. Gives what ends it.
 * @throws {ImportFailure} where another is running
 */
export function oneAtATime(reportDir: string): () => void {
  const path = join(reportDir, RUNNING);
  const other = runningIn(path);
  if (other !== undefined)
    throw new ImportFailure(
      `另一个导入正在用 ${reportDir}（进程 ${other}）。等它做完再运行；没有在运行的，删掉 ${path} 再试。`,
    );
  try {
    mkdirSync(reportDir, { recursive: true });
    writeFileSync(path, `${process.pid}\n`);
  } catch (cause) {
    throw asFailure(cause, path);
  }
  return () => rmSync(path, { force: true });
}

/** The process that says it is running, where there is one that is not this. */
function runningIn(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
    process.kill(pid, 0);
    return pid;
  } catch (cause) {
    // It is there and belongs to somebody else.
    const isThere = (cause as NodeJS.ErrnoException).code === 'EPERM';
    return isThere ? Number(readFileSync(path, 'utf8')) : undefined;
  }
}
