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

/** The browser's storage, with what an earlier window left there. */
function keeperWith(left?: DraftEdit) {
  const kept: { now: DraftEdit | undefined } = { now: left };
  const keep = (edit: DraftEdit): boolean => {
    kept.now = edit;
    return true;
  };
  return { kept: () => kept.now, keep, forget: () => void (kept.now = undefined) };
}

function desk(part: Partial<DeskServer> = {}, keeper = keeperWith(), begun = draft) {
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
  return { store: new DraftStore(server, begun, keeper), edits, checks, keeper };
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
  const store = new DraftStore(server, { ...draft, isReadOnly: true }, keeperWith());
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
  const store = new DraftStore(server, { ...draft, isReadOnly: true }, keeperWith());
  await store.hold();
  expect(store.state.draft.isReadOnly).toBe(true);
  isHeld = false;
  await store.hold();
  expect(store.state).toMatchObject({ body: '那边最后写的', draft: { isReadOnly: false, rev: 5 } });
  store.write('这里写的');
  await store.hold();
  expect(store.state.body).toBe('这里写的');
});

const away = (): Promise<Saved> => Promise.reject(new TypeError('the desk does not answer'));

test('存不上的字留在浏览器里，一直是最新的；存上了就拿掉', async () => {
  let isAway = true;
  const { store, keeper } = desk({
    save: (_, { rev }) => (isAway ? away() : Promise.resolve({ rev: rev + 1, savedAt: '', proposals: {} })),
  });
  store.answer('标题', '沿江路');
  expect(keeper.kept()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.state).toMatchObject({ saving: 'offline', isKept: true });
  store.answer('标题', '沿江路市政');
  expect(keeper.kept()).toMatchObject({ rev: 1, answers: { 标题: '沿江路市政' } });
  isAway = false;
  await vi.advanceTimersByTimeAsync(4000);
  expect(store.state).toMatchObject({ saving: 'saved', isKept: false });
  expect(keeper.kept()).toBeUndefined();
});

const left: DraftEdit = { rev: 1, answers: { ...draft.answers, 标题: '没存上的' }, body: '正文', files: [] };

test('上次没存上的先问；用了就存，不用就拿掉', async () => {
  const used = desk({}, keeperWith(left));
  expect(used.store.state.kept).toEqual(left);
  used.store.takeKept();
  expect(used.store.state).toMatchObject({ kept: undefined, answers: left.answers, body: '正文' });
  expect(used.keeper.kept(), '存上以前还在').toEqual(left);
  await vi.advanceTimersByTimeAsync(1000);
  expect(used.edits).toMatchObject([{ rev: 1, body: '正文' }]);
  expect(used.keeper.kept()).toBeUndefined();
  const dropped = desk({}, keeperWith(left));
  dropped.store.dropKept();
  expect(dropped.store.state).toMatchObject({ kept: undefined, body: '' });
  expect(dropped.keeper.kept()).toBeUndefined();
});

test('和存好的一样的不问；只能看的草稿，等能写了再问', async () => {
  const same = { ...left, answers: draft.answers, body: '' };
  expect(desk({}, keeperWith(same)).store.state.kept).toBeUndefined();
  const keeper = keeperWith(left);
  const server = { draft: () => Promise.resolve(draft), check: () => Promise.resolve(checked(1)) };
  const store = new DraftStore(server as unknown as DeskServer, { ...draft, isReadOnly: true }, keeper);
  expect(store.state.kept).toBeUndefined();
  await store.hold();
  expect(store.state.kept).toEqual(left);
});

test('办事台存下以后没来得及回答就停了：那是自己的，不当作别人改的', async () => {
  let times = 0;
  const { store, edits } = desk({
    save: (_, edit) => {
      times += 1;
      edits.push(edit);
      if (times === 1) return away();
      if (times === 2) {
        const theirs = { ...draft, rev: 2, answers: edits[0]!.answers };
        return Promise.reject(new Refused(409, { message: '改过了', theirs } as never));
      }
      return Promise.resolve({ rev: 3, savedAt: '', proposals: {} });
    },
  });
  store.answer('标题', '沿江路');
  await vi.advanceTimersByTimeAsync(1000);
  store.answer('标题', '沿江路市政');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(edits.map(({ rev, answers }) => [rev, answers['标题']])).toEqual([
    [1, '沿江路'],
    [1, '沿江路市政'],
    [2, '沿江路市政'],
  ]);
  expect(store.state).toMatchObject({ saving: 'saved', theirs: undefined });
});

test('送审以后只能看；同事办到哪一步，自己就知道', async () => {
  const submitted: Draft = { ...draft, phase: 'submitted' };
  let there = submitted;
  const { store } = desk({ draft: () => Promise.resolve(there) }, undefined, submitted);
  expect(store.state.draft.isReadOnly).toBe(true);
  store.answer('标题', '甲');
  expect(store.state.answers).not.toHaveProperty('标题');
  there = { ...submitted, approvals: 1 };
  await store.hold();
  expect(store.state.draft).toMatchObject({ approvals: 1, isReadOnly: true });
  there = { ...submitted, unsent: { message: '网络不通。' } };
  await store.hold();
  expect(store.state.draft.unsent?.message).toBe('网络不通。');
  there = { ...draft, phase: 'returned', reason: '金额不对' };
  await store.hold();
  expect(store.state.draft).toMatchObject({ phase: 'returned', isReadOnly: false });
});
