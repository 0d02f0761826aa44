import { useState } from 'preact/hooks';
import type { Actor, Refusal } from '../../../core/desk/api.ts';
import type { DeskServer } from '../server/desk-server.ts';
import { refusalIn, Trouble } from '../server/loaded.tsx';

interface LoginProps {
  readonly server: DeskServer;
  readonly onEntered: () => void;
}

/** 登录, before anything else is seen. */
export const LoginScreen = ({ server, onEntered }: LoginProps) => (
  <main id="main" tabIndex={-1} class="login">
    <h1>登录办事台</h1>
    <LoginForm server={server} onActor={onEntered} />
    <p class="quiet">没有账号、忘了密码，请找技术人员。</p>
  </main>
);

/**
 * 再登录一次, over a screen that was open when the login ran out: what stands there stays. Another person begins
 * with a page of her own.
 */
export const LoginAgain = ({ server, actor, onEntered }: LoginProps & { actor: Actor }) => (
  <section class="login-again" aria-label="再登录一次">
    <p role="alert">
      <strong>登录过期了。</strong>写的都还在这里，登录以后接着写。
    </p>
    <LoginForm server={server} onActor={({ id }) => (id === actor.id ? onEntered() : location.reload())} />
  </section>
);

function LoginForm({ server, onActor }: { server: DeskServer; onActor: (actor: Actor) => void }) {
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setIsBusy] = useState(false);
  const enter = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    setRefusal(undefined);
    setIsBusy(true);
    server
      .login(String(given.get('account')), String(given.get('password')))
      .then(onActor, (error: unknown) => setRefusal(refusalIn(error)))
      .finally(() => setIsBusy(false));
  };
  return (
    <form onSubmit={enter}>
      {refusal && <Trouble refusal={refusal} />}
      <p>
        <label class="label" for="account">
          账号
        </label>
        <input id="account" name="account" type="text" autocomplete="username" required spellcheck={false} />
      </p>
      <p>
        <label class="label" for="password">
          密码
        </label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
      </p>
      <p class="buttons">
        <button type="submit" class="button-large" disabled={isBusy}>
          登录
        </button>
      </p>
    </form>
  );
}
