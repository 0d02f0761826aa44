import { isCategory } from '../../../core/announcement/category.ts';
import { typeNamed } from '../../../core/announcement/schema.ts';
import type { DeskFacts, NewDraft, ProjectHit } from '../../../core/desk/api.ts';
import { chooseFor, pageOf } from '../place.ts';
import type { DeskServer } from '../server/desk-server.ts';
import { Trouble } from '../server/loaded.tsx';
import { useBegin } from '../server/use-begin.ts';

/** What can be done with an announcement that is published: read it, correct it, go on with its project. */
export function Onward(props: { server: DeskServer; facts: DeskFacts; project: ProjectHit; id: string }) {
  const { server, facts, project, id } = props;
  const [begin, refusal] = useBegin(server);
  const correction = correctionOf(project, id);
  return (
    <>
      {refusal && <Trouble refusal={refusal} />}
      <p class="buttons">
        {correction && facts.may.write && (
          <button type="button" onClick={() => begin(correction)}>
            照这一版写更正
          </button>
        )}
        {facts.may.write && (
          <a class="button button-quiet" href={chooseFor(id)}>
            接着这个项目写
          </a>
        )}
        <a class="button button-quiet" href={pageOf(facts.siteUrl, id)} target="_blank" rel="noreferrer">
          看网页
        </a>
      </p>
    </>
  );
}

/** The correction that may be written of an announcement; none where its kind has none. */
function correctionOf({ category, next }: ProjectHit, id: string): NewDraft | undefined {
  if (!isCategory(category)) return undefined;
  const found = next.find(
    ({ related, type }) => related === id && typeNamed(category, type)?.stage === 'correction',
  );
  return found && { category, type: found.type, related: id };
}
