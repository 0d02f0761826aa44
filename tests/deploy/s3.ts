import S3rver from '@20minutes/s3rver';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { filesIn } from '../../src/mirror/verify.ts';

const BUCKET = 'site';

/** As s3rver lays an object down. */
const SUFFIX = '._S3rver_object';

/** A request that changes what lies there. */
export interface Change {
  /** 1 for the first since the server began. */
  readonly number: number;
  readonly method: 'PUT' | 'DELETE';
  readonly path: string;
}

/** An object storage on this machine, whose every change a test may look at. */
export interface Storage {
  /** As `npm run deploy` takes it. */
  readonly target: string;
  /** By which rclone finds the storage and nothing of the user's own. */
  readonly env: Readonly<Record<string, string>>;
  /** What lies there now, by its path. */
  readonly objects: () => ReadonlyMap<string, Buffer>;
  /** What the server sends with an object. */
  readonly headersOf: (path: string) => Promise<Headers>;
  /** As somebody else would, by hand. */
  readonly put: (path: string, text: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Called before a change is done, and when it is. */
  before: (change: Change) => void | Promise<void>;
  after: (change: Change) => void;
}

/** Starts one for the length of a test. `folder` in its bucket is the far end; no two tests at once may name the same. */
export async function startStorage(folder: string): Promise<Storage> {
  const directory = mkdtempSync(join(tmpdir(), 'zhangbang-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET }],
  });
  putWhole(server);
  const root = join(directory, BUCKET, folder);
  let number = 0;
  const storage: Omit<Storage, 'env' | 'headersOf' | 'put' | 'remove'> = {
    target: `far:${BUCKET}/${folder}`,
    objects: () =>
      new Map(
        (existsSync(root) ? [...filesIn(root)] : [])
          .filter(({ path }) => path.endsWith(SUFFIX))
          .map(({ path }) => [path.slice(0, -SUFFIX.length), readFileSync(join(root, path))]),
      ),
    before: () => undefined,
    after: () => undefined,
  };
  server.middleware.unshift(async ({ method, path }, next) => {
    if (method !== 'PUT' && method !== 'DELETE') return next();
    number += 1;
    const change: Change = {
      number,
      method,
      path: decodeURIComponent(path).slice(`/${BUCKET}/${folder}/`.length),
    };
    await storage.before(change);
    await next();
    storage.after(change);
  });
  const { port } = await server.run();
  onTestFinished(async () => {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const address = `http://127.0.0.1:${port}`;
  const ask = (method: string, path: string, body?: string): Promise<Response> =>
    fetch(`${address}/${BUCKET}/${folder}/${path}`, { method, ...(body === undefined ? {} : { body }) });
  return Object.assign(storage, {
    env: environment(address),
    headersOf: async (path: string) => (await ask('HEAD', path)).headers,
    put: async (path: string, text: string) => void (await ask('PUT', path, text)),
    remove: async (path: string) => void (await ask('DELETE', path)),
  });
}

/** S3 gives an object its name when it is whole; s3rver writes under the name, and leaves half a file of a broken request. */
function putWhole({ store }: S3rver): void {
  const putContent = store.putContent.bind(store);
  let count = 0;
  store.putContent = async (path, content) => {
    const draft = `${path}.${(count += 1)}.part`;
    try {
      const put = await putContent(draft, content);
      renameSync(draft, path);
      return put;
    } finally {
      if (existsSync(draft)) rmSync(draft);
    }
  };
}

const environment = (endpoint: string): Readonly<Record<string, string>> => ({
  RCLONE_CONFIG: join(tmpdir(), 'zhangbang-no-rclone.conf'),
  RCLONE_CONFIG_FAR_TYPE: 's3',
  RCLONE_CONFIG_FAR_PROVIDER: 'Other',
  RCLONE_CONFIG_FAR_ENDPOINT: endpoint,
  RCLONE_CONFIG_FAR_ACCESS_KEY_ID: 'S3RVER',
  RCLONE_CONFIG_FAR_SECRET_ACCESS_KEY: 'S3RVER',
  // An old rclone does not start where it is set.
  AWS_CA_BUNDLE: '',
});
