import { z } from 'zod';
import type { Actor } from '../../core/desk/api.ts';
import type { Shelf } from '../drafts/shelf.ts';
import type { Asked } from '../guard.ts';
import { parsed } from '../parsed.ts';
import { Refused } from '../refused.ts';
import type { Call, Route } from '../router.ts';
import { readAccounts, type Account } from './accounts.ts';
import { AuditLog } from './audit.ts';
import { permit } from './duties.ts';
import { addressIn, cookieOf, guardPublic, secretIn } from './gate.ts';
import { Sessions } from './sessions.ts';

interface Sharing {
  /** As the browsers of the clerks have it: `https://desk.example.gov.cn`. */
  readonly origin: string;
  readonly accountsFile: string;
  readonly auditFile: string;
  readonly shelf: Shelf;
  readonly now: () => string;
  /** A clock that nobody sets. */
  readonly milliseconds: () => number;
}

/** The desk of several people: who may come in, what each may do, and the record of it. */
export class SharedDesk {
  readonly #sharing: Sharing;
  readonly #sessions: Sessions;
  readonly #log: AuditLog;

  /** @throws {SettingsError} where the accounts cannot be read, or the record is broken */
  constructor(sharing: Sharing) {
    this.#sharing = sharing;
    this.#sessions = new Sessions(() => this.accounts, sharing.milliseconds);
    this.#log = new AuditLog(sharing.auditFile);
    // Told now, and not to the first who logs in.
    readAccounts(sharing.accountsFile);
  }

  /** As the file has them now: one that is taken out is out at once. */
  get accounts(): readonly Account[] {
    return readAccounts(this.#sharing.accountsFile);
  }

  /**
   * Who asks; nobody for files of the page and for the login.
   * @throws {Refused} 401, 403, 405 or 415
   */
  admit(asked: Asked): Actor {
    const { method, path, headers } = asked;
    guardPublic(asked, this.#sharing.origin);
    if (!path.startsWith('/api/') || path === LOGIN) return NOBODY;
    const account = this.#sessions.find(secretIn(headers));
    if (!account)
      throw new Refused(401, { message: '还没有登录，或者登录过期了。', help: '请登录；写好的都在。' });
    const who = { id: account.id, name: account.name };
    try {
      permit(this.#sharing.shelf, { account, method, path });
    } catch (cause) {
      this.told(asked, who, 403);
      throw cause;
    }
    return who;
  }

  may({ id }: Actor): Readonly<Record<Account['duties'][number], boolean>> {
    const duties = this.accounts.find((one) => one.id === id)?.duties ?? [];
    return {
      write: duties.includes('write'),
      review: duties.includes('review'),
      manage: duties.includes('manage'),
    };
  }

  /** Writes down what was done; what is typed and looked at is not. */
  told({ method, path }: Asked, { id }: Actor, status: number): void {
    if (method === 'GET' || method === 'HEAD' || path === LOGIN || QUIET.test(`${method} ${path}`)) return;
    this.#write(id, `${method} ${path}`, status);
  }

  get routes(): readonly Route[] {
    return [
      { method: 'POST', path: LOGIN, takes: 'json', answer: (call) => this.#login(call) },
      { method: 'POST', path: '/api/logout', takes: 'json', answer: (call) => this.#logout(call) },
    ];
  }

  async #login({ json, request, setCookie }: Call): Promise<Actor> {
    const { account: id, password } = parsed(loginSchema, json);
    try {
      setCookie(cookieOf(await this.#sessions.open(id, password, addressIn(request))));
    } catch (cause) {
      this.#write(id.slice(0, 64), '登录', cause instanceof Refused ? cause.status : 500);
      throw cause;
    }
    this.#write(id, '登录', 200);
    const { name } = this.accounts.find((one) => one.id === id)!;
    return { id, name };
  }

  #logout({ request, setCookie }: Call): void {
    const secret = secretIn(request.headers);
    if (secret !== undefined) this.#sessions.close(secret);
    setCookie(cookieOf(undefined));
  }

  #write(who: string, what: string, status: number): void {
    this.#log.write({ at: this.#sharing.now(), who, what, status });
  }
}

const LOGIN = '/api/login';
const NOBODY: Actor = { id: '', name: '' };
const loginSchema = z.object({ account: z.string().max(64), password: z.string().max(256) });

/** Each pause in typing saves and checks. */
const QUIET = /^(?:PUT \/api\/drafts\/[^/]+|POST \/api\/drafts\/[^/]+\/(?:check|paste))$/u;
