import type { Answer, Answers } from '../../../core/drafting/draft.ts';
import type { Checked, Draft, DraftEdit, DraftFile, Phase, Refusal } from '../../../core/desk/api.ts';
import { Refused, type DeskServer } from '../server/desk-server.ts';
import type { EditKeeper } from './kept-edit.ts';

/** Whether what is on the screen lies on the disk. Only `saved` says that it does. */
type Saving = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'conflict';

/** A draft as it stands in the page, with what is known of it. Each change makes a new value. */
export interface DraftState {
  /** As the server had it last; its answers, body and files may be older than those below. */
  readonly draft: Draft;
  readonly answers: Answers;
  readonly body: string;
  readonly files: readonly DraftFile[];
  readonly saving: Saving;
  /** When it was last saved, as the server says. */
  readonly savedAt: string | undefined;
  /** Why it was not. */
  readonly refusal: Refusal | undefined;
  /** Whether what is not saved lies in the browser's storage meanwhile. */
  readonly isKept: boolean;
  /** What an earlier window could not save. */
  readonly kept: DraftEdit | undefined;
  /** The version that somebody else has saved meanwhile. */
  readonly theirs: Draft | undefined;
  readonly checked: Checked | undefined;
  /** What was written when that was asked. */
  readonly checkedOf: Pick<DraftState, 'answers' | 'body'> | undefined;
  readonly isChecking: boolean;
  /** Whether what is missing is told as wrong: once the clerk has asked for all, or a colleague has sent it back. */
  readonly isAllTold: boolean;
}

/** Whether a draft of this phase may be written on: what was submitted stands as it is until it comes back. */
export const isOpen = (phase: Phase): boolean => phase === 'draft' || phase === 'returned';

/** How long a clerk must have paused before what she wrote is saved and then checked, in milliseconds. */
const PAUSE = 400;

/** How long a clerk who never pauses waits for it, in milliseconds. */
const LONGEST = 2000;

/** After how long it is tried again where the desk did not answer, in milliseconds. */
const AGAIN = 3000;

/**
 * Keeps one open draft: takes what is typed, saves it soon after the last key and has it checked then. While pinyin is
 * being composed nothing is sent, since what stands in the field is not yet meant.
 */
export class DraftStore {
  #state: DraftState;
  readonly #server: DeskServer;
  readonly #keeper: EditKeeper;
  readonly #listeners = new Set<() => void>();
  #edits = 0;
  #savedEdits = 0;
  #unsavedSince: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isComposing = false;
  #isBusy = false;
  #isClosed = false;
  #seq = 0;
  /** What was sent and has not been answered: the desk may have taken it before it was stopped. */
  #unanswered: DraftEdit | undefined;

  constructor(server: DeskServer, draft: Draft, keeper: EditKeeper) {
    this.#server = server;
    this.#keeper = keeper;
    const isAllTold = draft.phase !== 'draft';
    this.#state = { ...contentsOf(draft), saving: 'saved', savedAt: undefined, isAllTold, ...UNTOLD };
    this.#state = { ...this.#state, kept: this.#keptFor(draft) };
  }

  get state(): DraftState {
    return this.#state;
  }

  /** Whether leaving the page now would lose something. */
  get isUnsaved(): boolean {
    return this.#edits > this.#savedEdits;
  }

  /** @returns the function that ends it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** An empty answer is none. */
  answer(label: string, answer: Answer | undefined): void {
    const { [label]: _, ...others } = this.#state.answers;
    const isNone = answer === undefined || answer.length === 0;
    this.#edit({ answers: isNone ? others : { ...others, [label]: answer } });
  }

  write(body: string): void {
    this.#edit({ body });
  }

  /** Files in another order or under other labels; bytes are brought and removed by `addFile` and `removeFile`. */
  arrange(files: readonly DraftFile[]): void {
    this.#edit({ files });
  }

  async addFile(file: File): Promise<void> {
    const added = await this.#server.addFile(this.#state.draft.key, file);
    const others = this.#state.files.filter(({ name }) => name !== added.name);
    this.arrange([...others, added]);
  }

