import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftStore } from '../../../src/client/desk/draft/draft-store.ts';
import { Refused, type DeskServer } from '../../../src/client/desk/server/desk-server.ts';
import type { Checked, Draft, DraftEdit, Saved } from '../../../src/core/desk/api.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const draft: Draft = {
  key: 'a',
  title: '',
  category: 'construction',
  type: '招标公告',
  phase: 'draft',
  author: { id: 'li', name: '李经办' },
  changedAt: '2026-11-22T09:00:00+08:00',
  approvals: 0,
  rev: 1,
  answers: { 类别: '建设工程', 类型: '招标公告' },
  body: '',
  files: [],
  proposals: {},
  sources: {},
  hasOriginal: false,
  returnedFields: [],
  isReadOnly: false,
};

const checked = (seq: number): Checked => ({
  seq,
  rev: 2,
  findings: [],
  periods: [],
  differences: [],
  canBeSubmitted: true,
});

function desk(part: Partial<DeskServer> = {}) {
  const edits: DraftEdit[] = [];
  const checks: number[] = [];
  const server = {
    save: (_: string, edit: DraftEdit): Promise<Saved> => {
      edits.push(edit);
      return Promise.resolve({ rev: edit.rev + 1, savedAt: '2026-11-22T09:02:00+08:00', proposals: {} });
    },
    check: (_: string, seq: number) => {
      checks.push(seq);
      return Promise.resolve(checked(seq));
    },
    ...part,
  } as DeskServer;
  return { store: new DraftStore(server, draft), edits, checks };
}

