/**
 * Rows of the register of statutory facts that no rule covers, each with the reason. The ids are the register's; those
 * of 10号令, which it lists by article, are ORDER10 and the article.
 */
export const notChecked: Readonly<Record<string, string>> = {
  'ENG-AWARD-AFTER-CAND': '公示期内不能公布结果由 L111 核对，同一处不重复提示。',
  'ENG-COMPLAINT-10D': '投诉从知道或者应当知道之日起算，公告里没有这个日期。',
  'ENG-REPORT-15D': '向监督部门提交的书面报告不公开发布。',
  'ENG-TERMINATE': '法律只要求“及时”，没有天数可以核对。',
  'ENG-MEDIA': '不同媒介上的内容是否一致，要与别处的网页对照，本站看不到。',
  'ORDER10-5': '公告内容由各类公告的必填栏目保证（F202）；其余允许写在正文里。',
  'ORDER10-6': '候选人、公示期和异议渠道是必填栏目（F202）；评标情况允许写在正文里。',
  'ORDER10-8': '是否已在法定媒介发布，本站看不到。',
  'ORDER10-10': '签名、盖章在原件上，网页文字里没有。',
  'ORDER10-11': '本条只指向其他法律的期限，自己没有数字。',
  'ORDER10-12': '媒介免费发布是对媒介的要求，本站所有公告都可以免费查看。',
  'ORDER10-16': '更正公告必须关联原公告（F202、L101），并显示在原公告的页面上。',
  'GP-RESULT-DOC': '附件名称看不出是不是采购文件；采购文件已经公告过的也可以不再附。',
  'GP-REPORT-2WD': '评审报告送交采购人的日期不公开发布。',
  'GP-DECIDE-5WD': '采购人收到评审报告的日期不公开发布。',
  'GP-CONTRACT-FILE-7WD': '合同备案不公开发布。',
  'GP-CHALLENGE-7WD': '质疑期限写在正文里，没有单独的栏目；正文用语另行检查。',
  'GP-CHALLENGE-REPLY-7WD': '质疑由采购人答复当事人，不公开发布。',
  'GP-COMPLAINT-15WD': '投诉的起算日在当事人手里，公告里没有。',
  'GP-TERMINATE': '法律只要求“及时”，没有天数可以核对；原因是必填栏目（F202）。',
  'GP-MEDIUM-1WD': '指定媒体收到公告的时间本站不知道。',
  'GP-INNOVATION': '还没有合作创新采购这一类公告；出现时先核对原文再加规则。',
  'GP-EMERGENCY': '《紧急采购管理暂行办法》的期限还没有核对；公告写明紧急采购的，各项期限显示“无法判断”。',
  'SOE-WD-DEF': '这是计数方法，由工作日日历实现，不是一项单独的要求。',
  'GEN-PRIVACY': '个人信息另行检查，不属于期限。',
};
