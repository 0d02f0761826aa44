import { useLayoutEffect } from 'preact/hooks';
import type { DeskFacts } from '../../core/desk/api.ts';
import { ChooseScreen } from './choose/choose-screen.tsx';
import { DraftScreen } from './draft/draft-screen.tsx';
import { Frame } from './frame.tsx';
import { LoginAgain, LoginScreen } from './login/login-screen.tsx';
import { useLogin } from './login/use-login.ts';
import { usePlace, type Place } from './place.ts';
import type { DeskServer } from './server/desk-server.ts';
import { Loaded, useLoaded } from './server/loaded.tsx';
import { LaterScreen } from './later-screen.tsx';
import { WorkScreen } from './work/work-screen.tsx';

/** The desk: a frame, and in it the screen that the address names. */
export function App({ server }: { server: DeskServer }) {
  const [loading, again] = useLoaded('facts', () => server.facts());
  const place = usePlace();
  const [isOut, enter] = useLogin(server);
  useLayoutEffect(() => showFromTop(), [JSON.stringify(place)]);
  if (isOut && loading.is !== 'here')
    return (
      <LoginScreen
        server={server}
        onEntered={() => {
          enter();
          again();
        }}
      />
    );
  return (
    <Loaded loading={loading} again={again}>
      {(facts) => (
        <Frame facts={facts} server={server} place={place}>
          {isOut && <LoginAgain server={server} actor={facts.actor} onEntered={enter} />}
          {screenOf(place, facts, server)}
        </Frame>
      )}
    </Loaded>
  );
}

function screenOf(place: Place, facts: DeskFacts, server: DeskServer) {
  if (place.screen === 'choose') return <ChooseScreen server={server} words={place.words} />;
  if (place.screen === 'draft')
    return (
      <DraftScreen key={place.key} server={server} facts={facts} draftKey={place.key} step={place.step} />
    );
  if (place.screen === 'review' || place.screen === 'history')
    return <LaterScreen server={server} facts={facts} place={place} />;
  return <WorkScreen server={server} facts={facts} />;
}

/**
 * A new screen begins at its top. The keyboard goes there too, unless it stands in what is still on the page, as on a
 * step or on a finding that leads to another step.
 */
function showFromTop(): void {
  scrollTo(0, 0);
  const main = document.getElementById('main');
  if (!main?.contains(document.activeElement)) main?.focus({ preventScroll: true });
}