test('停手不到一秒就保存，然后检查；没有变的不再存', async () => {
  const { store, edits, checks } = desk();
  store.answer('标题', '沿江路');
  expect(store.state.saving).toBe('unsaved');
  await vi.advanceTimersByTimeAsync(999);
  expect(edits.map(({ answers }) => answers['标题'])).toEqual(['沿江路']);
  expect(store.state).toMatchObject({ saving: 'saved', savedAt: '2026-11-22T09:02:00+08:00' });
  expect(checks).toEqual([1]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(edits).toHaveLength(1);
});

test('一直不停手，也两秒存一次', async () => {
  const { store, edits } = desk();
  for (let key = 0; key < 30; key += 1) {
    store.write('字'.repeat(key));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(edits.length).toBeGreaterThanOrEqual(1);
});

test('拼音还没有选好字，不保存也不检查；选好了才存', async () => {
  const { store, edits, checks } = desk();
  store.compose(true);
  store.answer('标题', 'toubiao');
  await vi.advanceTimersByTimeAsync(5000);
  await store.save();
  expect([edits, checks]).toEqual([[], []]);
  store.answer('标题', '投标截止');
  store.compose(false);
  await vi.advanceTimersByTimeAsync(999);
  expect(edits.map(({ answers }) => answers['标题'])).toEqual(['投标截止']);
});

test('正在存的时候又写了，接着再存，写的一个字不少', async () => {
  let answer: (saved: Saved) => void = () => {};
  const edits: DraftEdit[] = [];
  const { store } = desk({
    save: (_, edit) => {
      edits.push(edit);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  });
  store.write('一');
  await vi.advanceTimersByTimeAsync(500);
  store.write('一二');
  answer({ rev: 2, savedAt: '', proposals: {} });
  await vi.advanceTimersByTimeAsync(500);
  expect(edits.map(({ rev, body }) => [rev, body])).toEqual([
    [1, '一'],
    [2, '一二'],
  ]);
});

test('办事台没有回应，说没有保存；回来以后自己存上', async () => {
  let isThere = false;
  const edits: DraftEdit[] = [];
  const { store } = desk({
    save: (_, edit) => {
      if (!isThere) return Promise.reject(new TypeError('no answer'));
      edits.push(edit);
      return Promise.resolve({ rev: 2, savedAt: '', proposals: {} });
    },
  });
  store.write('一');
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.state.saving).toBe('offline');
  store.write('一二');
  expect(store.state.saving).toBe('offline');
  expect(store.isUnsaved).toBe(true);
  isThere = true;
  await vi.advanceTimersByTimeAsync(4000);
  expect(store.state.saving).toBe('saved');
  expect(edits.map(({ body }) => body)).toEqual(['一二']);
  expect(store.isUnsaved).toBe(false);
});

test('磁盘满了这样的拒绝，照样说没有保存，过一会儿再试', async () => {
  let tries = 0;
  const { store } = desk({
    save: () => {
      tries += 1;
      return Promise.reject(new Refused(503, { message: '磁盘满了。', help: '请清理磁盘。' }));
    },
  });
  store.write('一');
  await vi.advanceTimersByTimeAsync(5000);
  expect(store.state).toMatchObject({ saving: 'refused', refusal: { message: '磁盘满了。' } });
  expect(tries).toBeGreaterThan(1);
});

test('别人先存了另一份，两份都留着；选了我这一份，才盖上去', async () => {
  const theirs: Draft = { ...draft, rev: 7, body: '对方的' };
  const edits: DraftEdit[] = [];
  const { store } = desk({
    save: (_, edit) => {
      edits.push(edit);
      if (edit.rev !== 7) return Promise.reject(new Refused(409, { message: '', theirs } as never));
      return Promise.resolve({ rev: 8, savedAt: '', proposals: {} });
    },
  });
  store.write('我的');
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.state).toMatchObject({ saving: 'conflict', theirs, body: '我的' });
  store.write('我的。');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(edits).toHaveLength(1);
  await store.settle('mine');
  expect(edits.at(-1)).toMatchObject({ rev: 7, body: '我的。' });
  expect(store.state).toMatchObject({ saving: 'saved', theirs: undefined });
});

test('选了对方那一份，就是对方那一份', async () => {
  const theirs: Draft = { ...draft, rev: 7, body: '对方的' };
  const { store } = desk({
    save: () => Promise.reject(new Refused(409, { message: '', theirs } as never)),
  });
  store.write('我的');
  await vi.advanceTimersByTimeAsync(1000);
  await store.settle('theirs');
  expect(store.state).toMatchObject({ saving: 'saved', body: '对方的' });
  expect(store.isUnsaved).toBe(false);
});

test('问了两次检查，先问的后答，不算', async () => {
  const answers: ((checked: Checked) => void)[] = [];
  const { store } = desk({ check: () => new Promise((resolve) => answers.push(resolve)) });
  const first = store.check();
  const second = store.check();
  answers[1]!(checked(2));
  answers[0]!({ ...checked(1), canBeSubmitted: false });
  await Promise.all([first, second]);
  expect(store.state.checked).toMatchObject({ seq: 2, canBeSubmitted: true });
});

test('表里加了还没有填的一行，不存', async () => {
  const { store, edits } = desk();
  store.answer('标段', [{ 编号: '01' }, {}]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(edits[0]!.answers['标段']).toEqual([{ 编号: '01' }]);
  expect(store.state.answers['标段']).toHaveLength(2);
});

test('只能看的窗口什么也不改', async () => {
  const edits: DraftEdit[] = [];
  const server = { save: (_: string, edit: DraftEdit) => edits.push(edit) } as unknown as DeskServer;
  const store = new DraftStore(server, { ...draft, isReadOnly: true });
  store.write('改');
  await vi.advanceTimersByTimeAsync(5000);
  expect([edits, store.state.body, store.isUnsaved]).toEqual([[], '', false]);
});

test('另一个窗口关了，这里就接着能写；自己正在写的，问一声不会换掉', async () => {
  const fresh: Draft = { ...draft, rev: 5, body: '那边最后写的' };
  let isHeld = true;
  const server = {
    draft: () => Promise.resolve({ ...fresh, isReadOnly: isHeld }),
    check: (_: string, seq: number) => Promise.resolve(checked(seq)),
  } as unknown as DeskServer;
  const store = new DraftStore(server, { ...draft, isReadOnly: true });
  await store.hold();
  expect(store.state.draft.isReadOnly).toBe(true);
  isHeld = false;
  await store.hold();
  expect(store.state).toMatchObject({ body: '那边最后写的', draft: { isReadOnly: false, rev: 5 } });
  store.write('这里写的');
  await store.hold();
  expect(store.state.body).toBe('这里写的');
});
