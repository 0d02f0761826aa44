import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { CATEGORIES, isCategory } from '../../src/core/announcement/category.ts';
import type {
  Checked,
  DeskFacts,
  DeskFinding,
  Draft,
  DraftEdit,
  DraftFile,
  Existing,
  Imported,
  NewDraft,
  PastedBlocks,
  Preview,
  ProjectHit,
  Refusal,
  Saved,
  Work,
} from '../../src/core/desk/api.ts';
import { groupsOf } from '../../src/core/drafting/groups.ts';
import { specOf, type Answers } from '../../src/core/drafting/draft.ts';
import { officeReply, officeStub, type OfficeStub } from './desk-office-stub.ts';

/** What a call was answered with, where a test decides it: `undefined` lets the stub answer. */
type Answered = { status: number; refusal: Refusal } | undefined;

/**
 * A desk's server in memory, which speaks `core/desk/api.ts` and does what a test asks of it: to be away, to refuse,
 * to have been overtaken. It finds missing fields alone.
 */
export interface DeskStub {
  readonly address: string;
  /** Where previews are shown, another origin than that of the desk. */
  readonly previews: string;
  readonly drafts: Map<string, Draft>;
  /** Each call, `PUT /api/drafts/d1`. */
  readonly calls: string[];
  work: Work;
  existing: Existing;
  hits: readonly ProjectHit[];
  facts: DeskFacts;
  imported: Imported;
  pasted: PastedBlocks;
  /** What the announcement says now that a correction is of. */
  inForce: Answers | undefined;
  /** Whether the check says what is missing. */
  hasLacks: boolean;
  /** Added to what the check finds. */
  checked: Partial<Checked>;
  /** Of what is reviewed, published and remembered. */
  readonly office: OfficeStub;
  /** A desk with accounts, and whether somebody is logged in; undefined on the desk of one clerk. */
  login: { isIn: boolean } | undefined;
  /** Looks at each call first. */
  before: (call: string, body?: unknown) => Answered;
  /** Whether connections are cut before they are answered. */
  isAway: boolean;
  close(): Promise<void>;
}

const TOKEN = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const NOW = '2026-11-22T09:00:00+08:00';
const clerk = { id: 'li', name: '李经办' };

const POLICY =
  "default-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' blob: data:; frame-src http://127.0.0.1:*; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export async function startDeskStub(page: string): Promise<DeskStub> {
  const files = sirv(page, { dev: true });
  const stub: DeskStub = {
    address: '',
    previews: '',
    drafts: new Map(),
    calls: [],
    work: { ...emptyWork },
    existing: { files: [], more: 0 },
    hits: [],
    facts,
    imported: { body: '', proposals: {}, doubtful: [], messages: [] },
    pasted: { body: '', messages: [] },
    inForce: undefined,
    hasLacks: true,
    checked: {},
    office: officeStub(),
    login: undefined,
    before: () => undefined,
    isAway: false,
    close: async () => {
      await Promise.all([server, previews].map((one) => new Promise((done) => one.close(done))));
    },
  };
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    if (!request.url!.startsWith('/api/')) return files(request, response);
    if (stub.isAway) return request.socket.destroy();
    void answer(stub, request, response);
  });
  const previews = createServer((request, response) => response.end(previewPage(request.url!)));
  const [own, other] = await Promise.all([server, previews].map(listening));
  return Object.assign(stub, { address: `${own!}/#token=${TOKEN}`, previews: other! });
}

