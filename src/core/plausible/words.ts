import { typeOf } from '../announcement/schema.ts';
import type { Finding } from '../diagnostic.ts';
import { attachmentReferred } from '../rules/attached-text.ts';
import type { Matter } from '../rules/matter.ts';

/** An act of stopping the matter itself, not the text of a law that says when one may or must. */
const STOPS =
  /(?:现|特此|决定|即日起|暂时)[^。；\n]{0,12}(?:暂停|中止)(?!.{0,4}资格)|(?:本项目|本次(?:招标|采购|出让|交易)|招标活动|采购活动|挂牌活动|拍卖活动|交易活动)[^。；，\n]{0,8}(?:暂停|中止)(?!.{0,4}资格)/u;

/** Words under which the same sentence is none of an act: a condition, a rule, a resumption. */
const NO_ACT =
  /恢复|解除|如(?:遇|因|果|发生|需|有)|若|应当|可以|有权|将(?:被|会)?(?:暂停|中止)|情形|不(?:得|会)?(?:暂停|中止)|的[，,]/u;

/** What the words of an announcement say that its fields do not. */
export const checkText = (matter: Matter): readonly Finding[] => [
  ...attachmentMissing(matter),
  ...stoppedInWords(matter),
];

function attachmentMissing({ id, body, attachments, facts }: Matter): readonly Finding[] {
  if (attachments.length > 0 || facts.originalUrl !== undefined || /\]\(|https?:\/\//u.test(body)) return [];
  const said = attachmentReferred(body);
  if (said === undefined) return [];
  return [
    {
      code: 'C211',
      id,
      at: 'type',
      message: `正文写了“${said}”，公告没有附件`,
      help: '把文件放进公告的文件夹，写进“附件”；附件在别处发布的，在正文里写明网址',
    },
  ];
}

function stoppedInWords({ id, category, type, facts, body }: Matter): readonly Finding[] {
  const { stage } = typeOf(category, type);
  if (stage === 'answer' || stage === 'correction') {
    const sentence = [facts.title ?? '', facts.reason ?? '', ...body.split(/[。；\n]/u)].find(
      (one) => STOPS.test(one) && !NO_ACT.test(one),
    );
    return sentence === undefined ? [] : [stopped(id, sentence)];
  }
  const title = facts.title ?? '';
  const stops = /(?:暂停|中止)(?:[^资]{0,6})?公告/u.test(title) && !/恢复/u.test(title);
  return stage === 'call' && stops ? [stopped(id, title)] : [];
}

const stopped = (id: string, sentence: string): Finding => ({
  code: 'C212',
  id,
  at: 'type',
  message: `文字里说“${sentence.trim().slice(0, 40)}”，公告的类型不是暂停`,
  help: '另发暂停（中止）公告，大屏、日历和列表才知道；没有暂停的用“例外”写明',
});
