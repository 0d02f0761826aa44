import type { DeskFacts } from '../../core/desk/api.ts';
import type { Place } from './place.ts';
import type { DeskServer } from './server/desk-server.ts';
import { Loaded, useLoaded } from './server/loaded.tsx';

/** Screens that most who open the desk do not come to: their program is loaded when they are asked for. */
export function LaterScreen(props: {
  server: DeskServer;
  facts: DeskFacts;
  place: Extract<Place, { screen: 'review' | 'history' }>;
}) {
  const { server, facts, place } = props;
  const [loading, again] = useLoaded('later', () => import('./later.ts'));
  return (
    <Loaded loading={loading} again={again} isScreen>
      {({ ReviewScreen, HistoryScreen }) =>
        place.screen === 'review' ? (
          <ReviewScreen key={place.key} {...{ server, facts }} draftKey={place.key} />
        ) : (
          <HistoryScreen key={place.id} {...{ server, facts }} id={place.id} />
        )
      }
    </Loaded>
  );
}
