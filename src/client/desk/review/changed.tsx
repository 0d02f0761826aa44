import type { Review } from '../../../core/desk/api.ts';
import { differencesOf } from '../draft/differences.ts';
import { Changes } from '../history/changes.tsx';

/** What is new to whoever looks at it again: since it came back last, and since she opened this page. */
export const Changed = ({ review, seen }: { review: Review; seen: Review | undefined }) => (
  <>
    {seen && seen.digest !== review.digest && <Overtaken review={review} seen={seen} />}
    {review.changes.length > 0 && (
      <div class="box">
        <Changes changes={review.changes} caption="比上次退回时改了什么" />
      </div>
    )}
  </>
);

function Overtaken({ review, seen }: { review: Review; seen: Review }) {
  const changes = differencesOf(seen.draft, review.draft).map(({ label, mine, other }) => ({
    label,
    before: mine,
    after: other,
  }));
  return (
    <section class="box box-urgent" aria-label="您看的时候改过了">
      <p role="alert">
        <strong>您看的时候，这份公告改过了。</strong>刚才没有通过；下面是新的一份，请再看一遍。
      </p>
      {changes.length > 0 ? (
        <Changes changes={changes} caption="和刚才看的不同" />
      ) : (
        <p>栏目和正文没有变，变的是附件。</p>
      )}
    </section>
  );
}
