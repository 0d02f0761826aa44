import * as dated from './dated.ts';
import { choice, code, count, date, days, phone, price, start, text, uscc, yesNo } from './field.ts';

/** Fields whose term and meaning are the same wherever they occur, to be spread into a category's own fields. */
export const projectCode = code({
  label: '项目编号',
  help: '本项目所有公告用同一个编号，它也是项目网页地址的一部分。',
  example: 'GM-JS-2026-012',
  order: 10,
});
export const projectName = text({
  label: '项目名称',
  help: '项目全称；与标题里的项目名称一致。',
  example: '沿江路市政道路改造工程',
  order: 20,
});
export const contactName = text({
  label: '联系人',
  help: '可写“项目部”“陈工”，不必写全名。',
  example: '陈工',
  block: 'contact',
  order: 30,
});
export const contactPhone = phone({
  label: '联系电话',
  help: '办公电话，带区号；几个号码之间用“、”。只有手机的，检查会提醒，在“例外”里写明原因。',
  example: '0757-00000012',
  block: 'contact',
  order: 40,
});
export const supervisor = text({
  label: '监督部门',
  help: '受理投诉的行政监督部门。',
  example: '高明区示例住房建设局',
  block: 'contact',
  order: 20,
});
export const supervisorPhone = phone({
  label: '监督电话',
  help: '监督部门的办公电话，带区号。',
  example: '0757-00000300',
  block: 'contact',
  order: 25,
});
export const objectionChannel = text({
  label: '异议渠道',
  help: '向谁、以什么方式提出异议。',
  example: '公示期内以书面形式向招标人提出，电话 0757-00000012',
  block: 'contact',
  order: 10,
});
export const publicityFrom = date({
  label: '公示开始',
  help: '公示的第一天。',
  example: '2026-04-01',
  role: 'publicity-from',
  ...dated.publicityFrom,
});
export const publicityUntil = date({
  label: '公示结束',
  help: '公示的最后一天，当天仍在公示。',
  example: '2026-04-07',
  role: 'publicity-until',
  ...dated.publicityUntil,
});
export const reason = text({ label: '原因', help: '用一两句话写清为什么。', example: '投标人少于三个' });
export const winnerCode = uscc({
  label: '中标人统一社会信用代码',
  group: 'other',
  help: '18 位代码，系统会核对校验位。',
  example: '91440608MA0000000L',
});
export const signedOn = date({ label: '签订日期', help: '合同双方签字盖章的日期。', example: '2026-04-20' });
export const contractCode = code({ label: '合同编号', help: '合同上的编号。', example: 'GM-JS-2026-012-HT' });
export const contractName = text({
  label: '合同名称',
  help: '合同上的名称。',
  example: '沿江路市政道路改造工程施工合同',
});
export const contractFen = price({
  label: '合同金额',
  help: '合同总价，必须带单位。',
  example: '341.2万元',
  role: 'price',
});
export const contractTerm = text({
  label: '履行期限',
  help: '合同的履行期限。',
  example: '2026年5月1日至2026年10月27日',
});
export const contractPlace = text({
  label: '履行地点',
  help: '合同在哪里履行。',
  example: '高明区示例小学校内',
});
export const acceptedOn = date({ label: '验收日期', help: '验收完成的日期。', example: '2026-11-02' });
export const resumeAt = start({
  label: '恢复时间',
  help: '预计恢复的时间；不能确定就不写。',
  example: '2026-04-20 09:00',
});
export const resumedAt = start({
  label: '恢复时间',
  help: '从什么时间起恢复；公告没有写就不写。',
  example: '2026-04-20 09:00',
});
export const terminatedOn = date({
  label: '终止日期',
  help: '合同从哪一天起终止。',
  example: '2026-08-31',
});
export const decidedOn = date({
  label: '决定日期',
  help: '作出决定或者答复的日期。',
  example: '2026-04-08',
  ...dated.decidedOn,
});
export const decisionCode = text({
  label: '文书编号',
  help: '决定书或者答复函的编号。',
  example: '高财采决〔2026〕1号（示例）',
});
export const complainant = text({
  label: '提出人',
  help: '提出异议或者投诉的单位。',
  example: '广东示例建筑工程有限公司',
});
export const outcome = text({
  label: '处理结果',
  help: '一句话写明结论，理由写在正文。',
  example: '投诉事项不成立，驳回投诉',
});
export const refund = text({
  label: '费用退还',
  help: '文件费用和保证金怎样退还。',
  example: '投标保证金于五个工作日内原路退还',
});
export const retender = yesNo({
  label: '重新招标',
  group: 'other',
  help: '前一次流标或者终止后重新招标的，写“是”，并在关联公告里写前一次的流标或终止公告。',
});
export const consortium = yesNo({
  label: '接受联合体',
  help: '是否接受联合体参加。',
  part: 'qualification',
});
export const durationDays = days({ label: '工期', help: '日历天数。', example: '180日历天' });
export const bidderCount = count({
  label: '投标人数量',
  help: '在截止时间前递交文件的单位数。',
  example: '5家',
});
export const lotOutcome = choice(
  { awarded: '成交', failed: '流标', cancelled: '废标', unsold: '未成交', terminated: '终止' },
  { label: '结果', help: '这个标段（包、标的）的结果：成交，或者流标、废标、未成交、终止。' },
  { 中标: 'awarded', 已成交: 'awarded', 流拍: 'unsold' },
);
