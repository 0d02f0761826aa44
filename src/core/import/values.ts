import type { Field } from '../announcement/field.ts';
import { partyKey, partyName } from '../announcement/party.ts';
import { remarkBehind } from '../announcement/remark-behind.ts';
import { understand, type Answer } from '../drafting/draft.ts';
import { maskPersonal } from '../privacy.ts';
import { isKnownLabel, plainLabel } from './label.ts';

/** What a text is as the value of a field: the answer with its value, why it is doubtful, or that it says none. */
export type Reading =
  { answer: Answer; value: unknown } | { doubt: string; shown: string } | { nothing: true };

/** A text that leaves open what it should say. */
const NO_VALUE =
  /^(?:[/／\\—–_\-*]{1,8}|[xXｘＸ×]{1,8}|无|没有|略|（略）|暂无|待定|未定|空|不适用|另行(?:通知|公告|公布|确定)|(?:详细内容|具体)?(?:详见|见|参见|参照|详阅).{0,60}|(?:以|按).{0,30}(?:文件|公告)(?:为准|规定|要求)?|年月日)[。；]?$/u;

/** What a form has before somebody fills it in: ____年__月__日至__年__月__日, XX万元, 待采购人确认后补充. */
const UNFILLED =
  /^(?:[\s_＿xXｘＸ×*＊年月日时分秒点亿万元至到~～\-—－.．。·…（）()【】[\]、：:]*|(?:自.{0,20}起)?[\s_＿xXｘＸ×*＊]*(?:个?(?:工作日|日历天|月|天))?|[（(【[]?待.{0,20}(?:定|确认|补充|填写?|公布|通知)[）)】\]]?)[。；]?$/u;

/** Fields in which 无 is an answer to what the form asks. */
const SAYS_NONE: ReadonlySet<string> = new Set(['资格要求', '优先权']);

/** Fields of text that name who takes part. */
const isName = ({ role, party }: Field): boolean =>
  party === true || role === 'principal' || role === 'agency' || role === 'winner';

/** Reads what a page states under the name of a field. A value is that alone, and nothing is made up for it. */
export function readingOf(field: Field, written: string, isOpen: boolean): Reading {
  const text = (field.kind?.name === 'code' ? withoutOtherCode : clean)(clean(ticked(written)));
  const saysNone = text === '无' && SAYS_NONE.has(field.label);
  if (UNFILLED.test(text) || (NO_VALUE.test(text.replace(/\s/gu, '')) && !saysNone)) return { nothing: true };
  // A label in the place of a value: the form was left empty.
  if ((field.kind ?? field.item)?.name === 'text' && isKnownLabel(plainLabel(text))) return { nothing: true };
  const shown = maskPersonal(text);
  if (shown !== text) return { doubt: '里面有手机号码或者证件号码，不能直接公开', shown };
  const problem = problemOf(field, text, isOpen);
  if (problem !== undefined) return problem === OPEN ? { nothing: true } : { doubt: problem, shown };
  const understood = understand(field, field.shape === 'values' ? itemsIn(text) : text);
  if (!('fault' in understood)) return { answer: understood.answer, value: understood.value };
  const split = field.kind && remarkBehind(field, text);
  const head = split && understand(field, split.head);
  if (head && !('fault' in head) && isRate(head.value) && /\d\s*[亿万]?元/u.test(split.rest))
    return { doubt: '既有单价或者比例，又有金额', shown };
  // Words are no value before a remark: 按标准计取，共3.6万元 says both.
  if (head && !('fault' in head) && !isWords(head.value)) return { answer: head.answer, value: head.value };
  return { doubt: understood.fault.message, shown };
}

/** Of boxes to tick, □是 ☑否, the words behind the only tick; none where none is ticked. */
function ticked(written: string): string {
  const boxes = [...written.trim().matchAll(/([□☐☑☒√✓✔])\s*([^□☐☑☒√✓✔]*)/gu)];
  if (boxes.length < 2 || boxes[0]!.index > 0) return written;
  const [chosen, ...more] = boxes.filter(([, box]) => !/[□☐]/u.test(box!));
  if (!chosen) return '';
  return more.length > 0 ? written : chosen[2]!.replace(/[\s\p{Zs}、，,；;]+$/u, '');
}

/** By what a price is reckoned, beside which a sum is another value. */
const isRate = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  /^(?:rate|unit-price)$/u.test(String(value.kind));

const isWords = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'words';

