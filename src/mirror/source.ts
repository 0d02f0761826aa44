import { createReadStream, lstatSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { codeOf, MirrorError } from './failure.ts';
import type { Entry, Part } from './manifest.ts';
import { manifestBytes, signatureIn } from './place.ts';

/** What a source offers at this moment. */
export interface Offer {
  readonly bytes: Uint8Array;
  readonly signature?: Uint8Array | undefined;
  /** The server's tag of these bytes. */
  readonly etag?: string | undefined;
}

/** What a screen of this box has told, to be passed on: a file of the site and the query to ask for it with. */
export interface Word {
  readonly path: string;
  readonly query: string;
}

/** Where releases come from: a web server, a folder, an archive on a stick. */
export interface Source {
  /** As it is named in messages. */
  readonly name: string;
  /** The manifest; nothing when the source says that it is still the one with this tag. */
  offer(part: Part, etag?: string): Promise<Offer | undefined>;
  /** The bytes of a file, piece by piece. More than `entry.bytes` may come; the reader counts. */
  read(entry: Entry): AsyncIterable<Uint8Array>;
  /** Whether it can be asked at any time, by a timer; what comes on a stick comes when somebody brings it. */
  readonly isOnline: boolean;
  /** Its clock less this machine's, in seconds; nothing while it has not told, as no stick does. */
  readonly skewSeconds?: () => number | undefined;
  /** Passes words on to whoever reads the source's log; a failure is none of the run. */
  readonly tell?: (words: readonly Word[]) => Promise<void>;
  /** Files that can be fetched at once. */
  readonly width: number;
  close(): void;
}

/** A folder with a finished site and its manifest, such as `dist` or what another mirror serves. */
export function folderSource(folder: string): Source {
  const root = realpathSync(folder);
  return {
    name: folder,
    isOnline: false,
    width: 1,
    offer(part) {
      return Promise.resolve({ bytes: manifestBytes(root, part), signature: signatureIn(root, part) });
    },
    async *read({ path }) {
      const file = join(root, path);
      try {
        // A link, also one of the folders above, could lead to any file of the machine.
        const isPlain = lstatSync(file).isFile() && realpathSync(file) === join(root, ...path.split('/'));
        if (!isPlain)
          throw new MirrorError('untrusted', `来源里的 ${path} 不是普通文件（是链接或别的），没有采用。`);
        yield* createReadStream(file, { highWaterMark: 2 ** 18 });
      } catch (cause) {
        if (codeOf(cause) !== 'ENOENT' && codeOf(cause) !== 'ENOTDIR') throw cause;
        throw new MirrorError(
          'untrusted',
          `来源 ${folder} 里缺少清单所列的 ${path.split('/').join(sep)}：请在来源重新生成并运行 npm run mirror -- pack。原来的版本没有改动。`,
          { cause },
        );
      }
    },
    close: () => undefined,
  };
}