/** Lets a server be reached at a free port; gives its address. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const previewPage = (path: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>样子</title><h1>样子 ${path}</h1></html>`;

async function answer(stub: DeskStub, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
  const call = `${request.method!} ${decodeURIComponent(request.url!)}`;
  stub.calls.push(call);
  const say = (status: number, value?: unknown): void => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(value === undefined ? undefined : JSON.stringify(value));
  };
  if (!stub.login && request.headers['x-desk-token'] !== TOKEN) return say(403, { message: '没有口令。' });
  const isJson = request.headers['content-type'] === 'application/json';
  const body: unknown = isJson ? JSON.parse(bytes.toString('utf8')) : bytes;
  const given = stub.before(call, body);
  if (given) return say(given.status, given.refusal);
  const result = loginReply(stub, call, body) ?? reply(stub, call, body);
  if ('status' in result) return say(result.status, result.body);
  say(200, result.body);
}

export type Result = { body: unknown } | { status: number; body?: unknown };

const PASSWORD = 'kaibiao-2026';

function loginReply({ login, facts: { actor } }: DeskStub, call: string, body: unknown): Result | undefined {
  if (!login) return undefined;
  if (call === 'POST /api/logout') login.isIn = false;
  if (call === 'POST /api/logout') return { status: 204 };
  if (call === 'POST /api/login') login.isIn = (body as { password: string }).password === PASSWORD;
  if (!login.isIn) return { status: 401, body: { message: '账号或者密码不对。', help: '请再输一次。' } };
  return call === 'POST /api/login' ? { body: actor } : undefined;
}

function reply(stub: DeskStub, call: string, body: unknown): Result {
  const [method, path = ''] = call.split(' ');
  const [, , subject, key = '', part, name = ''] = path.split('?')[0]!.split('/');
  if (subject === 'desk') return { body: stub.facts };
  if (subject === 'work') return { body: workOf(stub) };
  if (subject === 'existing') return { body: stub.existing };
  if (subject === 'projects') return { body: stub.hits };
  if (subject === 'leave') return { status: 204 };
  const answered = officeReply(stub, { method: method!, subject: subject!, key, part, body });
  if (answered) return answered;
  if (subject !== 'drafts') return { status: 404, body: { message: '没有这一项。' } };
  if (key === '') return { body: begin(stub, body as NewDraft) };
  const draft = stub.drafts.get(key);
  if (!draft) return { status: 404, body: { message: '没有这份草稿。', help: '回到工作台看看。' } };
  const put = (changed: Partial<Draft>): Draft => {
    const next = { ...draft, ...changed };
    stub.drafts.set(key, next);
    return next;
  };
  if (part === undefined && method === 'GET') return { body: draft };
  if (part === undefined && method === 'DELETE') {
    stub.drafts.delete(key);
    return { status: 204 };
  }
  if (part === undefined) return save(draft, body as DraftEdit, put);
  if (part === 'check') return { body: check(stub, draft, (body as { seq: number }).seq) };
  if (part === 'in-force')
    return stub.inForce ? { body: stub.inForce } : { status: 404, body: { message: '没有找到关联的公告。' } };
  if (part === 'paste') return { body: stub.pasted };
  if (part === 'import') return { body: stub.imported };
  if (part === 'preview') return { body: previewOf(stub, draft) };
  if (part === 'files' && method === 'PUT') {
    const file: DraftFile = {
      name,
      label: name.replace(/\.\w+$/u, ''),
      bytes: (body as Buffer).length,
      sha256: 'ab'.repeat(32),
      findings: [],
    };
    put({ files: [...draft.files, file] });
    return { body: file };
  }
  put({ files: draft.files.filter((file) => file.name !== name) });
  return { status: 204 };
}

function begin(stub: DeskStub, { category, type, related }: NewDraft): Draft {
  const key = `d${stub.drafts.size + 1}`;
  const term = isCategory(category) ? CATEGORIES[category] : category;
  const draft: Draft = {
    ...{
      key,
      title: '',
      category,
      type,
      phase: 'draft',
      author: clerk,
      changedAt: NOW,
      approvals: 0,
      rev: 1,
    },
    answers: { 类别: term, 类型: type, ...(related !== undefined && { 关联公告: related }) },
    ...{ body: '', files: [], related, proposals: {}, sources: {}, hasOriginal: false },
    ...{ returnedFields: [], isReadOnly: false },
  };
  stub.drafts.set(key, draft);
  return draft;
}

function save(draft: Draft, edit: DraftEdit, put: (changed: Partial<Draft>) => Draft): Result {
  if (edit.rev !== draft.rev) return { status: 409, body: { message: '别人改过了。', theirs: draft } };
  const files = edit.files.map(({ name, label }) => ({
    ...draft.files.find((file) => file.name === name)!,
    label,
  }));
  const title = typeof edit.answers['标题'] === 'string' ? edit.answers['标题'] : '';
  const { rev, proposals } = put({
    answers: edit.answers,
    body: edit.body,
    files,
    title,
    rev: draft.rev + 1,
  });
  return { body: { rev, savedAt: NOW, proposals } satisfies Saved };
}

export function check(stub: DeskStub, draft: Draft, seq: number): Checked {
  const spec = specOf(draft.answers)!;
  const missing = groupsOf(spec)
    .byLaw.filter(({ required, label }) => required && draft.answers[label] === undefined)
    .map(({ label, example }): DeskFinding => ({
      ...{ code: 'F202', severity: 'error', message: `缺少“${label}”`, field: label },
      help: example,
    }));
  const findings = [...(stub.hasLacks ? missing : []), ...(stub.checked.findings ?? [])];
  const canBeSubmitted = findings.every(({ severity }) => severity !== 'error');
  return { periods: [], differences: [], ...stub.checked, seq, rev: draft.rev, findings, canBeSubmitted };
}

export const previewOf = ({ previews }: DeskStub, { rev }: Draft): Preview => ({
  page: `${previews}/preview-page`,
  screens: [{ id: 'hall', name: '大厅大屏', address: `${previews}/preview-screen` }],
  kiosk: `${previews}/preview-kiosk`,
  rev,
});

const workOf = (stub: DeskStub): Work => ({
  ...stub.work,
  mine: [...stub.work.mine, ...[...stub.drafts.values()].filter(({ phase }) => phase === 'draft')],
});

const emptyWork: Work = {
  ...{ mine: [], toReview: [], returned: [], waiting: [], publishedToday: [], due: [] },
  site: { state: 'current', words: '最近一次发布：今天 09:02', findings: [] },
};

const facts: DeskFacts = {
  siteName: '示例区公共资源交易中心',
  isSample: true,
  actor: clerk,
  may: { write: true, review: true, manage: false },
  levels: 1,
  regions: ['荷城街道', '杨和镇', '明城镇', '更合镇'],
  screens: [{ id: 'hall', name: '大厅大屏' }],
  now: NOW,
  mostFileBytes: 50_000_000,
  fileEndings: ['pdf', 'docx', 'xlsx', 'zip'],
  siteUrl: 'https://ggzy.example.cn/',
  version: '2026.12 · 1a2b3c4',
};
