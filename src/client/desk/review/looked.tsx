import type { Review } from '../../../core/desk/api.ts';
import { bodyLines } from '../../../core/drafting/summary.ts';
import { FindingList } from '../draft/finding-list.tsx';
import { sizeInWords } from '../files/size.ts';
import { Views } from '../preview/views.tsx';
import type { DeskServer } from '../server/desk-server.ts';
import { Loaded, useLoaded } from '../server/loaded.tsx';
import type { Marks } from './marks.ts';
import { Line, PointBox } from './point-box.tsx';
import { linesOf, POINTS, type Tick } from './points.ts';

/** What a reviewer looks at: the page that it will be, and beside it the fields with what the check says of them. */
export function Looked(props: {
  server: DeskServer;
  review: Review;
  ticks: readonly Tick[];
  marks: Marks;
  setTicks: (ticks: readonly Tick[]) => void;
}) {
  const { server, review, ticks, marks, setTicks } = props;
  const isReadOnly = review.whyNot !== undefined;
  return (
    <div class="review-columns">
      <div class="review-sample">
        <Sample server={server} review={review} />
      </div>
      <div>
        <Findings review={review} />
        {POINTS.map(({ tick, name, sections }) => (
          <PointBox
            key={tick}
            {...{ name, isReadOnly }}
            isTicked={ticks.includes(tick)}
            onTick={(isTicked) => setTicks(isTicked ? [...ticks, tick] : ticks.filter((one) => one !== tick))}
          >
            <ul class="facts">
              {linesFor(tick, review, sections).map((line) => (
                <Line key={line.label} {...line} {...{ review, marks, isReadOnly }} />
              ))}
            </ul>
          </PointBox>
        ))}
      </div>
    </div>
  );
}

function Sample({ server, review: { draft, digest } }: { server: DeskServer; review: Review }) {
  const [loading, again] = useLoaded(digest, () => server.reviewPreview(draft.key));
  return (
    <Loaded loading={loading} again={again}>
      {(preview) => (
        <Views
          preview={preview}
          original={draft.hasOriginal ? () => server.reviewOriginal(draft.key) : undefined}
        />
      )}
    </Loaded>
  );
}

const Findings = ({ review: { checked } }: { review: Review }) => (
  <section class="box" aria-labelledby="findings">
    <h2 id="findings">检查</h2>
    {checked.findings.length === 0 ? (
      <p class="quiet">没有发现问题。</p>
    ) : (
      <FindingList findings={checked.findings} />
    )}
  </section>
);

/** The text stands in the sample; that it is there is told with the title, so that it can be marked too. */
function linesFor(tick: Tick, { draft }: Review, sections: (typeof POINTS)[number]['sections']) {
  const lines = linesOf(draft.answers, sections);
  if (tick === 'title') return [...lines, { label: '正文', words: bodyLines(draft.body)[0]!.slice(4) }];
  if (tick !== 'files') return lines;
  const files = draft.files.map(({ label, name, bytes }) => `${label}（${name}，${sizeInWords(bytes)}）`);
  return [...lines, { label: '附件', words: files.length === 0 ? '没有' : files.join('；') }];
}
