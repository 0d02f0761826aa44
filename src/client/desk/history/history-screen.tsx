import type { DeskFacts, History, ProjectHit } from '../../../core/desk/api.ts';
import type { DeskServer } from '../server/desk-server.ts';
import { Loaded, useLoaded } from '../server/loaded.tsx';
import { Entries } from './entries.tsx';
import { Onward } from './onward.tsx';

interface Found {
  readonly history: History;
  /** The project that has it among what is published; none of a draft. */
  readonly project: ProjectHit | undefined;
}

/** 历史 of an announcement or of a draft: nothing of it can be taken back; what is published is corrected. */
export function HistoryScreen({ server, facts, id }: { server: DeskServer; facts: DeskFacts; id: string }) {
  const [loading, again] = useLoaded(id, () => find(server, id));
  return (
    <Loaded loading={loading} again={again} isScreen>
      {({ history, project }) => (
        <>
          <h1>{history.title === '' ? '还没有标题' : history.title}</h1>
          <p class="quiet">谁在什么时候做了什么，新的在上面。</p>
          {project && <Onward {...{ server, facts, project }} id={history.id} />}
          <section class="box" aria-label="历史">
            {history.entries.length === 0 && <p class="quiet">还没有记录。</p>}
            <Entries entries={history.entries} />
          </section>
        </>
      )}
    </Loaded>
  );
}

async function find(server: DeskServer, id: string): Promise<Found> {
  const history = await server.history(id);
  // Without it the history is there all the same.
  const hits = await server.projects(history.id).catch(() => []);
  const project = hits.find(({ announcements }) => announcements.some((one) => one.id === history.id));
  return { history, project };
}
