import { useState } from 'preact/hooks';
import type { DraftSummary, Phase } from '../../../core/desk/api.ts';
import { draftAt } from '../place.ts';
import { momentInWords } from '../moment.ts';

const PHASES: Readonly<Record<Phase, string>> = {
  draft: '草稿',
  submitted: '待审核',
  returned: '已退回',
  approved: '已通过',
  published: '已发布',
};

/** A list of drafts; one that is empty and says nothing of it is not shown. */
export function DraftList(props: {
  title: string;
  drafts: readonly DraftSummary[];
  whenNone?: string;
  /** Where a row leads; to the step that the draft is at, where nothing is said. */
  leadTo?: (key: string) => string;
  isUrgent?: boolean;
  throwAway?: (key: string) => void;
}) {
  const { title, drafts, whenNone, leadTo, isUrgent, throwAway } = props;
  if (drafts.length === 0 && whenNone === undefined) return null;
  return (
    <section class={isUrgent ? 'box box-urgent' : 'box'} aria-label={title}>
      <h2>
        {title} {drafts.length > 0 && <span class="count">{drafts.length}</span>}
      </h2>
      {drafts.length === 0 && <p class="quiet">{whenNone}</p>}
      <ul class="rows">
        {drafts.map((draft) => (
          <DraftRow key={draft.key} {...{ draft, leadTo, throwAway }} />
        ))}
      </ul>
    </section>
  );
}

function DraftRow({
  draft,
  leadTo,
  throwAway,
}: {
  draft: DraftSummary;
  leadTo: ((key: string) => string) | undefined;
  throwAway?: ((key: string) => void) | undefined;
}) {
  const { key, title, type, phase, changedAt, reason, at, author, approvals, unsent } = draft;
  const step = phase === 'draft' || phase === 'returned' ? 'form' : 'publish';
  return (
    <li>
      <a class="row-title" href={leadTo?.(key) ?? draftAt(key, step)}>
        {title === '' ? `还没有标题的${type}` : title}
      </a>
      <p class="row-facts">
        <span class="tag">{PHASES[phase]}</span>
        <span>{type}</span>
        <span>{author.name}</span>
        <span>{momentInWords(changedAt)} 改过</span>
        {approvals > 0 && <span>已通过 {approvals} 级</span>}
        {at !== undefined && <strong>到 {momentInWords(at)} 发布</strong>}
        {throwAway && phase === 'draft' && <ThrowAway throwAway={() => throwAway(key)} title={title} />}
      </p>
      {unsent && <p class="row-reason">{unsent.message}</p>}
      {reason !== undefined && <p class="row-reason">退回的理由：{reason}</p>}
    </li>
  );
}

/** Asks once more in its own place, so that no window opens over the page. */
function ThrowAway({ title, throwAway }: { title: string; throwAway: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking)
    return (
      <button
        type="button"
        class="button-text"
        aria-label={`不要了：${title}`}
        onClick={() => setIsAsking(true)}
      >
        不要了
      </button>
    );
  return (
    <span role="group" aria-label="不要这份草稿吗">
      不要这份草稿吗？三十天内还找得回来。
      <button type="button" class="button-text button-stop" onClick={throwAway}>
        不要了
      </button>
      <button type="button" class="button-text" onClick={() => setIsAsking(false)}>
        留着
      </button>
    </span>
  );
}
