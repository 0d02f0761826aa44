import { CATEGORIES, type Category } from '../core/announcement/category.ts';
import type { Field } from '../core/announcement/field.ts';
import { LEGACY } from '../core/announcement/legacy.ts';
import { fieldNamed } from '../core/announcement/field.ts';
import { formOf, typeOf } from '../core/announcement/schema.ts';
import type { TypeSpec } from '../core/announcement/type.ts';
import {
  ATTACHMENTS_LABEL,
  BODY_LABEL,
  understand,
  type Answer,
  type Answers,
} from '../core/drafting/draft.ts';
import { toMarkdown as toFile } from '../core/drafting/write.ts';
import type { Written } from '../core/import/markdown.ts';
import type { Recognised } from '../core/import/recognise.ts';
import { textOf } from '../core/import/tree.ts';
import type { Standing } from './addresses.ts';
import { faultsAlone, type Fault } from './check-alone.ts';
import type { Article } from './article.ts';
import type { CarriedFile, PageDraft, PageRecord, Told } from './page-record.ts';
import { isPersonal, masked, withoutPersonal } from './personal.ts';
import type { PageJob, Reading } from './reading.ts';

interface Material {
  article: Article;
  known: Recognised;
  written: Written;
  reading: Reading;
  job: PageJob;
  opened: { page: string; sha256: string; modified: number; standing: Standing };
  files: readonly CarriedFile[];
}

interface Composed {
  draft: PageDraft;
  record: Pick<
    PageRecord,
    'title' | 'category' | 'type' | 'publishedAt' | 'projectCode' | 'isWhole' | 'missing' | 'doubtful'
  >;
  told: readonly Told[];
  /** Whether numbers of persons stand in what would be written, and whether they are covered. */
  isPersonal: boolean;
  isMasked: boolean;
}

/** A link that stands in for the earlier announcement while it is not known which it is. */
const SOME_ANNOUNCEMENT = 'import-link-0000';

/** Puts together what was found in a page: the answers of a form, each with its evidence, and what is missing in it. */
export function compose(material: Material): Composed {
  const { article, known, written, job, opened } = material;
  const category = job.answers?.category ?? known.category;
  const spec = specFor(material, category);
  const told: Told[] = [];
  const evidence: Record<string, PageDraft['evidence'][string]> = {};
  const found = valuesOf(material, spec, evidence, told);
  const when = dateOf(material, told);
  if (!category) told.push(unknownCategory(material));
  if (category && known.removed.length > 0)
    told.push({
      code: 'G109',
      message: `标题里的${known.removed.map((one) => `“${one}”`).join('')}是状态，已经去掉`,
    });
  const title = masked(plainTitle(known.title));
  const whole: Answers = {
    标题: plainTitle(known.title),
    ...(when !== undefined && { 发布时间: when }),
    ...found,
    ...fromPage(material),
  };
  const words = Object.values(whole).map(printed).join('\n');
  const personal = isPersonal(`${words}\n${written.markdown}`);
  const isMasked = personal && job.answers?.mask === true;
  if (personal)
    told.push({
      code: 'G107',
      message: '正文或者各栏里有手机号、身份证号或者银行卡号，原文不能公开',
      help: '看过以后在 import-answers.yaml 里写 遮盖: 是，号码中间几位会盖住，原文不放进 content',
    });
  const answers = isMasked ? { ...withoutPersonal(whole), 标题: title } : whole;
  const body = isMasked ? masked(written.markdown) : written.markdown;
  const formerType = formerTypeOf(material, spec);
  const draft: PageDraft = {
    page: opened.page,
    answers,
    body,
    links: {},
    files: material.files,
    formerType,
    evidence,
    seen: seenOf(article),
  };
  const faults = category && when !== undefined ? faultsOf(draft, spec, category) : undefined;
  for (const fault of faults?.asLegacy ?? [])
    told.push({
      code: 'G132',
      message: `通不过检查：${fault.message}（${fault.code}）`,
      help: '这一页要人来写：npm run new',
    });
  return {
    draft,
    record: {
      title: answerText(answers['标题']) ?? '',
      ...(category && { category }),
      ...(spec && { type: spec.id }),
      ...(when !== undefined && { publishedAt: when }),
      ...(typeof answers['项目编号'] === 'string' && { projectCode: answers['项目编号'] }),
      isWhole: spec !== undefined && spec.id !== LEGACY && faults?.asType?.length === 0,
      missing: [...new Set((faults?.asType ?? []).flatMap(({ field, code }) => field ?? code))],
      doubtful: known.doubtful.map(({ label }) => label),
    },
    told,
    isPersonal: personal,
    isMasked,
  };
}

const answerText = (answer: Answer | undefined): string | undefined =>
  typeof answer === 'string' ? answer : undefined;

const printed = (answer: Answer): string =>
  typeof answer === 'string'
    ? answer
    : answer.map((item) => (typeof item === 'string' ? item : Object.values(item).join('\n'))).join('\n');

