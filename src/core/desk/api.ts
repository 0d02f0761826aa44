import type { Answer, Answers } from '../drafting/draft.ts';

/**
 * What the desk's server and its page in the browser say to each other: JSON with the token in the header
 * `X-Desk-Token`. The server is `src/desk/`, the page `src/client/desk/`; both build on these shapes alone.
 *
 * | call | takes | gives |
 * | --- | --- | --- |
 * | `GET /api/desk` | | `DeskFacts` |
 * | `GET /api/work` | | `Work` |
 * | `GET /api/existing` | | `Existing`: files of the content folder that nobody has published yet |
 * | `GET /api/projects?q=` | | `ProjectHit[]` |
 * | `POST /api/drafts` | `NewDraft` | `Draft` |
 * | `GET /api/drafts/:key` | | `Draft` |
 * | `PUT /api/drafts/:key` | `DraftEdit` | `Saved`; 409 `Conflict` where `rev` is not the newest |
 * | `DELETE /api/drafts/:key` | | 204; a draft that was never submitted goes to a bin for 30 days |
 * | `PUT /api/drafts/:key/files/:name` | the bytes | `DraftFile`; 422 `Refusal` |
 * | `DELETE /api/drafts/:key/files/:name` | | 204 |
 * | `POST /api/drafts/:key/import` | the bytes of a document, its name in `X-File-Name` (percent-encoded) | `Imported` |
 * | `POST /api/drafts/:key/paste` | `Pasted` | `PastedBlocks` |
 * | `POST /api/drafts/:key/check` | `{ seq }` | `Checked` |
 * | `GET /api/drafts/:key/in-force` | | `Answers`: what the announcement says now that it corrects, with 类别 and 类型 |
 * | `GET /api/drafts/:key/preview` | | `Preview` |
 * | `GET /api/drafts/:key/original` | | `Original`; 404 where it was made from no document |
 * | `POST /api/drafts/:key/submit` | `Submission` | `Draft`; 409 where `rev` is not the newest, 422 where it may not |
 * | `POST /api/drafts/:key/take-back` | `TakingBack` | `Draft`: submitted, or approved and timed, but not public yet |
 * | `GET /api/reviews/:key` | | `Review` |
 * | `GET /api/reviews/:key/preview` | | `Preview` |
 * | `GET /api/reviews/:key/original` | | `Original`; 404 where it was made from no document |
 * | `POST /api/reviews/:key/approve` | `Approval` | `Reviewed`; 409 where `digest` is not what would be published now |
 * | `POST /api/reviews/:key/return` | `Return` | `Reviewed` |
 * | `POST /api/publish/:key` | `Submission` | `Publication`; 403 where the centre asks for review |
 * | `GET /api/publish/:key` | | `Publication`: how far it has come |
 * | `GET /api/status` | | `SiteState` |
 * | `GET /api/history/:id` | | `History` of a published announcement or of a draft |
 * | `POST /api/leave` | | 204, and the desk stops; 403 in server mode |
 * | `POST /api/login` | `{ account, password }` | `Actor` and a cookie; server mode alone. 401 wrong, 429 locked for a while |
 * | `POST /api/logout` | | 204 |
 *
 * Each window of the page names itself in the header `X-Desk-Window` (letters, digits, `-`, `_`; at most 64). The one
 * that opened a draft first writes it, until it has asked nothing of that draft for a minute.
 *
 * Whatever is refused answers with a `Refusal`: 401 not logged in, 403 wrong place or token, 404, 409, 413, 415, 422,
 * 429, 503.
 *
 * In server mode there is no token in the address: the page that has none asks all the same, always with
 * `X-Desk-Window`, and shows the login where the answer is 401.
 */

/** Who does it: in the desk of one clerk the name that git has, in server mode the account. */
export interface Actor {
  /** ASCII, stable. */
  readonly id: string;
  /** As colleagues call her. */
  readonly name: string;
}

/** A sentence for the clerk, and what she can do; nothing of how the program works. */
export interface Refusal {
  readonly message: string;
  readonly help?: string | undefined;
  /** Field or file that it is about. */
  readonly about?: string | undefined;
}

export interface DeskFacts {
  readonly siteName: string;
  readonly isSample: boolean;
  readonly actor: Actor;
  readonly may: { readonly write: boolean; readonly review: boolean; readonly manage: boolean };
  /** 审核级数: how many others have to approve, 0 where the centre asks for none. */
  readonly levels: number;
  readonly regions: readonly string[];
  readonly screens: readonly { readonly id: string; readonly name: string }[];
  /** The moment that the desk takes for the present, in Shanghai time. */
  readonly now: string;
  /** Largest file that may be attached, in bytes, and the endings that may be. */
  readonly mostFileBytes: number;
  readonly fileEndings: readonly string[];
  /** Address of the public site, with a slash at the end. */
  readonly siteUrl: string;
  /** `2026.12 · 1a2b3c4` */
  readonly version: string;
}

/** 草稿、待审核、已退回、已通过（等待发布）、已发布、已撤回 */
export type Phase = 'draft' | 'submitted' | 'returned' | 'approved' | 'published';

