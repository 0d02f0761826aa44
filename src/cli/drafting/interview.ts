import { CATEGORIES } from '../../core/announcement/category.ts';
import type { Field } from '../../core/announcement/field.ts';
import { dayOf, printDate, printInstant } from '../../core/announcement/instant.ts';
import type { Fault } from '../../core/announcement/kind.ts';
import { formOf, typesIn } from '../../core/announcement/schema.ts';
import { ID } from '../../core/announcement/text.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import {
  answerOf,
  BODY_LABEL,
  categoryOf,
  ID_LABEL,
  partOf,
  questionsOf,
  specOf,
  understand,
  understandRecord,
  type Answer,
  type Answers,
  type RecordAnswer,
} from '../../core/drafting/draft.ts';
import type { ExistingAnnouncements } from './existing.ts';
import { Proposals } from './proposals.ts';
import { dim, terminal, type Choice } from './terminal.ts';

/** No id: stands for an announcement of another platform. */
const ELSEWHERE = '*';

/** Asks at the terminal for what the answers still lack, in the order of the official form. */
export class Interview {
  answers: Answers;
  readonly #archive: ExistingAnnouncements;
  readonly #now: string;

  constructor(answers: Answers, archive: ExistingAnnouncements, now: string) {
    this.answers = answers;
    this.#archive = archive;
    this.#now = now;
  }

  async fill(): Promise<TypeSpec> {
    await this.#category();
    const spec = await this.#type();
    await this.#related(spec);
    const chosen = await this.#optional(spec);
    for (const field of questionsOf(spec)) {
      if (this.#isOpen(field, chosen)) await this.field(field);
    }
    await this.#id(spec);
    await this.#body();
    return spec;
  }

  /** Asks for one field, with what is proposed, until neither its kind nor a rule objects. */
  async field(field: Field): Promise<void> {
    if (field.shape === 'records') return this.#set(field.label, await this.#records(field));
    const spec = specOf(this.answers)!;
    if (field.key === 'publishedAt') this.#sayEarliest(spec);
    const proposal =
      answerOf(this.answers, field.label) ?? this.#proposals(spec).forField(field, this.answers);
    const regions = field.key === 'region' ? this.#archive.content.corpus.site?.regions : undefined;
    const terms = field.shape === 'scalar' ? (field.terms ?? regions) : undefined;
    const message = question(field);
    if (terms) {
      const known = terms.find((term) => term === proposal);
      const answer = await terminal.choose(
        message,
        terms.map((term) => ({ value: term, label: term })),
        known,
      );
      return this.#set(field.label, answer);
    }
    const answer = await terminal.text(message, {
      ...(proposal !== undefined && { proposal }),
      ...((field.example ?? field.itemExample) && { example: field.example ?? field.itemExample! }),
      check: (text) => this.#faultOf(field, text),
    });
    const understood = understand(field, answer);
    this.#set(field.label, 'answer' in understood ? understood.answer : answer);
  }

  /** What is published before its time is refused; the clerk is told why another time than the present is proposed. */
  #sayEarliest(spec: TypeSpec): void {
    const earliest = this.#proposals(spec).earliest(this.answers);
    if (!earliest || earliest.at <= this.#now) return;
    const { what, at, of } = earliest;
    terminal.warn(`现在还不能发布：《${of.title}》的${what}是 ${printInstant(at)}，还没有到。`);
  }

  #set(label: string, answer: Answer): void {
    this.answers = { ...this.answers, [label]: answer };
  }

  #proposals(spec: TypeSpec): Proposals {
    return new Proposals(this.#archive, spec, this.#now);
  }

