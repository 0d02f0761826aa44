import type {
  Actor,
  Approval,
  Checked,
  Conflict,
  DeskFacts,
  Draft,
  DraftEdit,
  DraftFile,
  Existing,
  History,
  Imported,
  NewDraft,
  Original,
  Pasted,
  PastedBlocks,
  Preview,
  ProjectHit,
  Publication,
  Refusal,
  Return,
  Review,
  Reviewed,
  Saved,
  SiteState,
  Submission,
  TakingBack,
  Work,
} from '../../../core/desk/api.ts';
import type { Answers } from '../../../core/drafting/draft.ts';

/** The server has answered that it does not do it, and why. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly refusal: Refusal;

  constructor(status: number, refusal: Refusal) {
    super(refusal.message);
    this.status = status;
    this.refusal = refusal;
  }

  /** The version of another, where that is why. */
  get theirs(): Draft | undefined {
    return this.status === 409 ? (this.refusal as Conflict).theirs : undefined;
  }
}

/** The server has not answered: it was stopped, or the machine slept. */
class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** All that the page asks of the desk's server; see `core/desk/api.ts`. Each call fails with `Refused` or `Unreachable`. */
export interface DeskServer {
  facts(): Promise<DeskFacts>;
  work(): Promise<Work>;
  existing(): Promise<Existing>;
  projects(words: string): Promise<readonly ProjectHit[]>;
  newDraft(wanted: NewDraft): Promise<Draft>;
  draft(key: string): Promise<Draft>;
  save(key: string, edit: DraftEdit): Promise<Saved>;
  throwAway(key: string): Promise<void>;
  addFile(key: string, file: File): Promise<DraftFile>;
  removeFile(key: string, name: string): Promise<void>;
  importDocument(key: string, file: File): Promise<Imported>;
  paste(key: string, pasted: Pasted): Promise<PastedBlocks>;
  check(key: string, seq: number): Promise<Checked>;
  inForce(key: string): Promise<Answers>;
  preview(key: string): Promise<Preview>;
  original(key: string): Promise<Original>;
  submit(key: string, submission: Submission): Promise<Draft>;
  takeBack(key: string, why: TakingBack): Promise<Draft>;
  review(key: string): Promise<Review>;
  reviewPreview(key: string): Promise<Preview>;
  reviewOriginal(key: string): Promise<Original>;
  approve(key: string, approval: Approval): Promise<Reviewed>;
  giveBack(key: string, why: Return): Promise<Reviewed>;
  publish(key: string, submission: Submission): Promise<Publication>;
  publication(key: string): Promise<Publication>;
  site(): Promise<SiteState>;
  history(id: string): Promise<History>;
  leave(): Promise<void>;
  /** Whether it is asked who one is: on the desk of one clerk the token of its address says it. */
  readonly hasAccounts: boolean;
  login(account: string, password: string): Promise<Actor>;
  logout(): Promise<void>;
  /** Tells whenever a call was refused because nobody is logged in any more; gives what ends it. */
  onLoggedOut(listener: () => void): () => void;
}

/**
 * @param token that of the desk's address; empty where the desk has accounts
 * @param windowName of this window, which one of several writes a draft is known by
 */
export function deskServer(token: string, windowName: string): DeskServer {
  const hasAccounts = token === '';
  const listeners = new Set<() => void>();
  const ask = asker(
    { ...(!hasAccounts && { 'X-Desk-Token': token }), 'X-Desk-Window': windowName },
    // On the desk of one clerk there is no login that could be shown.
    () => hasAccounts && listeners.forEach((listener) => listener()),
  );
  const of = (key: string): string => `/api/drafts/${encodeURIComponent(key)}`;
  const reviewOf = (key: string): string => `/api/reviews/${encodeURIComponent(key)}`;
  const publicationOf = (key: string): string => `/api/publish/${encodeURIComponent(key)}`;
  const fileOf = (key: string, name: string): string => `${of(key)}/files/${encodeURIComponent(name)}`;
  return {
    facts: () => ask('GET', '/api/desk'),
    work: () => ask('GET', '/api/work'),
    existing: () => ask('GET', '/api/existing'),
    projects: (words) => ask('GET', `/api/projects?q=${encodeURIComponent(words)}`),
    newDraft: (wanted) => ask('POST', '/api/drafts', wanted),
    draft: (key) => ask('GET', of(key)),
    save: (key, edit) => ask('PUT', of(key), edit),
    throwAway: (key) => ask('DELETE', of(key)),
    addFile: (key, file) => ask('PUT', fileOf(key, file.name), file),
    removeFile: (key, name) => ask('DELETE', fileOf(key, name)),
    importDocument: (key, file) =>
      ask('POST', `${of(key)}/import`, file, { 'X-File-Name': encodeURIComponent(file.name) }),
    paste: (key, pasted) => ask('POST', `${of(key)}/paste`, pasted),
    check: (key, seq) => ask('POST', `${of(key)}/check`, { seq }),
    inForce: (key) => ask('GET', `${of(key)}/in-force`),
    preview: (key) => ask('GET', `${of(key)}/preview`),
    original: (key) => ask('GET', `${of(key)}/original`),
    submit: (key, submission) => ask('POST', `${of(key)}/submit`, submission),
    takeBack: (key, why) => ask('POST', `${of(key)}/take-back`, why),
    review: (key) => ask('GET', reviewOf(key)),
    reviewPreview: (key) => ask('GET', `${reviewOf(key)}/preview`),
    reviewOriginal: (key) => ask('GET', `${reviewOf(key)}/original`),
    approve: (key, approval) => ask('POST', `${reviewOf(key)}/approve`, approval),
    giveBack: (key, why) => ask('POST', `${reviewOf(key)}/return`, why),
    publish: (key, submission) => ask('POST', publicationOf(key), submission),
    publication: (key) => ask('GET', publicationOf(key)),
    site: () => ask('GET', '/api/status'),
    history: (id) => ask('GET', `/api/history/${encodeURIComponent(id)}`),
    leave: () => ask('POST', '/api/leave', {}),
    hasAccounts,
    login: (account, password) => ask('POST', '/api/login', { account, password }),
    logout: () => ask('POST', '/api/logout', {}),
    onLoggedOut: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Ask = <T>(method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<T>;

const asker =
  (credentials: Readonly<Record<string, string>>, onLoggedOut: () => void): Ask =>
  async <T>(method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const isBytes = body instanceof Blob;
    const type = isBytes ? 'application/octet-stream' : 'application/json';
    const response = await reach(path, {
      method,
      headers: { ...credentials, ...(body && { 'Content-Type': type }), ...headers },
      ...(body && { body: isBytes ? body : JSON.stringify(body) }),
    });
    if (response.status === 401 && path !== '/api/login') onLoggedOut();
    if (!response.ok) throw new Refused(response.status, await refusalOf(response));
    return (response.status === 204 ? undefined : await response.json()) as T;
  };

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    throw new Unreachable('the desk does not answer', { cause });
  }
}

const UNTOLD: Refusal = {
  message: '办事台没有做成这一步。',
  help: '请再试一次；还不行，就把这一句告诉技术人员。',
};

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    const refusal = (await response.json()) as Partial<Refusal>;
    return typeof refusal.message === 'string' ? (refusal as Refusal) : UNTOLD;
  } catch {
    return UNTOLD;
  }
}
