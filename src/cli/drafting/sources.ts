import { z } from 'zod';
import type { TypeSpec } from '../../core/announcement/type.ts';
import type { Answer, Answers, RecordAnswer } from '../../core/drafting/draft.ts';

/** One of several values that a document gives for a field. */
interface Candidate {
  text: string;
  source: string;
}

/** What a document says of one field, and where. */
export interface Said {
  label: string;
  /** Where it stands, in words: 表格“采购人名称：示例学校”. */
  source: string;
  /** Absent where it says it twice and differently, or cannot be read. */
  answer?: Answer;
  /** Why there is no answer. */
  why?: string;
  candidates: readonly Candidate[];
}

/** The key under which a draft keeps what its document says. */
export const SOURCES_LABEL = '来自文件';

/**
 * What a document says of the fields of an announcement. Each is a proposal until the clerk takes it; a draft keeps it
 * with where it stands, so that the clerk who continues it sees the same.
 */
export class Sources {
  #said: ReadonlyMap<string, Said>;
  readonly #reread: ((spec: TypeSpec) => readonly Said[]) | undefined;

  /** `reread` gives what the document says as another type. */
  constructor(said: readonly Said[], reread?: (spec: TypeSpec) => readonly Said[]) {
    this.#said = byLabel(said);
    this.#reread = reread;
  }

  /** What a draft has kept; `records` is what `toRecords` gave. */
  static fromRecords(records: Answer): Sources {
    if (typeof records === 'string') return new Sources([]);
    return new Sources(
      records.flatMap((record): readonly Said[] => {
        if (typeof record === 'string') return [];
        const {
          栏目: label = '',
          来源: source = '',
          内容: answer,
          疑问: why,
          可选: candidates = '[]',
        } = record;
        return [
          {
            label,
            source,
            candidates: candidatesSchema.parse(JSON.parse(candidates)),
            ...(answer !== undefined && { answer: answerSchema.parse(JSON.parse(answer)) }),
            ...(why !== undefined && { why }),
          },
        ];
      }),
    );
  }

  toRecords(): readonly RecordAnswer[] {
    return [...this.#said.values()].map(({ label, source, answer, why, candidates }) => ({
      栏目: label,
      来源: source,
      ...(answer !== undefined && { 内容: JSON.stringify(answer) }),
      ...(why !== undefined && { 疑问: why }),
      ...(candidates.length > 0 && { 可选: JSON.stringify(candidates) }),
    }));
  }

  /** Reads the document as a type that was not the one recognised. */
  settle(spec: TypeSpec): void {
    if (this.#reread) this.#said = byLabel(this.#reread(spec));
  }

  get all(): readonly Said[] {
    return [...this.#said.values()];
  }

  said(label: string): Said | undefined {
    return this.#said.get(label);
  }

  proposal(label: string): Answer | undefined {
    return this.#said.get(label)?.answer;
  }

  /** Where an answer comes from; nothing where it is not the document's. */
  sourceOf(label: string, answer: Answer | undefined): string | undefined {
    const said = this.#said.get(label);
    if (!said || answer === undefined) return undefined;
    const isSame = (text: Answer | undefined): boolean => JSON.stringify(text) === JSON.stringify(answer);
    if (isSame(said.answer)) return said.source;
    return said.candidates.find(({ text }) => isSame(text))?.source;
  }

  /** All that it says beyond doubt, as answers. */
  get answers(): Answers {
    return Object.fromEntries(
      this.all.flatMap(({ label, answer }) => (answer === undefined ? [] : [[label, answer] as const])),
    );
  }
}

const byLabel = (said: readonly Said[]): ReadonlyMap<string, Said> =>
  new Map(said.map((one) => [one.label, one]));

const answerSchema = z.union([z.string(), z.array(z.string()), z.array(z.record(z.string(), z.string()))]);
const candidatesSchema = z.array(z.object({ text: z.string(), source: z.string() }));
