import type { DeskFacts, Reviewed } from '../../../core/desk/api.ts';
import { WORK } from '../place.ts';
import { PublicationBox } from '../publish/publication-box.tsx';
import { Receipt } from '../publish/receipt.tsx';
import { usePublication } from '../publish/use-publication.ts';
import type { DeskServer } from '../server/desk-server.ts';

/** What came of a review. */
export function Outcome(props: { server: DeskServer; facts: DeskFacts; reviewed: Reviewed }) {
  const { server, facts, reviewed } = props;
  const { draft } = reviewed;
  const [asked] = usePublication(server, draft.key, draft.phase);
  const publication = asked ?? reviewed.publication;
  return (
    <>
      <h1>{draft.title}</h1>
      <p class="phase" role="status">
        <strong>{wordsOf(reviewed, facts.levels)}</strong>
      </p>
      {publication && <PublicationBox publication={publication} />}
      {draft.phase === 'published' && publication && (
        <Receipt {...{ publication, type: draft.type, title: draft.title }} siteName={facts.siteName} />
      )}
      <p>
        <a class="button" href={WORK}>
          回到工作台
        </a>
      </p>
    </>
  );
}

function wordsOf({ draft, publication }: Reviewed, levels: number): string {
  if (draft.phase === 'returned') return `已经退回给${draft.author.name}。`;
  if (publication) return '已经通过。';
  return `已经通过：要 ${levels} 位，已有 ${draft.approvals} 位。`;
}
