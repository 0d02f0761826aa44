import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Bundle } from '../../build/bundle.ts';
import type { Made } from '../../build/preview.ts';
import type { Preview } from '../../core/desk/api.ts';
import { remove, removed } from '../../patience.ts';
import { announcementPath } from '../../site/address.ts';
import type { ArchiveClient } from '../archive/client.ts';
import type { Writable } from '../check/written.ts';
import { Refused } from '../refused.ts';
import type { PreviewServer } from './server.ts';

/** What previews are made with. */
interface PreviewMeans {
  readonly archive: ArchiveClient;
  readonly server: PreviewServer;
  /** Folder of its own. */
  readonly folder: string;
  /** Finds the program that renders pages, or has it made, which takes half a minute after an upgrade. */
  readonly bundle: (signal: AbortSignal) => Promise<Bundle>;
  readonly now: () => string;
}

/** Shows one draft at a time as the page and the screens that it will be. */
export class Previews {
  readonly #means: PreviewMeans;
  #thread: { readonly of: string; readonly worker: Worker } | undefined;
  #found: Promise<Bundle> | undefined;
  readonly #closing = new AbortController();
  #number = 0;
  /** One after the other: each takes the place of the one before. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(means: PreviewMeans) {
    this.#means = means;
    remove(means.folder);
    mkdirSync(means.folder, { recursive: true });
  }

  /** @throws {Refused} 422 where the draft is no page yet */
  show(draft: Writable & { readonly rev: number }, files: string): Promise<Preview> {
    const shown = this.#last.catch(() => undefined).then(() => this.#show(draft, files));
    this.#last = shown;
    return shown;
  }

  /** Has what renders pages at hand before anybody asks; that it failed is told to who asks. */
  prepare(): void {
    this.#bundle().catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#thread?.worker.terminate();
  }

  /** Asked once: a program that is upgraded under a desk is used by the next one. */
  #bundle(): Promise<Bundle> {
    this.#found ??= this.#means.bundle(this.#closing.signal).catch((error: unknown) => {
      this.#found = undefined;
      throw this.#closing.signal.aborted ? closed() : error;
    });
    return this.#found;
  }

  async #show({ rev, ...draft }: Writable & { readonly rev: number }, files: string): Promise<Preview> {
    const { archive, folder, server } = this.#means;
    const content = join(folder, 'content');
    const [bundle, id] = await Promise.all([
      this.#bundle(),
      archive.ask('stage', draft, files, content, this.#means.now()),
    ]);
    const out = join(folder, `made-${++this.#number}`);
    const made = id === undefined ? undefined : await this.#make(bundle, id, content, out);
    if (id === undefined || !made)
      throw new Refused(422, { message: '还不能看样：必填的栏没有填完。', help: '先改好检查里的错误。' });
    server.show([out, bundle.served], made.base);
    removed(join(folder, `made-${this.#number - 1}`));
    return toPreview(`${server.origin}${made.base}`, id, made, rev);
  }

  /** The thread is kept: to load what renders pages takes longer than to render them. */
  async #make(bundle: Bundle, id: string, contentDir: string, folder: string): Promise<Made | undefined> {
    const of = bundle.program;
    if (this.#thread?.of !== of) {
      await this.#thread?.worker.terminate();
      const own = join(contentDir, 'announcements');
      const workerData = { bundle, contentDir, own };
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, stdout: true });
      worker.unref();
      this.#thread = { of, worker };
    }
    const { worker } = this.#thread;
    return new Promise((done, fail) => {
      const end = (error: unknown): void => {
        this.#thread = undefined;
        fail(error);
      };
      worker.once('error', end);
      worker.once('message', ({ made, error }: { made?: Made; error?: unknown }) => {
        worker.off('error', end);
        if (error === undefined) done(made);
        else fail(error);
      });
      worker.postMessage({ id, folder, now: this.#means.now() });
    });
  }
}

/** Who was waiting for a preview when the desk went home. */
const closed = (): Refused =>
  new Refused(503, { message: '办事台已经关了。', help: '再打开办事台；写好的都在。' });

const toPreview = (site: string, id: string, { screens, kiosk }: Made, rev: number): Preview => ({
  page: `${site}${announcementPath(id)}`,
  screens: screens.map(({ id: screen, name }) => ({
    id: screen,
    name,
    address: `${site}display/${screen}/`,
  })),
  ...(kiosk !== undefined && { kiosk: `${site}kiosk/${kiosk}/` }),
  rev,
});
