import { CATEGORIES } from '../../core/announcement/category.ts';
import type { Field } from '../../core/announcement/field.ts';
import { dayOf, printDate, printInstant } from '../../core/announcement/instant.ts';
import { remedyLines, type Fault } from '../../core/announcement/kind.ts';
import { formOf, writtenTypesIn } from '../../core/announcement/schema.ts';
import { ID } from '../../core/announcement/text.ts';
import { faultOfId } from '../../core/corpus/name-fault.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import {
  answerOf,
  ATTACHMENTS_LABEL,
  BODY_LABEL,
  categoryOf,
  ID_LABEL,
  partOf,
  questionsOf,
  recordsOf,
  specOf,
  SUPPLEMENT_LABEL,
  understand,
  understandRecord,
  type Answer,
  type Answers,
  type RecordAnswer,
} from '../../core/drafting/draft.ts';
import { bodyOf, gapsOf } from '../../core/drafting/body.ts';
import { groupsOf } from '../../core/drafting/groups.ts';
import type { Given } from './answers.ts';
import type { ExistingAnnouncements } from '../../core/proposals/existing.ts';
import { askForBody } from './body-question.ts';
import { askForAttachments } from './files.ts';
import type { Draft } from './keep.ts';
import type { Room } from './make.ts';
import { Proposals } from '../../core/proposals/proposals.ts';
import { chooseCandidate, chooseRecords, chooseWay, fromDocument } from './source-questions.ts';
import type { Sources } from './sources.ts';
import { dim } from './dim.ts';
import type { Choice } from './list-prompt.ts';
import { Back, terminal } from './terminal.ts';
import { fromTheFirst, Trail } from './trail.ts';

/** No id: stands for an announcement of another platform. */
const ELSEWHERE = '*';

/** Questions of their own for an answer, by its label. */
export type Revisers = Readonly<Record<string, (answers: Answers) => Promise<Answer>>>;

/** Asks at the terminal for what the answers still lack, in the order of the official form. */
export class Interview {
  answers: Answers;
  attachments: readonly string[];
  readonly #archive: ExistingAnnouncements;
  readonly #now: string;
  readonly #draft: Draft;
  readonly #revisers: Revisers;
  readonly #sources: Sources | undefined;
  #trail = new Trail();
  /** What was ticked or taken in lists of fields, by the question. */
  readonly #taken = new Map<string, readonly string[]>();
  /** What the body lacks, as it was when it was made. */
  #gaps: ReturnType<typeof gapsOf> = [];

  constructor(given: Given, { archive, now }: Room, draft: Draft, revisers: Revisers = {}) {
    this.answers = given.answers;
    this.attachments = given.attachments;
    this.#archive = archive;
    this.#now = now;
    this.#draft = draft;
    this.#revisers = revisers;
    this.#sources = given.sources;
  }

  /** Puts the questions that are open, from the first to the last. */
  fill(): Promise<TypeSpec> {
    return fromTheFirst(() => this.#trail.follow(() => this.#fillAll()));
  }

  async #fillAll(): Promise<TypeSpec> {
    const spec = await this.#fillFields();
    await this.#trail.ask(ID_LABEL, true, () => this.#id(spec, this.#trail.isAgain(ID_LABEL)));
    await this.#trail.ask(BODY_LABEL, this.answers[BODY_LABEL] === undefined, () => this.#body(spec));
    await this.#fillGaps();
    await this.#trail.ask(ATTACHMENTS_LABEL, true, () => this.#attach(this.attachments));
    return spec;
  }

  /** Asks again for one answer: a field, the type, the id, the body or the attachments, by its label. */
  async revise(label: string): Promise<TypeSpec> {
    const spec = specOf(this.answers)!;
    const reviser = this.#revisers[label];
    if (reviser) this.#set(label, await reviser(this.answers));
    else if (label === '类型') return this.#reviseType();
    else if (label === '关联公告') await this.#related(spec);
    else if (label === ID_LABEL) await this.#id(spec, true);
    else if (label === BODY_LABEL) await this.#reviseBody(spec);
    else if (label === ATTACHMENTS_LABEL) await this.#attach([]);
    else await this.field(formOf(spec).find((field) => field.label === label)!);
    return spec;
  }

