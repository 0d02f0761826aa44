import type { Field } from '../announcement/field.ts';
import { momentsJoined } from '../announcement/joined-names.ts';
import { DAY_IN_TEXT, HOUR_ENDS, HOUR_IN_TEXT } from '../announcement/moment-in-text.ts';
import type { Flow } from './flow.ts';
import { withoutOrdinal } from './label.ts';
import { pairsInLine } from './line-pairs.ts';
import type { Stated } from './stated.ts';

/** Kinds of values that a sentence can state so that their end is sure. */
const FORMS: Readonly<Record<string, string>> = {
  instant: `${DAY_IN_TEXT}${HOUR_IN_TEXT}${HOUR_ENDS}`,
  date: `${DAY_IN_TEXT}(?!\\s*\\d)`,
  price: '(?:人民币)?\\s*[¥￥]?\\s*\\d[\\d,，]*(?:\\.\\d+)?\\s*(?:亿元|万元|元)(?!\\s*[/／每整至到~～-])整?',
  days: '(?:\\d{1,4}|[一二三四五六七八九十百]{1,6})\\s*(?:个?日历天|日历日|天)(?!\\s*[至到~～—－-])',
};

/** What may stand between a name and its value. */
const BETWEEN = '\\s*(?:[（(][^（）()]{0,30}[）)])?\\s*(?:均?为|是|[:：])\\s*';
/** Where a name begins that stands for itself: behind other words, 一期预算金额, it may be of a part. */
const BEGINS =
  '(?<=^|[，。；：、,;:（(\\s\\p{Zs}]|[本该](?:项目|工程)|本次(?:招标|采购)?|本(?:招标|采购)项目)';

interface Pattern {
  /** Of the field; of several that one moment is said of, as they stand. */
  label: string | undefined;
  form: RegExp;
}

const known = new WeakMap<readonly Field[], readonly Pattern[]>();

/** How sentences state the fields of a form, made once for each. */
function patternsOf(form: readonly Field[]): readonly Pattern[] {
  const made = known.get(form) ?? [...form.flatMap(patternFor), ...patternsOfJoined(form)];
  known.set(form, made);
  return made;
}

function patternFor(field: Field): readonly Pattern[] {
  const value = FORMS[field.kind?.name ?? ''];
  if (value === undefined || field.shape !== 'scalar') return [];
  const either = anyNameOf([field]);
  if (either === '') return [];
  // 计划工期540日历天 needs no word between.
  const between = field.kind?.name === 'days' ? `(?:${BETWEEN})?` : BETWEEN;
  return [
    { label: field.label, form: new RegExp(`${BEGINS}(?<name>${either})${between}(?<value>${value})`, 'gu') },
  ];
}

/** 投标截止时间（开标时间）为…, 投标截止时间和开标时间均为…: one moment that is said of several fields. */
function patternsOfJoined(form: readonly Field[]): readonly Pattern[] {
  const any = anyNameOf(form.filter(({ kind, shape }) => kind?.name === 'instant' && shape === 'scalar'));
  if (any === '') return [];
  const joined = `(?:${any})(?:\\s*(?:[、和及与/／暨兼即]|[（(](?:即|同|也是)?)\\s*(?:${any})(?:[，,]下同)?[）)]?)+`;
  return [
    {
      label: undefined,
      form: new RegExp(`${BEGINS}(?<name>${joined})${BETWEEN}(?<value>${FORMS['instant']!})`, 'gu'),
    },
  ];
}

/** Any of the names of fields that are long enough to stand in a sentence, the longest first; '' where none is. */
const anyNameOf = (fields: readonly Field[]): string =>
  fields
    .flatMap(({ label, alsoCalled }) => [label, ...alsoCalled])
    .filter((name) => name.length >= 4 && !/[（）]/u.test(name))
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/(?<!的)(?=截止)/u, '的?'))
    .join('|');

/**
 * What sentences state of the fields of a form: 投标文件递交的截止时间（…）为2026年3月25日9时30分. Only kinds of which the
 * end is sure; a line that is a pair is no sentence.
 */
