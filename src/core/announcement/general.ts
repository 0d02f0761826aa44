import * as dated from './dated.ts';
import { date, deadline, text } from './field.ts';
import { corrections } from './every-type.ts';
import { legacy } from './legacy.ts';
import * as party from './parties.ts';
import { typesOf } from './type.ts';

/** Fields of general notices in the order of the official form. */
const fields = {
  issuer: text({
    label: '发布单位',
    help: '落款单位全称。',
    example: '示例市公共资源交易中心高明分中心',
    role: 'principal',
  }),
  documentCode: text({
    label: '文号',
    help: '发文字号，没有就不写。',
    example: '高明交易〔2026〕3号（示例）',
  }),
  commentsUntil: deadline({
    label: '反馈截止',
    help: '征求意见的截止时间。',
    example: '2026-04-10 17:00',
    role: 'deadline',
    ...dated.commentsUntil,
  }),
  publicityFrom: party.publicityFrom,
  publicityUntil: party.publicityUntil,
  effectiveFrom: date({ label: '生效日期', help: '通知从哪一天起执行。', example: '2026-04-01' }),
  effectiveUntil: date({
    label: '失效日期',
    help: '通知执行到哪一天。',
    example: '2026-04-05',
    ...dated.effectiveUntil,
  }),
  subject: text({ label: '当事人', help: '被处罚的单位。', example: '广东示例建筑工程有限公司' }),
  decisionCode: party.decisionCode,
  decidedOn: party.decidedOn,
  outcome: party.outcome,
  supervisor: party.supervisor,
  corrections,
  reason: party.reason,
  objectionChannel: party.objectionChannel,
  contactName: party.contactName,
  contactPhone: party.contactPhone,
} as const;

const type = typesOf('general', fields);
const contact = ['contactName', 'contactPhone', 'documentCode'] as const;

/** The types of general notices. */
export const generalTypes = [
  type('notice', {
    term: '通知',
    stage: 'notice',
    link: 'may',
    follows: ['notice', 'public-notice', 'consultation'],
    must: ['issuer'],
    may: [...contact, 'effectiveFrom', 'effectiveUntil'],
  }),
  type('public-notice', {
    term: '公告',
    stage: 'notice',
    link: 'may',
    follows: ['notice', 'public-notice', 'publicity-notice', 'consultation'],
    must: ['issuer'],
    may: [...contact, 'effectiveFrom', 'effectiveUntil'],
  }),
  type('publicity-notice', {
    term: '公示',
    stage: 'notice',
    link: 'never',
    must: ['issuer', 'publicityFrom', 'publicityUntil'],
    may: [...contact, 'objectionChannel'],
  }),
  type('consultation', {
    term: '征求意见',
    also: ['征集意见公告'],
    stage: 'notice',
    link: 'never',
    must: ['issuer', 'commentsUntil'],
    may: contact,
  }),
  type('penalty-decision', {
    term: '行政处罚公示',
    stage: 'notice',
    link: 'never',
    must: ['issuer', 'subject', 'decisionCode', 'decidedOn', 'outcome'],
    may: [...contact, 'supervisor'],
  }),
  type('correction-notice', {
    term: '更正公告',
    stage: 'correction',
    link: 'must',
    follows: ['notice', 'public-notice', 'publicity-notice', 'consultation', 'penalty-decision'],
    must: ['issuer', 'corrections', 'reason'],
    may: contact,
  }),
  type('legacy', legacy(fields)),
] as const;
