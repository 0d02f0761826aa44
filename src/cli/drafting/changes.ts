import { isDeepStrictEqual } from 'node:util';
import { remedyLines } from '../../core/announcement/kind.ts';
import type { Field } from '../../core/announcement/field.ts';
import { formOf, typeOf, type Announcement } from '../../core/announcement/schema.ts';
import { companionsOf, type Companion } from '../../core/drafting/companions.ts';
import { understand, type RecordAnswer } from '../../core/drafting/draft.ts';
import { canCorrect, writable } from '../../core/project/corrections.ts';
import { checkDateOrder } from '../../core/rules/date-order.ts';
import { SettingsError } from '../../settings.ts';
import { dim } from './dim.ts';
import { terminal } from './terminal.ts';
import { Trail } from './trail.ts';

type Changes = readonly RecordAnswer[];

/** Gathers what a correction changes of one announcement; the old values are those in force. */
export class ChangeForm {
  readonly #inForce: Announcement;
  /** The fields of the announcement that have a value and may be corrected. */
  readonly #fields: readonly Field[];
  /** The labels of those to change, and what has been answered to them so far. */
  #chosen: readonly string[] = [];
  readonly #answered = new Map<string, RecordAnswer>();

  constructor(inForce: Announcement) {
    this.#inForce = inForce;
    this.#fields = formOf(typeOf(inForce.category, inForce.type)).filter(
      (field) => canCorrect(field) && valueOf(inForce, field) !== undefined,
    );
  }

  /**
   * The changes that `--change` names.
   * @throws {SettingsError} where a field cannot be corrected so
   */
  read(flags: Readonly<Record<string, string>>): Changes {
    return Object.entries(flags).map(([label, to]) => {
      const field = this.#fields.find((one) => one.label === label);
      if (!field) {
        const able = this.#fields.map((one) => one.label).join('、');
        throw new SettingsError(
          `原公告没有可以更正的“${label}”。能改的有：${able}；其他内容写进 --from 的“更正内容”。`,
        );
      }
      const understood = understand(field, to);
      if ('fault' in understood) {
        const { fault } = understood;
        throw new SettingsError([`--change ${label}：${fault.message}`, ...remedyLines(fault)].join('\n'));
      }
      return this.#change(field, to);
    });
  }

  /** Without a terminal, what must be changed together is named and not guessed. */
  refuseBrokenOrder(changes: Changes): void {
    const broken = this.#companions(changes).filter(({ isBroken }) => isBroken);
    if (broken.length === 0) return;
    const lines = broken.map(
      ({ field, movedBy, proposal }) =>
        `  ${field.label}  现在是 ${this.#old(field)}，“${movedBy.label}”改了，先后就不对了；例如 --change "${field.label}=${written(field, proposal)}"`,
    );
    throw new SettingsError(`下面的时间要一起改，用 --change 补上：\n\n${lines.join('\n')}`);
  }

  /**
   * Asks for all of them: fields, dates that go with them, other matters of the documents. `keep` is told of what has
   * been answered so far.
   */
  async ask(keep: (changes: Changes) => void = () => undefined): Promise<Changes> {
    const trail = new Trail();
    let [together, matters]: [Changes, Changes] = [[], []];
    return trail.follow(async () => {
      await trail.ask('改哪几栏', true, () => this.#choose());
      for (const field of this.#fields.filter(({ label }) => this.#chosen.includes(label)))
        await trail.ask(field.label, true, async () => {
          this.#answered.set(field.label, await this.#askForField(field));
          keep(this.#soFar());
        });
      const fields = this.#soFar();
      await trail.ask('一起改的', true, async () => (together = await this.askForCompanions(fields)));
      const changes = [...fields, ...together];
      if (changes.length > 0) keep(changes);
      await trail.ask('其他内容', true, async () => (matters = await askForMatters()));
      return [...changes, ...matters];
    });
  }

  /** Dates that do not stay right beside those that are changed, such as the opening beside the deadline. */
  async askForCompanions(changes: Changes): Promise<Changes> {
    const kept = new Set<string>();
    const moved: RecordAnswer[] = [];
    for (;;) {
      const next = this.#companions([...changes, ...moved]).find(({ field }) => !kept.has(field.label));
      if (!next) return moved;
      const { field, movedBy, isBroken } = next;
      const old = this.#old(field);
      const why = isBroken ? `“${movedBy.label}”改了，它不能不改` : `与“${movedBy.label}”原是同一时间`;
      const answer = await terminal.text(`${field.label}${dim(`（现在是 ${old}；${why}）`)} 改成`, {
        proposal: written(field, next.proposal),
        check: (text) =>
          isSameAs(field, text, old) && !isBroken
            ? undefined
            : (faultOf(field, text, old) ??
              this.#orderFault([...changes, ...moved, this.#change(field, text)], field)),
      });
      if (isSameAs(field, answer, old)) kept.add(field.label);
      else moved.push(this.#change(field, answer));
    }
  }

  async #choose(): Promise<void> {
    const choices = this.#fields.map((field) => ({
      value: field.label,
      label: field.label,
      hint: this.#old(field),
    }));
    this.#chosen = await terminal.chooseSome('改哪几栏？', choices, this.#chosen);
  }

  async #askForField(field: Field): Promise<RecordAnswer> {
    const old = this.#old(field);
    const answer = await terminal.text(`${field.label}${dim(`（现在是 ${old}）`)} 改成`, {
      proposal: this.#answered.get(field.label)?.['新'] ?? old,
      check: (text) => faultOf(field, text, old),
    });
    return this.#change(field, answer);
  }

  #soFar(): Changes {
    const chosen = this.#fields.filter(({ label }) => this.#chosen.includes(label));
    return chosen.map(({ label }) => this.#answered.get(label)).filter((change) => change !== undefined);
  }

  #companions(changes: Changes): readonly Companion[] {
    return companionsOf(this.#inForce, this.#values(changes)).filter(({ field }) =>
      this.#fields.some(({ key }) => key === field.key),
    );
  }

  /** What is wrong with the place of a changed date among the others. */
  #orderFault(changes: Changes, { key }: Field): string | undefined {
    const after = { ...this.#inForce, ...this.#values(changes) } as Announcement;
    const finding = checkDateOrder('', after).find(({ at, also }) => at === key || also?.at === key);
    return finding && `${finding.message}：${finding.also?.text ?? ''}`;
  }

  /** The new values by key. */
  #values(changes: Changes): Readonly<Record<string, unknown>> {
    const values = changes.flatMap(({ 字段, 新 = '' }): readonly (readonly [string, unknown])[] => {
      const field = this.#fields.find(({ label }) => label === 字段);
      const understood = field && understand(field, 新);
      return understood && 'value' in understood ? [[field.key, understood.value]] : [];
    });
    return Object.fromEntries(values);
  }

  #change(field: Field, answer: string): RecordAnswer {
    const understood = understand(field, answer);
    const to = 'answer' in understood ? (understood.answer as string) : answer;
    return { 字段: field.label, 原: this.#old(field), 新: to };
  }

  #old(field: Field): string {
    return written(field, valueOf(this.#inForce, field));
  }
}