  /** Another type has other questions; answers that it has no place for wait in the draft. */
  async #reviseType(): Promise<TypeSpec> {
    const before = this.answers;
    this.answers = Object.fromEntries(
      Object.entries(before).filter(([label]) => label !== '类别' && label !== '类型'),
    );
    this.#trail = new Trail();
    try {
      return await this.#trail.follow(() => this.#fillFields());
    } catch (reason) {
      if (specOf(this.answers) === undefined) this.answers = before;
      throw reason;
    }
  }

  async #fillFields(): Promise<TypeSpec> {
    const trail = this.#trail;
    await trail.ask('类别', categoryOf(this.answers) === undefined, () => this.#category());
    await trail.ask('类型', specOf(this.answers) === undefined, () => this.#type());
    const spec = specOf(this.answers)!;
    await trail.ask('来文', true, () => this.#takeSources(spec));
    await trail.ask('关联公告', this.answers['关联公告'] === undefined, () => this.#related(spec));
    const chosen = await this.#optional(spec);
    for (const field of questionsOf(spec))
      await trail.ask(field.label, this.#isOpen(field, chosen), () => this.field(field));
    return spec;
  }

  /** Another type reads the document with other fields; what it says is taken at once or one by one. */
  async #takeSources(spec: TypeSpec): Promise<void> {
    const sources = this.#sources;
    if (!sources) return;
    if (sources.proposal('类型') !== spec.term) sources.settle(spec);
    const open = questionsOf(spec).filter(
      ({ label }) => this.answers[label] === undefined && sources.proposal(label) !== undefined,
    );
    if (open.length === 0 || (await chooseWay(open.length)) === 'each') return;
    for (const field of open) {
      const understood = understand(field, sources.proposal(field.label)!);
      if ('answer' in understood) this.#set(field.label, understood.answer);
    }
  }

  /** Asks for one field, with what is proposed, until neither its kind nor a rule objects. */
  async field(field: Field): Promise<void> {
    const { label } = field;
    if (field.shape === 'records') return this.#records(field);
    const spec = specOf(this.answers)!;
    if (field.key === 'publishedAt') this.#sayEarliest(spec);
    const before = wordsOf(this.answers[label]);
    const said = before === '' ? this.#sources?.said(label) : undefined;
    const found = said?.answer === undefined ? await chooseCandidate(said) : wordsOf(said.answer);
    const proposal = before || found || this.#proposals(spec).forField(field, this.answers);
    const regions = field.listedIn && this.#archive.content.corpus.site?.[field.listedIn];
    const terms = field.shape === 'scalar' ? (field.terms ?? regions) : undefined;
    const message = `${question(field)}${found ? fromDocument(said, found) : ''}`;
    if (terms) {
      const known = terms.find((term) => term === proposal);
      const choices = terms.map((term) => ({ value: term, label: term }));
      if (!field.required) choices.push({ value: '', label: '不写' });
      return this.#set(label, await terminal.choose(message, choices, known));
    }
    const answer = await terminal.text(message, {
      ...(proposal !== undefined && { proposal }),
      ...((field.example ?? field.itemExample) && { example: field.example ?? field.itemExample! }),
      check: (text) => this.#faultOf(field, text),
    });
    const understood = understand(field, answer);
    this.#set(label, answer !== '' && 'answer' in understood ? understood.answer : answer);
  }

  /** What is published before its time is refused; the clerk is told why another time than the present is proposed. */
  #sayEarliest(spec: TypeSpec): void {
    const earliest = this.#proposals(spec).earliest(this.answers);
    if (!earliest || earliest.at <= this.#now) return;
    const { what, at, of } = earliest;
    terminal.warn(`现在还不能发布：《${of.title}》的${what}是 ${printInstant(at)}，还没有到。`);
  }

  /** An empty answer is none. */
  #set(label: string, answer: Answer): void {
    const { [label]: _, ...others } = this.answers;
    this.answers = answer.length === 0 ? others : { ...this.answers, [label]: answer };
    this.#draft.save(this.answers, this.attachments);
  }

  #proposals(spec: TypeSpec): Proposals {
    return new Proposals(this.#archive, spec, this.#now);
  }

  /** What is wrong with a text for a field: by its kind, and by the rules where the form already says enough. */
  #faultOf(field: Field, text: string): string | undefined {
    if (text === '') return field.required ? `“${field.label}”要填写` : undefined;
    const understood = understand(field, text);
    if ('fault' in understood) return faultText(understood.fault);
    const part = partOf({ ...this.answers, [field.label]: understood.answer });
    const objection =
      part &&
      this.#archive.objections(part).find(({ at, severity }) => at === field.key && severity !== 'info');
    if (!objection) return undefined;
    const { message, citation, also } = objection;
    return [message, also?.text, citation && `依据  ${citation}`, ...remedyLines(objection)]
      .filter(Boolean)
      .join('\n');
  }

  async #category(): Promise<void> {
    const choices = Object.values(CATEGORIES).map((term) => ({ value: term, label: term }));
    const said = this.#sources?.said('类别');
    const message = `哪一类公告？${fromDocument(said)}`;
    const before = wordsOf(this.answers['类别']) || wordsOf(said?.answer);
    this.#set('类别', await terminal.choose(message, choices, before));
  }

  async #type(): Promise<void> {
    const choices = writtenTypesIn(categoryOf(this.answers)!).map(({ term, link }) => ({
      value: term,
      label: term,
      ...(link === 'must' && { hint: '接在前一份公告后面' }),
    }));
    const said = this.#sources?.said('类型');
    const message = `哪一种公告？${fromDocument(said)}`;
    const before = wordsOf(this.answers['类型']) || wordsOf(said?.answer);
    this.#set('类型', await terminal.choose(message, choices, before));
  }

  /** The earlier announcement; those that a type allows, newest first. */
  async #related(spec: TypeSpec): Promise<void> {
    if (spec.link === 'never') return;
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
    const code = this.#sources?.proposal('项目编号');
    const same = this.#archive
      .predecessorsOf(spec)
      .find(
        ({ announcement: one }) => code !== undefined && 'projectCode' in one && one.projectCode === code,
      );
    const message = `接在哪一份公告后面？${same ? dim('（项目编号与文件里的相同）') : ''}`;
    const before = answerOf(this.answers, '关联公告');
    const chosen = await terminal.choose(message, choices, before ?? same?.id);
    if (chosen === ELSEWHERE) return this.field(formOf(spec).find(({ key }) => key === 'relatedElsewhere')!);
    this.#set('关联公告', chosen);
  }

  /** Which of the fields that may be left out are to be filled; those that the law asks for are asked anyway. */
  async #optional(spec: TypeSpec): Promise<ReadonlySet<string>> {
    const { byLaw, usual, other } = groupsOf(spec);
    const isOpen = ({ label }: Field): boolean =>
      this.answers[label] === undefined && this.#sources?.said(label) === undefined;
    const chosen = new Set(byLaw.map(({ label }) => label));
    const declined = new Set<string>();
    for (const [index, group] of spec.oneOf.entries()) {
      const key = `${spec.id} ${index}`;
      const members = usual.filter(
        (field) => (this.#taken.has(key) || isOpen(field)) && group.includes(field.key),
      );
      if (members.length < group.length || members.some(({ label }) => chosen.has(label))) continue;
      // Who has declined the list of lots in one group has done so in all.
      const labels = members.map(({ label }) => label).filter((label) => !declined.has(label));
      if (labels.length > 1) await this.#trail.ask(key, true, () => this.#oneOf(key, labels));
      const picked = labels.length > 1 ? this.#taken.get(key)![0]! : labels[0]!;
      chosen.add(picked);
      for (const label of labels) if (label !== picked) declined.add(label);
    }
    const isFree = (field: Field): boolean =>
      isOpen(field) && !spec.oneOf.some((group) => group.includes(field.key));
    for (const [words, fields] of [
      ['常用的栏，要写哪些？', usual],
      ['其他的栏，要写哪些？', other],
    ] as const) {
      const key = `${spec.id} ${words}`;
      const before = this.#taken.get(key) ?? [];
      const free = fields.filter((field) => isFree(field) || before.includes(field.label));
      await this.#trail.ask(key, free.length > 0, () => this.#tick(key, words, free));
      for (const label of this.#taken.get(key) ?? []) chosen.add(label);
    }
    return chosen;
  }

  async #oneOf(key: string, labels: readonly string[]): Promise<void> {
    const choices = labels.map((label) => ({ value: label, label }));
    const [before] = this.#taken.get(key) ?? [];
    const picked = await terminal.choose('这几栏写其中一个，写哪一个？', choices, before);
    if (before !== undefined && before !== picked) this.#set(before, '');
    this.#taken.set(key, [picked]);
  }

  /** What is not ticked any more is not said either. */
  async #tick(key: string, words: string, fields: readonly Field[]): Promise<void> {
    const choices = fields.map(({ label, help }) => ({ value: label, label, hint: help }));
    const before = this.#taken.get(key) ?? [];
    const ticked = await terminal.chooseSome(words, choices, before);
    for (const label of before) if (!ticked.includes(label)) this.#set(label, '');
    this.#taken.set(key, ticked);
  }

  #isOpen(field: Field, chosen: ReadonlySet<string>): boolean {
    const answer = this.answers[field.label];
    if (answer === undefined)
      return field.required || chosen.has(field.label) || this.#sources?.said(field.label) !== undefined;
    const understood = understand(field, answer);
    if ('fault' in understood) {
      terminal.warn(`“${field.label}”：${faultText(understood.fault)}`);
      return true;
    }
    this.#set(field.label, understood.answer);
    return false;
  }

  /** A list, item by item; of one that has items, those to change. */
  async #records(field: Field): Promise<void> {
    const { label } = field;
    terminal.say(`${label}\n${dim(field.help)}`);
    const records = [...recordsOf(this.answers[label])];
    const keep = (): void => this.#set(label, records);
    if (records.length === 0) {
      const way = await chooseRecords(this.#sources?.said(label));
      records.push(...recordsOf(way === 'none' ? undefined : this.#sources?.proposal(label)));
      if (records.length > 0) keep();
      if (way === 'all') return;
    }
    if (records.length > 0) return this.#reviseRecords(field, records, keep);
    if (!field.required && !(await terminal.confirm(`写“${label}”吗？`, '写', '不写'))) return;
    do {
      records.push(await this.#record(field, records.length + 1));
      keep();
    } while (await terminal.confirm(`“${label}”再加一项吗？`, '再加一项', '没有了'));
  }

  async #reviseRecords(field: Field, records: RecordAnswer[], keep: () => void): Promise<void> {
    for (;;) {
      const choice = await terminal.choose(`“${field.label}”改哪一项？`, [
        { value: 'done', label: '好了' },
        ...records.map((record, index) => ({
          value: String(index),
          label: `第 ${index + 1} 项`,
          hint: Object.values(record).join('，'),
        })),
        { value: 'more', label: '再加一项' },
      ]);
      if (choice === 'done') return;
      const index = choice === 'more' ? records.length : Number(choice);
      const isGone = choice !== 'more' && !(await terminal.confirm(`第 ${index + 1} 项`, '改', '删掉'));
      if (isGone) records.splice(index, 1);
      else records[index] = await this.#record(field, index + 1, records[index]);
      keep();
    }
  }

  /** One item, asked for until its parts go together. */
  async #record(field: Field, number: number, before: RecordAnswer = {}): Promise<RecordAnswer> {
    const record: Record<string, string> = { ...before };
    const parts = field.fields!;
    for (let index = 0; index < parts.length; index += 1) {
      const inner = parts[index]!;
      try {
        record[inner.label] = await askForPart(`${field.label} ${number}`, inner, record[inner.label]);
      } catch (reason) {
        if (!(reason instanceof Back) || index === 0) throw reason;
        index -= 2;
      }
    }
    const given = Object.fromEntries(Object.entries(record).filter(([, text]) => text !== ''));
    const understood = understandRecord(parts, given);
    if ('answer' in understood) return (understood.answer as readonly RecordAnswer[])[0]!;
    terminal.warn(faultText(understood.fault));
    return this.#record(field, number, given);
  }

  async #id(spec: TypeSpec, isAgain = false): Promise<void> {
    const { ids } = this.#archive.content.corpus;
    const check = (text: string): string | undefined => {
      if (!ID.test(text)) return '只用小写英文字母、数字和“-”，例如 gm-js-2026-012-tender';
      const unfit = faultOfId(text);
      if (unfit) return `${unfit.message}，${unfit.help ?? '换一个'}`;
      return ids.has(text) ? `“${text}”已经用过了，换一个` : undefined;
    };
    const given = answerOf(this.answers, ID_LABEL);
    if (!isAgain && given !== undefined && check(given) === undefined) return;
    const proposal = given ?? this.#proposals(spec).id(this.answers);
    const message = `标识${dim('（文件名，也是网址的一部分，发布后永远不变）')}`;
    this.#set(ID_LABEL, await terminal.text(message, { ...(proposal !== undefined && { proposal }), check }));
  }

  async #body(spec: TypeSpec): Promise<void> {
    const { [BODY_LABEL]: own, ...fields } = this.answers;
    const related = answerOf(fields, '关联公告');
    const text = await askForBody({
      made: bodyOf(fields, spec, this.#archive.entry(related)?.announcement.title),
      gaps: gapsOf(fields, spec).map(({ name }) => name),
      own: typeof own === 'string' ? own : undefined,
      keep: (part) => this.#set(BODY_LABEL, part),
    });
    this.#set(BODY_LABEL, text ?? '');
    this.#gaps = text === undefined ? gapsOf(this.answers, spec) : [];
  }

  /** The body, then what it lacks; who goes back there keeps what was written. */
  async #reviseBody(spec: TypeSpec): Promise<void> {
    await this.#body(spec);
    for (const gap of this.#gaps) await this.#fillGap(gap);
  }

  /** What a body made from the fields still lacks; what is left out stays 〔待填〕. */
  async #fillGaps(): Promise<void> {
    for (const gap of this.#gaps)
      await this.#trail.ask(`${BODY_LABEL} ${gap.name}`, true, () => this.#fillGap(gap));
  }

  async #fillGap({ name, field }: ReturnType<typeof gapsOf>[number]): Promise<void> {
    if (field) return this.field(field);
    const written = recordsOf(this.answers[SUPPLEMENT_LABEL]);
    const before = written.find((one) => one['名称'] === name)?.['内容'];
    const words = await terminal.text(`${name}${dim('（正文要写明；直接回车，就留着〔待填〕）')}`, {
      ...(before !== undefined && { proposal: before }),
    });
    const others = written.filter((one) => one['名称'] !== name);
    this.#set(SUPPLEMENT_LABEL, words === '' ? others : [...others, { 名称: name, 内容: words }]);
  }

  async #attach(given: readonly string[]): Promise<void> {
    this.attachments = await askForAttachments(given);
    this.#draft.save(this.answers, this.attachments);
  }
}