  async removeFile(name: string): Promise<void> {
    await this.#server.removeFile(this.#state.draft.key, name);
    this.arrange(this.#state.files.filter((file) => file.name !== name));
  }

  /** Takes what the server gave for the draft, as after it was submitted. */
  take(draft: Draft): void {
    this.#savedEdits = this.#edits;
    this.#change({ ...contentsOf(draft), saving: 'saved', refusal: undefined, theirs: undefined });
  }

  /**
   * Keeps the draft for this window. One that can only be read is taken once the other window has let it go, or once
   * those who review it have gone on with it.
   */
  async hold(): Promise<void> {
    const draft = await this.#server.draft(this.#state.draft.key).catch(() => undefined);
    const { draft: held } = this.#state;
    if (!draft || !held.isReadOnly) return;
    const isFreed = !contentsOf(draft).draft.isReadOnly;
    const hasMoved =
      draft.phase !== held.phase ||
      draft.approvals !== held.approvals ||
      draft.unsent?.message !== held.unsent?.message;
    if (!isFreed && !hasMoved) return;
    this.take(draft);
    this.#change({ kept: this.#keptFor(draft) });
    await this.check();
  }

  compose(isComposing: boolean): void {
    this.#isComposing = isComposing;
    if (!isComposing && this.isUnsaved) this.#schedule();
  }

  /** Saves what is not saved; resolves when it is, or when it is known why not. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isBusy || this.#isClosed || this.#isComposing || !this.isUnsaved || this.#state.theirs) return;
    this.#isBusy = true;
    const edits = this.#edits;
    this.#change({ saving: 'saving' });
    try {
      const edit = this.#editOf();
      this.#unanswered ??= edit;
      const saved = await this.#server.save(this.#state.draft.key, edit);
      this.#unanswered = undefined;
      this.#savedEdits = edits;
      this.#unsavedSince = undefined;
      const draft = { ...this.#state.draft, rev: saved.rev, proposals: saved.proposals };
      const saving = this.isUnsaved ? 'unsaved' : 'saved';
      this.#change({ draft, saving, savedAt: saved.savedAt, refusal: undefined, isKept: false });
      this.#keeper.forget();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isBusy = false;
    }
    if (this.#state.saving === 'unsaved') this.#schedule();
    if (this.#state.saving === 'saved') await this.check();
  }

  /** Asks what is wrong with what is saved. Of several questions only the last is answered. */
  async check(): Promise<void> {
    this.#seq += 1;
    const seq = this.#seq;
    const { answers, body } = this.#state;
    this.#change({ isChecking: true });
    try {
      const checked = await this.#server.check(this.#state.draft.key, seq);
      if (seq === this.#seq) this.#change({ checked, checkedOf: { answers, body }, isChecking: false });
    } catch {
      // Whether the desk is there is told by saving; findings that are old stay marked as such.
      if (seq === this.#seq) this.#change({ isChecking: false, checked: undefined });
    }
  }

  /** 检查全部: from now on what is missing is wrong. */
  tellAll(): void {
    if (!this.#state.isAllTold) this.#change({ isAllTold: true });
  }

  /** Ends a conflict: with what stands here, on top of theirs; or with theirs, and what stands here is given up. */
  async settle(keep: 'mine' | 'theirs'): Promise<void> {
    const { theirs } = this.#state;
    if (!theirs) return;
    if (keep === 'theirs') {
      this.#keeper.forget();
      this.take(theirs);
      return this.check();
    }
    this.#change({ draft: theirs, theirs: undefined, saving: 'unsaved', refusal: undefined });
    return this.save();
  }

  /** Goes on with what an earlier window could not save. */
  takeKept(): void {
    const { kept, files } = this.#state;
    if (!kept) return;
    const { answers, body } = kept;
    this.#edit({ answers, body, files: labelled(files, kept.files), kept: undefined });
  }

  /** Goes on with what is saved. */
  dropKept(): void {
    this.#keeper.forget();
    this.#change({ kept: undefined });
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #edit(part: Partial<DraftState>): void {
    if (this.#state.draft.isReadOnly) return;
    this.#edits += 1;
    this.#unsavedSince ??= performance.now();
    this.#change({ ...part, ...(SETTLED.has(this.#state.saving) && { saving: 'unsaved' as const }) });
    if (this.#state.isKept) this.#keep();
    this.#schedule();
  }

  #keep(): void {
    this.#change({ isKept: this.#keeper.keep(this.#editOf()) });
  }

  /** What an earlier window could not save, where it is another and may still be written. */
  #keptFor(draft: Draft): DraftEdit | undefined {
    if (draft.isReadOnly || (draft.phase !== 'draft' && draft.phase !== 'returned')) return undefined;
    const kept = this.#keeper.kept();
    return kept && isSame(kept, draft) ? undefined : kept;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#isComposing || this.#isClosed || this.#isBusy) return;
    const waited = performance.now() - (this.#unsavedSince ?? performance.now());
    const delay = Math.max(0, Math.min(PAUSE, LONGEST - waited));
    this.#timer = setTimeout(() => void this.save(), delay);
  }

  #fail(error: unknown): void {
    this.#keep();
    const unanswered = this.#unanswered;
    if (error instanceof Refused) this.#unanswered = undefined;
    if (!(error instanceof Refused)) {
      this.#change({ saving: 'offline' });
    } else if (!error.theirs) {
      this.#change({ saving: 'refused', refusal: error.refusal });
    } else if (unanswered && isSame(unanswered, error.theirs)) {
      // Its answer was lost with the desk: the version there is this window's own.
      this.#change({ draft: error.theirs, saving: 'unsaved' });
      return;
    } else {
      this.#change({ saving: 'conflict', theirs: error.theirs, refusal: error.refusal });
      return;
    }
    if (!this.#isClosed) this.#timer = setTimeout(() => void this.save(), AGAIN);
  }

  #editOf(): DraftEdit {
    const { draft, answers, body, files } = this.#state;
    const named = files.map(({ name, label }) => ({ name, label }));
    return { rev: draft.rev, answers: withoutEmptyRecords(answers), body, files: named };
  }

  #change(part: Partial<DraftState>): void {
    if (this.#isClosed) return;
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

/** A row of a table that was added and not yet filled is no record. */
const withoutEmptyRecords = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([label, answer]) => {
      if (typeof answer === 'string') return [[label, answer]];
      const filled = answer.filter((one) => typeof one === 'string' || Object.values(one).some(Boolean));
      return filled.length > 0 ? [[label, filled as Answer]] : [];
    }),
  );

/** States that a further key ends; a failure stays told until something is saved. */
const SETTLED: ReadonlySet<Saving> = new Set(['saved', 'unsaved', 'saving']);

const UNTOLD = {
  ...{ isKept: false, kept: undefined },
  ...{ refusal: undefined, theirs: undefined },
  ...{ checked: undefined, checkedOf: undefined, isChecking: false },
} as const;

const isSame = (edit: DraftEdit, draft: Draft): boolean =>
  JSON.stringify([edit.answers, edit.body, edit.files]) ===
  JSON.stringify([draft.answers, draft.body, draft.files.map(({ name, label }) => ({ name, label }))]);

/** Files that are there, under the labels that were written. */
const labelled = (files: readonly DraftFile[], wanted: DraftEdit['files']): readonly DraftFile[] =>
  files.map((file) => ({
    ...file,
    label: wanted.find(({ name }) => name === file.name)?.label ?? file.label,
  }));

const contentsOf = (draft: Draft): Pick<DraftState, 'draft' | 'answers' | 'body' | 'files'> => ({
  draft: { ...draft, isReadOnly: draft.isReadOnly || !isOpen(draft.phase) },
  answers: draft.answers,
  body: draft.body,
  files: draft.files,
});
