import { realDisk, type Disk } from './disk.ts';
import { asMirrorError, MirrorError, type Ending } from './failure.ts';
import { withLock } from './lock.ts';
import { isOurs, readStatus, writeStatus, type Place, type Status } from './place.ts';
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

/**
 * One run in a mirror: alone, after putting right what a killed one has left, with an account at the end.
 * @throws {MirrorError} busy, disk for a folder with other things in it, or what `act` throws, file system errors in words
 */
export async function alone(
  place: Place,
  about: { readonly now: string; readonly source?: string },
  disk: Disk,
  act: () => Promise<Reported> | Reported,
): Promise<Outcome> {
  try {
    if (!isOurs(place)) throw foreign(place);
    disk.makeFolder(place.folder);
    const once = async (): Promise<Outcome> => {
      try {
        recover(place, disk);
        const { status, ...outcome } = await act();
        account(place, about, outcome, status, disk);
        return outcome;
      } catch (error) {
        const told = asMirrorError(error);
        if (told instanceof MirrorError) {
          const { ending, message } = told;
          ignoringFailure(() => account(place, about, { ending, message }, {}, disk));
        }
        throw told;
      }
    };
    return await withLock(place.lock, once, busy(place));
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
    const forget = (): Promise<void> => {
      writeStatus(place, { ...readStatus(place), verifiedAt: undefined }, disk);
      return Promise.resolve();
    };
    await withLock(place.lock, forget, busy(place));
  } catch (error) {
    throw asMirrorError(error);
  }
}

const busy =
  ({ lock }: Place) =>
  (): Promise<never> =>
    Promise.reject(
      new MirrorError(
        'busy',
        `另一个 mirror 正在运行，这一次没有做任何事。若确定没有，请删去 ${lock} 再运行一次。`,
      ),
    );

const foreign = ({ folder }: Place): MirrorError =>
  new MirrorError(
    'disk',
    `${folder} 里有别的文件，不是本程序送过网站的地方，什么也没有改动。请用 --to 写一个空文件夹。`,
  );

function account(
  place: Place,
  { now, source }: { readonly now: string; readonly source?: string },
  { ending, message }: Outcome,
  more: Partial<Status> = {},
  disk: Disk,
): void {
  const { etag, contactAt, ...before } = readStatus(place);
  const isSame = source === undefined || source === before.source;
  writeStatus(
    place,
    {
      ...before,
      // What one source has answered says nothing of another.
      ...(isSame && { etag, contactAt }),
      source: source ?? before.source,
      ...more,
      at: now,
      result: ending,
      message,
    },
    disk,
  );
}

/** On a full disk not even the account can be written; the failure itself is what must be told. */
function ignoringFailure(act: () => void): void {
  try {
    act();
  } catch {
    return;
  }
}