const clean = (text: string): string =>
  text
    .replace(/[\u200b\ufeff]/gu, '')
    .replace(/^[\s\p{Zs}:：]+|[\s\p{Zs}]+$/gu, '')
    .replace(/^([¥￥]?[\d.,，]+)\s*[（(]([亿万]?元)[）)]$/u, '$1$2')
    .replace(
      /^[（(]?(?:人民币)?大写[）)]?[:：]?\s*([零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]+)[\s，,；;、（(]*小写[）)]?[:：]?\s*([¥￥]?\d[\d.,，]*)(万?元)?[）)]?$/u,
      '$2$3（$1）',
    )
    .replace(/（组织本项目采购活动的具体工作人员姓名）$/u, '')
    .replace(/（以下(?:简称|称)[^（）]*）$/u, '')
    .replace(/\s*（(?:盖章|公章|盖单位章|加盖公章)）$/u, '')
    .replace(/[。；;，,、]$/u, '');

/** A code without another that stands behind it: GM-2026-1（招标文件编号：…）. */
const withoutOtherCode = (text: string): string =>
  text.replace(/[（(][^（）()：:]*(?:编号|文号)[：:][^（）()]*[）)]$/u, '').trim();

const OPEN = 'open';

/** How to reach somebody, behind a name or an address. */
const CONTACT = /[\s\p{Zs}，,；;、（(](?:邮编|邮政编码|传真|(?:联系)?电话|联系人)/u;

/** Behind a word: 示例工程①, 示例工程（注1）. */
const FOOTNOTE = /(?:[①-⑳⁰¹²³⁴-⁹※＊*]|[（([［]注\s*\d*[）)\]］])$/u;

/** What a value says of one lot is not said of the whole: 第一包：12万元；第二包：8万元. */
const OF_LOT =
  /第?(?:[一二三四五六七八九十\d]{1,3}|[A-Z])(?:标段|标包|包)|(?:标段|标包|包组?)[一二三四五六七八九十\dA-Z]{1,3}/u;

/** Why a text cannot be the value of a field though its kind may read it; `OPEN` where it only goes on elsewhere. */
function problemOf(field: Field, text: string, isOpen: boolean): string | undefined {
  const kind = field.kind?.name ?? field.item?.name;
  const isConsortium = isName(field) && /[（(](?:联合体)?(?:主|成|牵头|成员)[^（）()]*[）)]/u.test(text);
  const isLong = (/[\n：]|[:；;]/u.test(text) && !isConsortium) || /\d{7}/u.test(text);
  if (isName(field) || /地址$|^联系人$|负责人$/u.test(field.label)) {
    const longest = field.label === '联系人' || field.label === '项目负责人' ? 20 : 80;
    if (isName(field) && /\d\s*(?:[%％年]|[亿万]?元)/u.test(text)) return '后面还有别的内容';
    if (CONTACT.test(text)) return '后面还有别的内容';
    const isList = /(?:^|\s)\d{1,2}[、.．]/u.test(text);
    return isLong || isList || text.length > longest ? '后面还有别的内容' : undefined;
  }
  if ((isName(field) || kind === 'code' || field.label === '项目名称') && FOOTNOTE.test(text))
    return '后面有脚注的记号';
  if (kind === 'phone' && /传真|fax/iu.test(text)) return '里面有传真号码';
  if (OF_LOT.test(text) && kind !== 'text' && kind !== 'code') return '按标段、包分开写';
  if (kind === 'code')
    return /[-—–／/（(]$|[\n：:；;，。、]|\p{Script=Han}{9}/u.test(text) ? '不像一个编号' : undefined;
  if (field.label === '监督部门' && /(?:监督|监管)(?:部门|机构|单位)(?:为|是)/u.test(text)) return '是一句话';
  if (/(?:部门|地点)$/u.test(field.label) && (/\d{7}/u.test(text) || CONTACT.test(text)))
    return '后面还有别的内容';
  if (kind === 'days' || kind === 'term') return isLong || text.length > 40 ? '后面还有别的内容' : undefined;
  if (kind !== 'text') return undefined;
  if (/(?:[：:]|如下|以下(?:条件|要求|内容)?)$/u.test(text)) return OPEN;
  return isOpen && !text.endsWith('。') ? OPEN : undefined;
}

/** The items of a list in one line: apart by signs outside of brackets, or by blanks between words. */
function itemsIn(text: string): readonly string[] {
  const bySign = text.split(/[、，,；;\n](?![^（(]*[）)])/u).map((item) => item.trim());
  if (bySign.length > 1) return bySign.filter((item) => item !== '');
  const byBlank = text.split(/[\s\p{Zs}]+/u);
  return byBlank.every((item) => item.length >= 2) ? byBlank : [text];
}

/** The same for values that mean the same: two spellings of a unit, a sum in two units. */
export function keyOf(field: Field, value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return isName(field) ? partyKey(value) : partyName(value);
}
