import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DeskFacts } from '../../core/desk/api.ts';
import { CHOOSE, WORK, type Place } from './place.ts';
import type { DeskServer } from './server/desk-server.ts';

/** What stands round every screen: whose desk it is, and the way back to the work. */
export function Frame(props: {
  facts: DeskFacts;
  server: DeskServer;
  place: Place;
  children: ComponentChildren;
}) {
  const { facts, server, place, children } = props;
  const [hasLeft, setHasLeft] = useState(false);
  if (hasLeft) return server.hasAccounts ? <LoggedOut /> : <Left />;
  const leave = (): void => {
    const left = server.hasAccounts ? server.logout() : server.leave();
    void left.finally(() => setHasLeft(true));
  };
  return (
    <>
      <a class="skip" href="#main" onClick={toMain}>
        跳到内容
      </a>
      <header class="bar">
        <p class="bar-name">
          <a href={WORK}>办事台</a> <span>{facts.siteName}</span>
          {facts.isSample && <span class="tag">示例站</span>}
        </p>
        <nav aria-label="办事台">
          <a href={WORK} aria-current={place.screen === 'work' ? 'page' : undefined}>
            工作台
          </a>
          {facts.may.write && (
            <a href={CHOOSE} aria-current={place.screen === 'choose' ? 'page' : undefined}>
              写公告
            </a>
          )}
        </nav>
        <p class="bar-who">
          {facts.actor.name}
          <button type="button" class="bar-button" onClick={leave}>
            {server.hasAccounts ? '退出' : '离开'}
          </button>
        </p>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="foot">张榜 {facts.version}</footer>
    </>
  );
}

/** The fragment of the address is the place; a jump must not change it. */
function toMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

const Left = () => (
  <main id="main" tabIndex={-1}>
    <h1>办事台已经关了</h1>
    <p>写的都在草稿里。这个网页可以关掉。</p>
  </main>
);

const LoggedOut = () => (
  <main id="main" tabIndex={-1}>
    <h1>已经退出</h1>
    <p>写的都在草稿里。</p>
    <p>
      <button type="button" onClick={() => location.reload()}>
        再登录
      </button>
    </p>
  </main>
);