export interface DraftSummary {
  readonly key: string;
  /** Empty as long as it has none. */
  readonly title: string;
  readonly category: string;
  /** Term of the type, as 招标公告. */
  readonly type: string;
  readonly phase: Phase;
  readonly author: Actor;
  readonly changedAt: string;
  /** How many have approved this version. */
  readonly approvals: number;
  /** Why it came back. */
  readonly reason?: string | undefined;
  /** 定时发布: when. */
  readonly at?: string | undefined;
  /** 送审 that could not be sent yet, and why: the desk sends it as soon as the network is there. */
  readonly unsent?: Refusal | undefined;
}

/** What falls due: a publicity period that ends, an opening, a contract that has to be published. */
export interface DueItem {
  readonly id: string;
  readonly title: string;
  /** 明天 09:30 开标；合同公告还剩 2 个工作日 */
  readonly words: string;
  readonly isLate: boolean;
  /** Term of the type that would be written next, where it is clear. */
  readonly next?: { readonly category: string; readonly type: string } | undefined;
}

export interface Work {
  readonly mine: readonly DraftSummary[];
  readonly toReview: readonly DraftSummary[];
  readonly returned: readonly DraftSummary[];
  readonly waiting: readonly DraftSummary[];
  readonly publishedToday: readonly { readonly id: string; readonly title: string; readonly at: string }[];
  readonly due: readonly DueItem[];
  readonly site: SiteState;
  /** Why the lists may be old: the place where all desks meet does not answer. */
  readonly trouble?: Refusal | undefined;
  /** That the clock of the desk's machine is not that of the site. */
  readonly clock?: Refusal | undefined;
}

/** The state of the site, from its status.json. */
export interface SiteState {
  /** `silent`: the publishing machine has not answered for ten minutes; `none`: nobody has set one up. */
  readonly state: 'current' | 'working' | 'failed' | 'silent' | 'none';
  /** 最近一次发布：今天 09:02 */
  readonly words: string;
  /** For the technician, to be copied. */
  readonly details?: string | undefined;
  readonly findings: readonly DeskFinding[];
}

export interface ProjectHit {
  readonly code: string;
  readonly title: string;
  readonly category: string;
  /** The newest announcement of each stage, the newest first. */
  readonly announcements: readonly {
    readonly id: string;
    readonly type: string;
    readonly publishedAt: string;
  }[];
  /** What may be written next on it: term of the type, the announcement it follows, the earliest lawful day in words. */
  readonly next: readonly {
    readonly type: string;
    readonly related: string;
    readonly earliest?: string | undefined;
  }[];
}

export interface NewDraft {
  readonly category: string;
  readonly type: string;
  readonly related?: string | undefined;
  /** Id of a file of the content folder that is not published: it is opened, or the draft that was made of it. */
  readonly existing?: string | undefined;
}

/** What lies in the content folder and is not published, the last changed first. */
export interface Existing {
  readonly files: readonly {
    readonly id: string;
    /** As far as it can be read. */
    readonly title: string;
    readonly category: string;
    readonly type: string;
    readonly changedAt: string;
    /** Why the desk cannot open it. */
    readonly why?: string | undefined;
  }[];
  /** How many more there are. */
  readonly more: number;
}

export interface Proposal {
  readonly answer: Answer;
  /** 按公告日起 20 日；接上一份公告 */
  readonly reason: string;
}

export interface DraftFile {
  readonly name: string;
  readonly label: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Of what stands in it: personal numbers, a type that is not its ending. */
  readonly findings: readonly DeskFinding[];
}

export interface Draft extends DraftSummary {
  /** Rises with each save. */
  readonly rev: number;
  /** By label, as in `core/drafting`; 标识 too. */
  readonly answers: Answers;
  /** Markdown in our dialect. */
  readonly body: string;
  readonly files: readonly DraftFile[];
  readonly related?: string | undefined;
  /** Path in the content folder of the file that is written anew by it. */
  readonly existing?: string | undefined;
  /** By label: never put in without the clerk. */
  readonly proposals: Readonly<Record<string, Proposal>>;
  /** Where a value was read in the document that was brought in: its words. By label. */
  readonly sources: Readonly<Record<string, string>>;
  /** Whether the document that it was made from is kept, to be compared. */
  readonly hasOriginal: boolean;
  readonly returnedFields: readonly { readonly label: string; readonly reason: string }[];
  /** Whether another window or machine has it open; then this one reads. */
  readonly isReadOnly: boolean;
}

export interface DraftEdit {
  readonly rev: number;
  readonly answers: Answers;
  readonly body: string;
  readonly files: readonly { readonly name: string; readonly label: string }[];
}

export interface Saved {
  readonly rev: number;
  readonly savedAt: string;
  readonly proposals: Readonly<Record<string, Proposal>>;
}

/** Somebody has saved another version meanwhile; both are there. */
export interface Conflict extends Refusal {
  readonly theirs: Draft;
}