function faultOf(field: Field, text: string, old: string): string | undefined {
  const understood = understand(field, text);
  if ('fault' in understood) return [understood.fault.message, ...remedyLines(understood.fault)].join('\n');
  return isSameAs(field, text, old) ? '和现在的一样，没有改' : undefined;
}

/** Whether two ways of writing mean one value: 9:30 is 09:30. */
function isSameAs(field: Field, text: string, old: string): boolean {
  const [one, other] = [understand(field, text), understand(field, old)];
  return 'value' in one && 'value' in other ? isDeepStrictEqual(one.value, other.value) : text === old;
}

/** Changes of the documents that no field holds. */
async function askForMatters(): Promise<Changes> {
  const changes: RecordAnswer[] = [];
  while (await terminal.confirm('还改了招标（采购）文件里的其他内容吗？', '还有', '没有了')) {
    const required = (text: string): string | undefined => (text === '' ? '要填写' : undefined);
    const 事项 = await terminal.text('改的是哪一处？', {
      example: '招标文件第三章第 2.1 条',
      check: required,
    });
    const 原 = await terminal.text('原来的内容', { check: required });
    const 新 = await terminal.text('现在的内容', { check: required });
    changes.push({ 事项, 原, 新 });
  }
  return changes;
}

const valueOf = (announcement: Announcement, { key }: Field): unknown =>
  (announcement as unknown as Readonly<Record<string, unknown>>)[key];

const written = ({ kind }: Field, value: unknown): string => writable(kind!.name, value, kind!.print(value));
