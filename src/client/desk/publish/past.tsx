import type { Draft } from '../../../core/desk/api.ts';
import { Entries } from '../history/entries.tsx';
import type { DeskServer } from '../server/desk-server.ts';
import { useLoaded } from '../server/loaded.tsx';

/** 经过: what was done with a draft since it was submitted first; nothing where nothing was. */
export function Past({ server, draft }: { server: DeskServer; draft: Draft }) {
  const { key, phase, approvals } = draft;
  const [loading] = useLoaded(`${key} ${phase} ${approvals}`, async () =>
    phase === 'draft' ? undefined : server.history(key),
  );
  const entries = loading.is === 'here' ? (loading.value?.entries ?? []) : [];
  if (entries.length === 0) return null;
  return (
    <section class="box" aria-labelledby="past">
      <h2 id="past">经过</h2>
      <Entries entries={entries} />
    </section>
  );
}
