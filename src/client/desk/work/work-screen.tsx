import type { DeskFacts, Work } from '../../../core/desk/api.ts';
import { CHOOSE } from '../place.ts';
import type { DeskServer } from '../server/desk-server.ts';
import { Loaded, useLoaded } from '../server/loaded.tsx';
import { DraftList } from './draft-list.tsx';
import { DueList } from './due-list.tsx';
import { SiteStateBox } from './site-state.tsx';

/** 工作台: what lies on the desk, what is due, and how the site is. */
export function WorkScreen({ server, facts }: { server: DeskServer; facts: DeskFacts }) {
  const [loading, again] = useLoaded('work', () => server.work());
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
        {(work) => <Desk work={work} server={server} again={again} />}
      </Loaded>
    </>
  );
}

const Desk = ({ work, server, again }: { work: Work; server: DeskServer; again: () => void }) => (
  <div class="work">
    <div>
      <DraftList title="退回给我" drafts={work.returned} isUrgent />
      <DraftList title="待我审核" drafts={work.toReview} />
      <DraftList
        title="我的草稿"
        drafts={work.mine}
        whenNone="没有没写完的公告。"
        throwAway={(key) => void server.throwAway(key).finally(again)}
      />
      <DraftList title="等待发布" drafts={work.waiting} />
      <Published published={work.publishedToday} />
    </div>
    <div>
      <SiteStateBox site={work.site} />
      <DueList due={work.due} />
    </div>
  </div>
);

const Published = ({ published }: { published: Work['publishedToday'] }) =>
  published.length === 0 ? null : (
    <section class="box" aria-labelledby="published">
      <h2 id="published">今日已发布</h2>
      <ul class="rows">
        {published.map(({ id, title, at }) => (
          <li key={id}>
            <span class="row-title">{title}</span> <span class="quiet">{at}</span>
          </li>
        ))}
      </ul>
    </section>
  );
