import { useState } from 'preact/hooks';
import type { DeskFacts, Review, Reviewed } from '../../../core/desk/api.ts';
import { Refused, type DeskServer } from '../server/desk-server.ts';
import { Loaded, useLoaded } from '../server/loaded.tsx';
import { Changed } from './changed.tsx';
import { Decision } from './decision.tsx';
import { Looked } from './looked.tsx';
import { useMarks } from './marks.ts';
import { Outcome } from './outcome.tsx';
import { ReviewHead } from './review-head.tsx';
import type { Tick } from './points.ts';

interface ReviewProps {
  readonly server: DeskServer;
  readonly facts: DeskFacts;
  readonly draftKey: string;
}

/** 审核: what would be published, seen from all sides; 通过 or 退回. */
export function ReviewScreen(props: ReviewProps) {
  const { server, facts, draftKey } = props;
  const [loading, again] = useLoaded(draftKey, () => server.review(draftKey));
  const [seen, setSeen] = useState<Review>();
  const [reviewed, setReviewed] = useState<Reviewed>();
  if (reviewed) return <Outcome server={server} facts={facts} reviewed={reviewed} />;
  return (
    <Loaded loading={loading} again={again} isScreen>
      {(review) => (
        <OpenReview
          key={review.digest}
          {...props}
          review={review}
          seen={seen}
          onDone={setReviewed}
          onOvertaken={() => {
            setSeen(review);
            again();
          }}
        />
      )}
    </Loaded>
  );
}

type OpenProps = ReviewProps & {
  readonly review: Review;
  /** The version that was looked at before this one came. */
  readonly seen: Review | undefined;
  readonly onDone: (reviewed: Reviewed) => void;
  readonly onOvertaken: () => void;
};

function OpenReview({ server, draftKey, review, seen, onDone, onOvertaken }: OpenProps) {
  const [ticks, setTicks] = useState<readonly Tick[]>([]);
  const marks = useMarks();
  const approve = async (): Promise<Reviewed | undefined> => {
    try {
      return await server.approve(draftKey, { digest: review.digest, ticks });
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 409) throw error;
      const { digest } = await server.review(draftKey);
      // It is what was looked at: something else stands against it, which the refusal says.
      if (digest === review.digest) throw error;
      onOvertaken();
      return undefined;
    }
  };
  return (
    <div class="draft review">
      <ReviewHead review={review} />
      <Changed review={review} seen={seen} />
      <Looked {...{ server, review, ticks, marks, setTicks }} />
      <Decision
        {...{ review, ticks, marks, approve, onDone }}
        giveBack={(reason) => server.giveBack(draftKey, { reason, fields: marks.fields })}
      />
    </div>
  );
}
