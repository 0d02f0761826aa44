import { join } from 'node:path';
import { ArchiveClient } from './archive/client.ts';
import type { SiteStatus } from '../core/publishing.ts';
import type { Bundle } from '../build/bundle.ts';
import type { Desk } from './desk.ts';
import { unpublishedIn } from './existing/unpublished.ts';
import { Leases } from './drafts/lease.ts';
import { Shelf } from './drafts/shelf.ts';
import { Previews } from './preview/preview.ts';
import { servePreviews } from './preview/server.ts';
import { colleaguesIn } from './accounts/accounts.ts';
import { SharedDesk } from './accounts/shared.ts';
import { localColleagues } from './colleagues.ts';
import { localActor } from './local-actor.ts';
import { auditFileOf, deskFolderOf } from './place.ts';
import { checkRoutes } from './routes/check.ts';
import { draftRoutes } from './routes/drafts.ts';
import { existingRoutes } from './routes/existing.ts';
import { factsRoutes } from './routes/facts.ts';
import { fileRoutes } from './routes/files.ts';
import { historyRoutes } from './routes/history.ts';
import { importRoutes } from './routes/import.ts';
import { inForceRoutes } from './routes/in-force.ts';
import { originalRoutes } from './routes/original.ts';
import { pasteRoutes } from './routes/paste.ts';
import { previewRoutes } from './routes/preview.ts';
import { workRoutes } from './routes/work.ts';
import { publishRoutes } from './routes/publish.ts';
import { reviewRoutes } from './routes/review.ts';
import { addressOf, lastRunning, noteRunning, portOf } from './running.ts';
import { serveDesk } from './serve.ts';
import { settle } from './review/settle.ts';
import { Submissions } from './review/submissions.ts';
import { Versions } from './review/versions.ts';
import { ClockWatch } from './site/clock.ts';
import { SiteWatch } from './site/watch.ts';

interface DeskOptions {
  /** Absolute path of the content folder. */
  readonly contentDir: string;
  /** Folder of the page's files. */
  readonly page: string;
  /** The moment that is taken for the present, in Shanghai time. */
  readonly now: () => string;
  /** A clock that nobody sets. */
  readonly milliseconds: () => number;
  /** Finds the program that renders pages, or has it made; the desk does not wait for it when it closes. */
  readonly bundle: (signal: AbortSignal) => Promise<Bundle>;
  /** What the public site tells of itself; see `SiteWatch`. */
  readonly askSite: () => Promise<SiteStatus | 'none' | undefined>;
  /** What the clock of the public site says; see `ClockWatch`. */
  readonly askClock: () => Promise<number | undefined>;
  /** Ids in the list of what the site that is built here has shown. */
  readonly published: () => ReadonlySet<string>;
  /** Of a desk for several people; without it the desk is of one clerk, on this machine. */
  readonly shared?: SharedOptions | undefined;
  /** PATH, in which LibreOffice is looked for. */
  readonly programs: string;
  /** `2026.12 · 1a2b3c4` */
  readonly version: string;
  /** Is told of what went wrong and was no refusal. */
  readonly report: (error: unknown) => void;
}

interface SharedOptions {
  /** Address of this machine on which the desk listens. */
  readonly host: string;
  /** Port of the desk; that of the previews is the next. */
  readonly port: number;
  /** As the browsers of the clerks reach them, encrypted: `https://desk.example.gov.cn`. */
  readonly origin: string;
  readonly previewOrigin: string;
  readonly accountsFile: string;
}

export interface OpenDesk {
  /** With the token, for the browser. */
  readonly address: string;
  /** Fulfilled when a clerk has sent the desk home. */
  readonly left: Promise<undefined>;
  readonly close: () => Promise<void>;
}

/** Time in which the last answer reaches the page, in milliseconds. */
const GOODBYE = 50;

/** Opens the desk of a content folder: its drafts, its server. */
export async function openDesk(options: DeskOptions): Promise<OpenDesk> {
  const { contentDir, page, now, milliseconds, bundle, published, programs, version, report } = options;
  const folder = deskFolderOf(contentDir);
  const shelf = new Shelf(folder, now);
  shelf.emptyBin();
  const { promise: left, resolve: leave } = Promise.withResolvers<undefined>();
  const actor = localActor(contentDir);
  const archive = new ArchiveClient(contentDir, join(folder, 'trial'));
  const last = lastRunning(folder);
  const { shared } = options;
  const people =
    shared && new SharedDesk({ ...shared, shelf, now, milliseconds, auditFile: auditFileOf(contentDir) });
  const server = await servePreviews(
    portOf(last?.preview),
    shared && { ...shared, port: shared.port + 1, origin: shared.previewOrigin, frame: shared.origin },
  );
  const previews = new Previews({ archive, server, folder: join(folder, 'preview'), bundle, now });
  const desk: Desk = {
    ...{ contentDir, now, shelf, programs, version, actor },
    leases: new Leases(milliseconds),
    archive,
    previews,
    submissions: new Submissions({
      ...{ contentDir, milliseconds, report },
      settled: (repository, all) => settle(shelf, repository, all, now()),
    }),
    versions: new Versions(join(folder, 'reviews')),
    colleagues: people ? colleaguesIn(() => people.accounts) : localColleagues(contentDir),
    may: (who) => people?.may(who) ?? { write: true, review: true, manage: true },
    clock: new ClockWatch({ ask: options.askClock, now, milliseconds }),
    site: new SiteWatch({ ask: options.askSite, milliseconds }),
    unpublished: () => unpublishedIn(contentDir, published()),
    leave: () => void setTimeout(() => leave(undefined), GOODBYE),
  };
  archive.load().catch(report);
  previews.prepare();
  const own = await serveDesk({
    ...{ actor, page, report },
    shared: shared && people && placeOf(shared, people),
    before: last && { port: portOf(last.origin)!, token: last.token },
    routes: [
      factsRoutes,
      workRoutes,
      publishRoutes,
      reviewRoutes,
      historyRoutes,
      draftRoutes,
      existingRoutes,
      fileRoutes,
      importRoutes,
      originalRoutes,
      previewRoutes,
      pasteRoutes,
      checkRoutes,
      inForceRoutes,
    ]
      .flatMap((of) => of(desk))
      .concat(people?.routes ?? []),
    preview: () => server.origin,
  });
  if (!shared) {
    const place = { origin: own.origin, preview: server.origin };
    noteRunning(folder, { ...place, token: own.token });
    left.then(() => noteRunning(folder, place)).catch(report);
  }
  return {
    address: shared?.origin ?? addressOf(own),
    left,
    close: async () => {
      desk.submissions.close();
      await own.close();
      await server.close();
      await previews.close();
      await archive.close();
    },
  };
}

const placeOf = ({ host, port }: SharedOptions, people: SharedDesk) => ({
  ...{ host, port },
  admit: people.admit.bind(people),
  told: people.told.bind(people),
});