  /** What is wrong with a text for a field: by its kind, and by the rules where the form already says enough. */
  #faultOf(field: Field, text: string): string | undefined {
    if (text === '') return `“${field.label}”要填写`;
    const understood = understand(field, text);
    if ('fault' in understood) return faultText(understood.fault);
    const part = partOf({ ...this.answers, [field.label]: understood.answer });
    const objection =
      part &&
      this.#archive.objections(part).find(({ at, severity }) => at === field.key && severity !== 'info');
    if (!objection) return undefined;
    const { message, citation, help, also } = objection;
    return [message, also?.text, citation && `依据  ${citation}`, help && `改成  ${help}`]
      .filter(Boolean)
      .join('\n');
  }

  async #category(): Promise<void> {
    if (categoryOf(this.answers)) return;
    const choices = Object.values(CATEGORIES).map((term) => ({ value: term, label: term }));
    this.#set('类别', await terminal.choose('哪一类公告？', choices));
  }

  async #type(): Promise<TypeSpec> {
    const known = specOf(this.answers);
    if (known) return known;
    const choices = typesIn(categoryOf(this.answers)!).map(({ term, link }) => ({
      value: term,
      label: term,
      ...(link === 'must' && { hint: '接在前一份公告后面' }),
    }));
    this.#set('类型', await terminal.choose('哪一种公告？', choices));
    return specOf(this.answers)!;
  }

  /** The earlier announcement; those that a type allows, newest first. */
  async #related(spec: TypeSpec): Promise<void> {
    if (spec.link === 'never' || this.answers['关联公告'] !== undefined) return;
    const choices: Choice[] = this.#archive.predecessorsOf(spec).map(({ id, announcement }) => ({
      value: id,
      label: announcement.title,
      hint: `${id}，${printDate(dayOf(announcement.publishedAt))}`,
    }));
    if (spec.link === 'may') {
      if (choices.length === 0) return;
      choices.unshift({ value: '', label: '不接在任何公告后面' });
    }
    choices.push({ value: ELSEWHERE, label: '接在别的平台发布的公告后面' });
    const chosen = await terminal.choose('接在哪一份公告后面？', choices);
    if (chosen === ELSEWHERE) return this.field(formOf(spec).find(({ key }) => key === 'relatedElsewhere')!);
    if (chosen !== '') this.#set('关联公告', chosen);
  }

  /** Which of the fields that may be left out are to be filled. */
  async #optional(spec: TypeSpec): Promise<ReadonlySet<string>> {
    const open = questionsOf(spec).filter(
      ({ required, label }) => !required && this.answers[label] === undefined,
    );
    const chosen = new Set<string>();
    for (const group of spec.oneOf) {
      const members = open.filter(({ key }) => group.includes(key));
      if (members.length < group.length || members.some(({ label }) => chosen.has(label))) continue;
      const choices = members.map(({ label }) => ({ value: label, label }));
      chosen.add(await terminal.choose('这几栏写其中一个，写哪一个？', choices));
    }
    const free = open.filter(({ key }) => !spec.oneOf.some((group) => group.includes(key)));
    if (free.length === 0) return chosen;
    const picked = await terminal.chooseSome(
      '除了必填的，还要写哪些栏？',
      free.map(({ label, help }) => ({ value: label, label, hint: help })),
    );
    return new Set([...chosen, ...picked]);
  }

  #isOpen(field: Field, chosen: ReadonlySet<string>): boolean {
    const answer = this.answers[field.label];
    if (answer === undefined) return field.required || chosen.has(field.label);
    const understood = understand(field, answer);
    if ('fault' in understood) {
      terminal.warn(`“${field.label}”：${faultText(understood.fault)}`);
      return true;
    }
    this.#set(field.label, understood.answer);
    return false;
  }

  async #records(field: Field): Promise<Answer> {
    terminal.say(`${field.label}\n${dim(field.help)}`);
    const records: RecordAnswer[] = [];
    do {
      const record = await this.#record(field, records.length + 1);
      const understood = understandRecord(field.fields!, record);
      if ('fault' in understood) terminal.warn(faultText(understood.fault));
      else records.push(record);
    } while (await terminal.confirm(`“${field.label}”再加一项吗？`, '再加一项', '没有了'));
    return records.length > 0 ? records : this.#records(field);
  }

  async #record(field: Field, number: number): Promise<RecordAnswer> {
    const record: Record<string, string> = {};
    for (const inner of field.fields!) {
      const name = `${field.label} ${number} · ${question(inner)}`;
      const answer = inner.terms
        ? await terminal.choose(name, [
            ...inner.terms.map((term) => ({ value: term, label: term })),
            ...(inner.required ? [] : [{ value: '', label: '不写' }]),
          ])
        : await terminal.text(inner.required ? name : `${name}${dim('（可以不写，直接回车）')}`, {
            ...(inner.example !== undefined && { example: inner.example }),
            check: (text) => faultOfInner(inner, text),
          });
      if (answer !== '') record[inner.label] = answer;
    }
    return record;
  }

  async #id(spec: TypeSpec): Promise<void> {
    const { ids } = this.#archive.content.corpus;
    const check = (text: string): string | undefined => {
      if (!ID.test(text)) return '只用小写英文字母、数字和“-”，例如 gm-js-2026-012-tender';
      return ids.has(text) ? `“${text}”已经用过了，换一个` : undefined;
    };
    const given = answerOf(this.answers, ID_LABEL);
    if (given !== undefined && check(given) === undefined) return;
    const proposal = given ?? this.#proposals(spec).id(this.answers);
    const message = `标识${dim('（文件名，也是网址的一部分，发布后永远不变）')}`;
    this.#set(ID_LABEL, await terminal.text(message, { ...(proposal !== undefined && { proposal }), check }));
  }

  async #body(): Promise<void> {
    if (this.answers[BODY_LABEL] !== undefined) return;
    const message = `正文${dim('（先写一段，以后可以在文件里接着写；直接回车就按各栏生成）')}`;
    const answer = await terminal.text(message, { example: '直接回车' });
    if (answer !== '') this.#set(BODY_LABEL, answer);
  }
}

const question = ({ label, help, unit }: Field): string =>
  `${label}${dim(`（${help.replace(/。$/u, '')}${unit === undefined ? '' : `；单位：${unit}`}）`)}`;

const faultText = ({ message, help }: Fault): string => `${message}\n改成  ${help}`;

function faultOfInner(field: Field, text: string): string | undefined {
  if (text === '') return field.required ? `“${field.label}”要填写` : undefined;
  const understood = understand(field, text);
  return 'fault' in understood ? faultText(understood.fault) : undefined;
}
