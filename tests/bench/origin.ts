import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';

/** What was measured, and on what. */
export interface Origin {
  /** As one types it to measure the same again. */
  readonly command: string;
  readonly state: State;
  /** Programs that want the processor, the mean of a minute: before and after. */
  readonly load: readonly [before: number, after: number];
  /** What holds for one part alone. */
  readonly remarks: readonly string[];
}

/** The commit of the files that are measured. */
export interface State {
  readonly commit: string;
  /** Day of the commit. */
  readonly on: string;
  /** Whether files differ from it. */
  readonly isChanged: boolean;
}

/** Where the files of the present folder stand; `aside` names a file whose changes do not count. Undefined without git. */
export function stateOfFiles(aside: readonly string[]): State | undefined {
  const [commit, on] = git('log', '-1', '--abbrev=7', '--format=%h %cs')?.split(' ') ?? [];
  const changes = git('status', '--porcelain', '--', '.', ...aside.map((path) => `:(exclude)${path}`));
  if (commit === undefined || on === undefined || changes === undefined) return undefined;
  return { commit, on, isChanged: changes !== '' };
}

function git(...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

export const loadNow = (): number => loadavg()[0]!;

/** One line that tells a reader how old the figures are and what they are worth. */
export function printOrigin({ command, state, load, remarks }: Origin): string {
  const changed = state.isChanged ? ' with changes that were not committed' : '';
  const [before, after] = load.map((one) => one.toFixed(1));
  const machine = `Node ${process.versions.node}, ${cpus().length} cores, load ${before} before and ${after} after`;
  return `\`${command}\` at commit \`${state.commit}\` of ${state.on}${changed}: ${[machine, ...remarks].join('; ')}.`;
}