export function statedInSentences(flow: Flow, form: readonly Field[]): readonly Stated[] {
  const patterns = patternsOf(form);
  return flow.flatMap((item) => {
    if (item.kind !== 'line') return [];
    const codes = form.some(({ key }) => key === 'projectCode') ? codesIn(item.text, item.line) : [];
    if (pairsInLine(item.text).length > 0) return codes;
    // 5.1投标截止时间: the number before a sentence is none before the name.
    const sentence = withoutOrdinal(item.text).rest;
    const own = patterns.flatMap((pattern) =>
      matchesOf(pattern, sentence, form).map(({ 0: words, groups }) =>
        statedAs(pattern.label ?? groups!['name']!, groups!['name']!, groups!['value']!, words, item.line),
      ),
    );
    return [
      ...codes,
      ...own,
      ...partiesIn(item.text, item.line),
      ...periodIn(item.text, item.line),
      ...consortiumIn(item.text, item.line),
    ];
  });
}

/** Behind the name of a project its code, 某某工程（项目编号：…）. */
const codesIn = (text: string, line: number): readonly Stated[] =>
  [
    ...text.matchAll(
      /[（(]((?:招标|采购|交易)?项目编号|(?:招标|采购)编号)\s*[:：]\s*([^（）()：:，,；;。\s]{4,60})[）)]/gu,
    ),
  ].map(([words, label, value]) => statedAs('项目编号', label!, value!, words, line));

/** What the name of a unit ends with, and words that make a sentence of it: 招标人为加快建设的… */
const UNIT =
  '[^，。；、,;：:（）()\\s]{3,40}?(?:公司|集团|局|院|所|中心|厅|委员会|办公室|办事处|政府|学校|大学|学院|中学|小学|医院|管理处|指挥部|厂|站|馆|合作社)';
const PARTY = new RegExp(
  `(?<=^|[，。；,;])\\s*(招标人|采购人|招标代理机构|采购代理机构|出让人)为\\s*(${UNIT})\\s*(?=[，。；,;]|$)`,
  'gu',
);

/** 招标人为某某局，招标代理机构为某某公司。 */
const partiesIn = (text: string, line: number): readonly Stated[] =>
  [...text.matchAll(PARTY)].flatMap(([words, label, unit]) =>
    /[了的]|加快|保证|满足|确保|提高|做好/u.test(unit!) ? [] : [statedAs(label!, label!, unit!, words, line)],
  );

const PERIOD = new RegExp(
  `(?:于|在|自|从)\\s*(${DAY_IN_TEXT}(?:${HOUR_IN_TEXT})?)\\s*(?:[（(][^（）()]*[）)]\\s*)?(?:起)?(?:至|到)\\s*((?:${DAY_IN_TEXT}|\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日)(?:${HOUR_IN_TEXT})?)`,
  'gu',
);

/** 请于某日至某日，登录平台下载招标文件: the only period of a sentence about getting documents. */
function periodIn(text: string, line: number): readonly Stated[] {
  const isOfDocuments =
    /(?:招标|采购|磋商|谈判|资格预审|询价|征集)文件/u.test(text) && /获取|下载|领取|购买|发售/u.test(text);
  const [first, ...more] = isOfDocuments ? text.matchAll(PERIOD) : [];
  if (!first || more.length > 0) return [];
  const [words, from, until] = first;
  return [statedAs('文件获取时间', '文件获取时间', `${from!}至${until!}`, words, line)];
}

/** 本项目不接受联合体投标。 */
function consortiumIn(text: string, line: number): readonly Stated[] {
  const match =
    /^(?:[\d.、（）()一二三四五六七八九十]*\s*)本(?:项目|次招标|次采购)\s*[（(]?\s*(不?接受)\s*[）)]?\s*联合体(?:投标|参加|响应|参与|磋商)?[。；;]?$/u.exec(
      text.trim(),
    );
  if (!match) return [];
  return [statedAs('接受联合体', '接受联合体', match[1] === '接受' ? '是' : '否', match[0], line)];
}

/** Names that a sentence joins count where they are of several fields; those of one are found by its own pattern. */
const matchesOf = ({ label, form }: Pattern, sentence: string, fields: readonly Field[]): RegExpExecArray[] =>
  [...sentence.matchAll(form)].filter(
    ({ groups }) => label !== undefined || momentsJoined(groups!['name']!, fields).length > 1,
  );

const statedAs = (name: string, label: string, value: string, words: string, line: number): Stated => ({
  label,
  value: value.replace(/(?<=\d)\s+|\s+(?=\d)/gu, ''),
  name,
  isOfLot: false,
  isOpen: false,
  evidence: { rule: '段落', words: [...words].slice(0, 60).join(''), line },
});
