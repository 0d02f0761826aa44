import { amend } from './account.ts';
import { guarded, realDisk, type Disk } from './disk.ts';
import { asMirrorError, MirrorError, type Ending } from './failure.ts';
import { withLock, type IsHeld } from './lock.ts';
import { isOurs, type Place, type Status } from './place.ts';
import { recover } from './switch.ts';

/** How a run ended, and the sentence that says so. */
export interface Outcome {
  readonly ending: Ending;
  readonly message: string;
}

/** And what of it the next run must know. */
export interface Reported extends Outcome {
  readonly status?: Partial<Status>;
}

/** Whom a run is accounted to. */
interface About {
  readonly now: string;
  /** Where releases come from; nothing for a run that asks no source. */
  readonly source?: string;
  /** What the source has told so far, which holds also where the run fails. */
  readonly told?: () => Partial<Status>;
}

/**
 * One run in a mirror: alone, after putting right what a killed one has left, with an account at the end. `act` changes
 * the disk that it is given, which refuses once another run has taken over.
 * @throws {MirrorError} busy, stuck when that is so for the third time, disk for a folder with other things in it, or
 * what `act` throws, file system errors in words
 */
export async function alone(
  place: Place,
  about: About,
  disk: Disk,
  act: (disk: Disk) => Promise<Reported> | Reported,
): Promise<Outcome> {
  try {
    if (!isOurs(place)) throw foreign(place);
    disk.makeFolder(place.folder);
    const once = async (isHeld: IsHeld): Promise<Outcome> => {
      const own = guarded(disk, () => {
        if (!isHeld()) throw overtaken(place);
      });
      try {
        recover(place, own);
        const { status, ...outcome } = await act(own);
        await account(place, about, outcome, status, own);
        return outcome;
      } catch (error) {
        const told = asMirrorError(error);
        if (told instanceof MirrorError) {
          const { ending, message } = told;
          await account(place, about, { ending, message }, about.told?.(), own).catch(passedOver);
        }
        throw told;
      }
    };
    return await withLock(place.lock, once, () => refuseBusy(place, about, disk));
  } catch (error) {
    throw asMirrorError(error);
  }
}

/**
 * Lets the next run read every byte of what is served, since somebody has found damage.
 * @throws {MirrorError} busy, or errors of the file system in words
 */
export async function doubt(place: Place, disk: Disk = realDisk): Promise<void> {
  try {
    const forget = (): Promise<Status> =>
      amend(place, disk, (before) => ({ ...before, verifiedAt: undefined }));
    await withLock(place.lock, forget, () => Promise.reject(busy(place)));
  } catch (error) {
    throw asMirrorError(error);
  }
}

/** How often in a row a source may go unasked because of another run: longer than that, nothing new comes. */
const MOST_BUSY = 2;

/** @throws {MirrorError} always. A run that was to ask a source is noted: what never comes to its turn has failed. */
async function refuseBusy(place: Place, { now, source }: About, disk: Disk): Promise<never> {
  if (source === undefined) throw busy(place);
  let refusal = busy(place);
  await amend(place, disk, (before) => {
    const count = (before.busy ?? 0) + 1;
    if (count > MOST_BUSY) refusal = stuck(place, count);
    const { ending, message } = refusal;
    return { ...before, at: now, busy: count, result: ending, message };
  });
  throw refusal;
}

const RELEASED = `它半小时没有动静就自动接手；确定没有别的在运行，可以删去`;

const busy = ({ lock }: Place): MirrorError =>
  new MirrorError('busy', `另一个 mirror 正在运行，这一次没有做任何事。${RELEASED} ${lock} 再运行一次。`);

const stuck = ({ lock }: Place, count: number): MirrorError =>
  new MirrorError(
    'stuck',
    `连续 ${count} 次都有另一个 mirror 在运行，一直没有去取新内容：它可能停住了。${RELEASED} ${lock} 再运行一次。`,
  );

const overtaken = ({ lock }: Place): MirrorError =>
  new MirrorError(
    'busy',
    `这一次停得太久，${lock} 已由另一个 mirror 接手，没有再改动任何文件。请看另一个的结果。`,
  );

const foreign = ({ folder }: Place): MirrorError =>
  new MirrorError(
    'disk',
    `${folder} 里有别的文件，不是本程序送过网站的地方，什么也没有改动。请用 --to 写一个空文件夹。`,
  );

async function account(
  place: Place,
  { now, source }: About,
  { ending, message }: Outcome,
  more: Partial<Status> = {},
  disk: Disk,
): Promise<void> {
  await amend(place, disk, ({ etag, contactAt, skewSeconds, busy: _, ...before }) => {
    const isSame = source === undefined || source === before.source;
    return {
      ...before,
      // What one source has answered says nothing of another.
      ...(isSame && { etag, contactAt, skewSeconds }),
      source: source ?? before.source,
      ...more,
      at: now,
      result: ending,
      message,
    };
  });
}

/** On a full disk not even the account can be written; the failure itself is what must be told. */
const passedOver = (): void => undefined;