/** One part of an item of a list; empty where it is left out. */
async function askForPart(item: string, part: Field, proposal: string | undefined): Promise<string> {
  const name = `${item} · ${question(part)}`;
  if (!part.terms)
    return terminal.text(name, {
      ...(proposal !== undefined && { proposal }),
      ...(part.example !== undefined && { example: part.example }),
      check: (text) => faultOfInner(part, text),
    });
  const choices = part.terms.map((term) => ({ value: term, label: term }));
  if (!part.required) choices.push({ value: '', label: '不写' });
  return terminal.choose(name, choices, proposal);
}

/** An answer in one line; a list of records has none. */
const wordsOf = (answer: Answer | undefined): string =>
  recordsOf(answer).length > 0 ? '' : [answer ?? []].flat().join('、');

const question = ({ label, help, unit, required }: Field): string => {
  const words = [
    help.replace(/。$/u, ''),
    ...(unit === undefined ? [] : [`单位：${unit}`]),
    ...(required ? [] : ['可以不写，直接回车']),
  ];
  return `${label}${dim(`（${words.join('；')}）`)}`;
};

const faultText = (fault: Fault): string => [fault.message, ...remedyLines(fault)].join('\n');

function faultOfInner(field: Field, text: string): string | undefined {
  if (text === '') return field.required ? `“${field.label}”要填写` : undefined;
  const understood = understand(field, text);
  return 'fault' in understood ? faultText(understood.fault) : undefined;
}
