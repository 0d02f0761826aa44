import { realDisk, type Disk } from './disk.ts';
import { asMirrorError, MirrorError, type Ending } from './failure.ts';
import { withLock } from './lock.ts';
import { readStatus, writeStatus, type Place, type Status } from './place.ts';
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
 * @throws {MirrorError} busy, or what `act` throws, file system errors in words
 */
export async function alone(
  place: Place,
  about: { readonly now: string; readonly source?: string },
  disk: Disk,
  act: () => Promise<Reported> | Reported,
): Promise<Outcome> {
  try {
    disk.makeFolder(place.folder);
    return await withLock(place.lock, async () => {
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
    });
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
    await withLock(place.lock, () => {
      writeStatus(place, { ...readStatus(place), verifiedAt: undefined }, disk);
      return Promise.resolve();
    });
  } catch (error) {
    throw asMirrorError(error);
  }
}

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
