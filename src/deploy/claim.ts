import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FarEnd, Found } from './far-end.ts';
import { DeployError } from './failure.ts';
import { UNCACHED } from './headers.ts';
import { OWN_FOLDER } from './record.ts';

const CLAIMS = `${OWN_FOLDER}/claims`;

/** How long a run may give no sign of life before another takes its place, in milliseconds. */
const LONGEST_SILENCE = 10 * 60_000;

/** Between two signs of life, in milliseconds. */
const SIGN_EVERY = 60_000;

interface Claiming {
  /** Names the run; another's is never the same. */
  readonly id: string;
  /** Ids of earlier runs on this machine, which cannot be running any more. */
  readonly ended: readonly string[];
  /** Take the place of whoever else is at work. */
  readonly takeOver: boolean;
  /** A folder of this run's own. */
  readonly work: string;
}

/** A claim that is held. */
export interface Claim {
  /** Whether a run that did not come to its end had claimed the far end before. */
  readonly isAfterAnother: boolean;
  /** @throws {DeployError} when another run has taken over, as it may when this one stood still */
  readonly check: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/**
 * Claims a far end for one run: each lays down a file of its own and then looks for others'. Two that begin at once see
 * each other, and both give way. Ages are told by the far end's clock, so that no two machines need agree.
 * @param farAtEnd the same far end, for what must still be done after an interruption
 * @throws {DeployError} while another is at work
 */
export async function claim(far: FarEnd, farAtEnd: FarEnd, claiming: Claiming): Promise<Claim> {
  const { id, ended, takeOver, work } = claiming;
  const path = pathFor(id);
  const sign = (): Promise<void> => far.send(work, [path], UNCACHED);
  writeClaim(join(work, path), id);
  await sign();
  const all = await far.list(CLAIMS);
  const own = all.find((found) => pathOf(found) === path);
  const others = all.filter((found) => pathOf(found) !== path);
  const dead = new Set(ended.map(pathFor));
  const alive = others.filter((other) => !dead.has(pathOf(other)) && isFresh(other, own));
  if (alive.length > 0 && !takeOver) {
    await farAtEnd.remove([path]);
    throw new DeployError(
      '另一次上传正在进行，也许在别的机器上，这一次什么也没有传。它停下十分钟以后，再运行一次就会接着传；确定它已经停了，现在就可以加 --take-over 接着传。',
    );
  }
  if (others.length > 0) await far.remove(others.map(pathOf));
  const isHeld = async (): Promise<boolean> =>
    (await far.list(CLAIMS)).some((found) => pathOf(found) === path);
  const stopSigns = every(SIGN_EVERY, async () => (await isHeld()) && sign());
  return {
    isAfterAnother: others.length > 0,
    async check() {
      if (!(await isHeld()))
        throw new DeployError('这一次停了太久（机器休眠，或网络断了），另一次上传已经接着传了。');
    },
    async release() {
      stopSigns();
      await farAtEnd.remove([path]);
    },
  };
}

/** Does it again and again; a far end that fails is told by the run itself. Returns what stops it. */
function every(milliseconds: number, work: () => Promise<unknown>): () => void {
  const timer = setInterval(() => void work().catch(() => undefined), milliseconds).unref();
  return () => clearInterval(timer);
}

const pathFor = (id: string): string => `${CLAIMS}/${id}.json`;

const pathOf = ({ path }: Found): string => `${CLAIMS}/${path}`;

/** Where the far end has not even listed the claim that was just laid down, nothing is known to be old. */
const isFresh = (other: Found, own: Found | undefined): boolean =>
  own === undefined || own.modifiedAt - other.modifiedAt < LONGEST_SILENCE;

function writeClaim(file: string, id: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ schema: 1, id })}\n`);
}