const plainTitle = (title: string): string => title.replace(/\s+/gu, ' ').trim();

function specFor({ known, job }: Material, category: Category | undefined): TypeSpec | undefined {
  const said =
    job.answers?.type ??
    (job.column !== 'left-out' && job.answers?.category === undefined ? job.column?.type : undefined);
  if (category && said !== undefined) return typeOf(category, said);
  return known.type?.category === category ? known.type : undefined;
}

const unknownCategory = ({ known, article }: Material): Told => ({
  code: 'G118',
  message: `看不出是哪一类公告${article.breadcrumb.length > 0 ? `（栏目：${article.breadcrumb.join(' > ')}）` : ''}`,
  help: '在 import-map.yaml 里给它的栏目写上类别，或者在 import-answers.yaml 里给这一页写 类别: …',
  ...(known.typeCandidates.length > 0 && {
    candidates: known.typeCandidates.map((spec) => ({
      text: `${CATEGORIES[spec.category]} ${spec.term}`,
      rule: '标题',
      words: known.title,
    })),
  }),
});

/** The values of fields: those of answers before those that were recognised. What a field cannot hold is told. */
function valuesOf(
  { known, job, reading }: Material,
  spec: TypeSpec | undefined,
  evidence: Record<string, PageDraft['evidence'][string]>,
  told: Told[],
): Answers {
  const values: Record<string, Answer> = {};
  const inDoubt = new Set(known.doubtful.map(({ label }) => label));
  for (const { field, answer, evidence: at } of known.values) {
    if (inDoubt.has(field.label)) continue;
    const kept = field.label === '地区' ? regionOf(answer, reading) : answer;
    if (kept === undefined) continue;
    values[field.label] = kept;
    evidence[field.label] = { ...at };
  }
  for (const { label, why, candidates } of known.doubtful) {
    told.push({
      code: 'G121',
      label,
      message: `“${label}”${why}`,
      help: `在 import-answers.yaml 里写 ${label}: …，选一个；不写就不填这一栏`,
      candidates: candidates.map((one) => ({
        text: one.text,
        rule: one.evidence.rule,
        words: one.evidence.words,
      })),
    });
  }
  const unsaid = reading.map.regions[UNSAID];
  if (values['地区'] === undefined && unsaid !== undefined && reading.regions.includes(unsaid)) {
    values['地区'] = unsaid;
    evidence['地区'] = { rule: '栏目', words: `${UNSAID}: ${unsaid}`, line: 0 };
  }
  const form = spec ? formOf(spec) : [];
  for (const [label, answer] of Object.entries(job.answers?.values ?? {})) {
    if (label === '标题' || label === '发布时间') continue;
    const fault = faultOfAnswer(form, label, answer);
    if (fault === undefined) values[label] = answer;
    else
      told.push({
        code: 'G121',
        message: `import-answers.yaml 里的“${label}”不能用：${fault}`,
        help: '改好以后再导入一次',
      });
    if (fault === undefined) evidence[label] = { rule: '回答', words: '', line: 0 };
  }
  return values;
}

/** What the map calls the region of pages that name none, by the word of the office. */
const UNSAID = '没有写明';

function faultOfAnswer(form: readonly Field[], label: string, answer: Answer): string | undefined {
  const field = fieldNamed(form, label);
  if (!field) return `这种公告没有“${label}”这一栏`;
  const understood = understand(field, answer);
  return 'fault' in understood ? understood.fault.message : undefined;
}

/** A region by the name that this site has for it; nothing where it has none. */
function regionOf(answer: Answer, { map, regions }: Reading): string | undefined {
  if (typeof answer !== 'string') return undefined;
  const ours = map.regions[answer] ?? answer;
  return regions.includes(ours) ? ours : undefined;
}

/** Announcements of before this year were put on no web site of this kind. */
const FIRST_YEAR = '2000';

/** A page cannot be published after it was saved; one day is left for clocks. */
const DAY = 86_400_000;

function dateOf({ article, job, opened }: Material, told: Told[]): string | undefined {
  const said = job.answers?.values['发布时间'];
  if (typeof said === 'string') return said;
  const when = article.publishedAt?.text;
  if (when === undefined) {
    if (!article.doubts.some(({ code }) => code === 'G104' || code === 'G123'))
      told.push({
        code: 'G123',
        message: '找不到发布时间',
        help: '在 import-answers.yaml 里写 发布时间: 2018-03-01 09:00（只知道日期的写日期）',
      });
    return undefined;
  }
  const day = when.slice(0, 10);
  const isDoubted = article.doubts.some(({ code }) => code === 'G122');
  if (isDoubted) return when;
  if (day < FIRST_YEAR || Date.parse(`${day}T00:00:00+08:00`) > opened.modified + DAY) {
    const why = day < FIRST_YEAR ? `早于 ${FIRST_YEAR} 年` : '晚于保存网页的时间';
    told.push({
      code: 'G122',
      label: '发布时间',
      message: `发布时间 ${when} ${why}`,
      help: '核对以后在 import-answers.yaml 里写 发布时间: …',
      candidates: [
        { text: when, rule: article.publishedAt!.evidence.rule, words: article.publishedAt!.evidence.words },
      ],
    });
  }
  return when;
}

