import type { DeskFacts, Work } from '../../../core/desk/api.ts';
import { timeInWords } from '../moment.ts';
import { useEvery } from '../every.ts';
import { CHOOSE, historyAt, pageOf, reviewAt } from '../place.ts';
import type { DeskServer } from '../server/desk-server.ts';
import { Loaded, Trouble, useLoaded } from '../server/loaded.tsx';
import { DraftList } from './draft-list.tsx';
import { DueList } from './due-list.tsx';
import { ExistingList } from './existing-list.tsx';
import { SiteStateBox } from './site-state.tsx';

/** How often what lies on the desk is asked for again, in milliseconds. */
const EVERY = 15_000;

/** 工作台: what lies on the desk, what is due, and how the site is. */
export function WorkScreen({ server, facts }: { server: DeskServer; facts: DeskFacts }) {
  const [loading, again] = useLoaded('work', () => server.work());
  useEvery(EVERY, again);
  return (
    <>
      <div class="head">
        <h1>工作台</h1>
        {facts.may.write && (
          <a class="button button-large" href={CHOOSE}>
            写公告
          </a>
        )}
      </div>
      <Loaded loading={loading} again={again}>
        {(work) => <Desk {...{ work, server, again, facts }} />}
      </Loaded>
    </>
  );
}

interface WorkProps {
  readonly work: Work;
  readonly server: DeskServer;
  readonly facts: DeskFacts;
  readonly again: () => void;
}

const Desk = ({ work, server, again, facts }: WorkProps) => (
  <>
    {work.trouble && <Trouble refusal={work.trouble} />}
    {work.clock && <Trouble refusal={work.clock} />}
    <div class="work">
      <div>
        <DraftList title="退回给我" drafts={work.returned} isUrgent />
        <DraftList title="待我审核" drafts={work.toReview} leadTo={reviewAt} />
        <DraftList
          title="我的草稿"
          drafts={work.mine}
          whenNone="没有没写完的公告。"
          throwAway={(key) => void server.throwAway(key).finally(again)}
        />
        <DraftList title="等待发布" drafts={work.waiting} />
        <ExistingList server={server} />
        <Published published={work.publishedToday} siteUrl={facts.siteUrl} />
      </div>
      <div>
        <SiteStateBox site={work.site} />
        <DueList due={work.due} />
      </div>
    </div>
  </>
);

const Published = ({ published, siteUrl }: { published: Work['publishedToday']; siteUrl: string }) =>
  published.length === 0 ? null : (
    <section class="box" aria-labelledby="published">
      <h2 id="published">
        今日已发布 <span class="count">{published.length}</span>
      </h2>
      <ul class="rows">
        {published.map(({ id, title, at }) => (
          <li key={id}>
            <a class="row-title" href={historyAt(id)}>
              {title}
            </a>
            <p class="row-facts">
              <span>{timeInWords(at)}</span>
              <a href={pageOf(siteUrl, id)} target="_blank" rel="noreferrer">
                看网页<span class="unseen">：{title}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