export interface DeskFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly help?: string | undefined;
  readonly citation?: string | undefined;
  /** Label of the field, and in a list of records which one (from 0) and its label there. */
  readonly field?: string | undefined;
  readonly record?: { readonly index: number; readonly label?: string | undefined } | undefined;
  /** Line of the body, from 0. */
  readonly bodyLine?: number | undefined;
  readonly file?: string | undefined;
}

export interface Checked {
  /** That of the question: an answer to an older one is dropped. */
  readonly seq: number;
  readonly rev: number;
  readonly findings: readonly DeskFinding[];
  /** Beneath a date: 2026年3月25日（星期三）09:30 · 距发出日 23 日，法定不少于 20 日. By label. */
  readonly periods: readonly {
    readonly label: string;
    readonly words: string;
    readonly isKept: boolean | 'unknown';
    readonly citation?: string | undefined;
  }[];
  /** What the text says otherwise than the fields. */
  readonly differences: readonly {
    readonly label: string;
    readonly field: string;
    readonly body: string;
    readonly bodyLine: number;
  }[];
  readonly canBeSubmitted: boolean;
}

export interface Imported {
  readonly body: string;
  /** By label: what was read in the document; none is taken before the clerk has said so. */
  readonly proposals: Readonly<Record<string, { readonly answer: Answer; readonly words: string }>>;
  /** Labels of which it says something that could not be read, or two things: for these nothing else is proposed. */
  readonly doubtful: readonly string[];
  readonly messages: readonly { readonly severity: 'error' | 'warning' | 'info'; readonly message: string }[];
}

/** What the clipboard held. */
export interface Pasted {
  readonly html?: string | undefined;
  readonly text?: string | undefined;
}

export interface PastedBlocks {
  /** Markdown in our dialect. */
  readonly body: string;
  readonly messages: readonly string[];
}

export interface Preview {
  /** Addresses on the preview's port. */
  readonly page: string;
  readonly screens: readonly { readonly id: string; readonly name: string; readonly address: string }[];
  readonly kiosk?: string | undefined;
  /** Of the rev that is shown. */
  readonly rev: number;
}

export interface Publication {
  readonly id: string;
  readonly address: string;
  /** 已检查 → 已提交 → 网站已更新 → 大屏已收到 */
  readonly steps: readonly {
    readonly name: string;
    readonly state: 'done' | 'running' | 'waiting' | 'failed';
    readonly words?: string | undefined;
    readonly help?: string | undefined;
  }[];
  /** Its 发布时间, when it was or will be published. */
  readonly at?: string | undefined;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly author: Actor;
  readonly reviewers: readonly Actor[];
}

/** The document that a draft was made from, to be read beside it. */
export interface Original {
  /** As it was called. */
  readonly name: string;
  /** HTML of a few plain elements without attributes that act; shown in a sandboxed frame. */
  readonly html: string;
}

/** 送审, or publication where nobody reviews: of the version that the clerk has before her. */
export interface Submission {
  readonly rev: number;
}

/** 撤回 */
export interface TakingBack {
  readonly reason: string;
}

/** What was done with a version, once. */
interface Round {
  readonly event: 'submitted' | 'taken-back' | 'approved' | 'returned' | 'published';
  readonly actor: Actor;
  readonly at: string;
  /** Which approval, from 1. */
  readonly level?: number | undefined;
  readonly reason?: string | undefined;
}

/** One field in words, before and after; `before` is missing where it is new, `after` where it went. */
interface FieldChange {
  readonly label: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** What a reviewer looks at. */
export interface Review {
  readonly draft: Draft;
  /** SHA-256 of the file and of its attachments, as they were submitted. */
  readonly digest: string;
  /** Which approval is asked for, from 1, of how many. */
  readonly level: number;
  readonly levels: number;
  readonly rounds: readonly Round[];
  readonly checked: Checked;
  /** Against the version that was returned last; empty in the first round. */
  readonly changes: readonly FieldChange[];
  /** `now`: with the last approval; `late`: the 发布时间 that was written has passed, so that of the approval is put in. */
  readonly publishes: {
    readonly kind: 'now' | 'late' | 'timed';
    readonly at: string;
    readonly words: string;
  };
  /** Why this actor may not approve it; undefined where she may. */
  readonly whyNot?: string | undefined;
}

/** 通过, of what was looked at. */
export interface Approval {
  readonly digest: string;
  /** 标题与文号、时间、金额与单位、附件与隐私: all four. */
  readonly ticks: readonly ReviewTick[];
}

type ReviewTick = 'title' | 'times' | 'amounts' | 'files';

/** 退回: why, and of which fields. */
export interface Return {
  readonly reason: string;
  readonly fields: readonly { readonly label: string; readonly reason: string }[];
}

/** What came of a review: the publication where it was the last approval. */
export interface Reviewed {
  readonly draft: DraftSummary;
  readonly publication?: Publication | undefined;
}

/** Who did what when, the newest first. */
export interface History {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly {
    readonly at: string;
    readonly actor?: Actor | undefined;
    /** 送审；第一级审核通过；退回：金额单位不对 */
    readonly words: string;
    readonly fields: readonly FieldChange[];
  }[];
}