/** What old sites write where they name no source: it would mean this site here. */
const NO_SOURCE = /^(?:本站|本网|本网站|原创|管理员|admin|佚名|网络|未知|互联网|本单位)$/iu;

/** What the page itself is: whose, where it stood, what it looked like, what goes with it. */
function fromPage({ article, opened, reading }: Material): Answers {
  const { standing, sha256 } = opened;
  const origin = standing.host === undefined ? reading.site : `http://${standing.host}`;
  const source = article.source?.text.trim();
  return {
    ...(source && !NO_SOURCE.test(source) && { 来源: source }),
    ...(origin !== undefined && {
      原文网址: `${sameHost(origin, reading.site) ? reading.site! : origin}${standing.address}`,
    }),
    原文校验: `sha256:${sha256}`,
  };
}

const sameHost = (origin: string, site: string | undefined): boolean =>
  site !== undefined && new URL(origin).host === new URL(site).host;

/** What the old site called it: the type that was found, the end of its title, its column. */
function formerTypeOf({ article, known }: Material, spec: TypeSpec | undefined): string {
  if (spec && spec.id !== LEGACY) return spec.term;
  const said =
    /[\p{Script=Han}（）]{2,16}?(?:公告|公示|通知|公开|答疑|澄清|变更|意见)(?=（[^（）]{1,8}）$|$)/u.exec(
      known.title,
    )?.[0];
  const short = said === undefined ? undefined : NAMES_OF_TYPES.exec(said)?.[0];
  const column = article.breadcrumb.findLast((one) => /公告|公示|通知|结果/u.test(one));
  return short ?? column?.trim() ?? '公告';
}

const NAMES_OF_TYPES =
  /(?:资格预审|招标|采购|中标候选人|中标结果|中标|成交|结果|变更|更正|澄清|答疑|流标|废标|终止|暂停|挂牌|拍卖|出让|转让|出租|合同|单一来源|竞争性谈判|竞争性磋商|询价|评标|验收)?(?:结果)?(?:公告|公示|通知|公开)$/u;

/** Longest part of a page that the report shows. */
const LONGEST_SEEN = 6000;

const seenOf = (article: Article): string =>
  article.body.map(textOf).join('\n').slice(0, LONGEST_SEEN).toWellFormed();

/** The errors that it would have under its own type and as 存量公告, taken for itself. */
function faultsOf(
  draft: PageDraft,
  spec: TypeSpec | undefined,
  category: Category,
): { asType?: readonly Fault[]; asLegacy: readonly Fault[] } {
  const names = draft.files.map(({ name }) => name);
  const check = (as: TypeSpec): readonly Fault[] =>
    faultsAlone(
      SOME_ANNOUNCEMENT,
      textFor(draft, as, as.link === 'never' ? undefined : SOME_ANNOUNCEMENT),
      names,
    );
  const asType = spec && spec.id !== LEGACY ? check(spec) : undefined;
  // What is sound under its own type is sound as 存量公告, which asks for less.
  return { ...(asType && { asType }), asLegacy: asType?.length === 0 ? [] : check(typeOf(category, LEGACY)) };
}

/**
 * The file of a draft under a type, with the earlier announcement that it follows.
 * @param leads whether an old address of one of its files leads here
 */
export function textFor(
  draft: Pick<PageDraft, 'answers' | 'body' | 'formerType' | 'files'>,
  spec: TypeSpec,
  related: string | undefined,
  legacyUrls: readonly string[] = [],
  leads: (address: string) => boolean = () => true,
): string {
  const form = formOf(spec);
  const has = (label: string): boolean => form.some((field) => field.label === label);
  return toFile(
    {
      ...draft.answers,
      类别: CATEGORIES[spec.category],
      类型: spec.term,
      ...(spec.id === LEGACY && { 原类型: draft.formerType }),
      ...(related !== undefined && has('关联公告') && { 关联公告: related }),
      ...(legacyUrls.length > 0 && { 旧网址: legacyUrls }),
      ...(draft.files.length > 0 && { [ATTACHMENTS_LABEL]: attachmentsOf(draft.files, leads) }),
      [BODY_LABEL]: draft.body.trim() === '' ? emptyBody(draft.files.length > 0) : draft.body,
    },
    spec,
  );
}

const emptyBody = (hasFiles: boolean): string =>
  hasFiles ? '（原网页没有文字，见附件。）' : '（原网页没有文字，图片或者文件没有保存下来。）';

/** Attachments as the front matter has them. */
const attachmentsOf = (files: readonly CarriedFile[], leads: (address: string) => boolean): Answer =>
  files.map(({ name, label, address }) => ({
    文件: name,
    名称: label,
    // A list within a record, which no question of a form asks for.
    ...(address !== undefined && leads(address) && { 旧网址: [address] as unknown as string }),
  }));
