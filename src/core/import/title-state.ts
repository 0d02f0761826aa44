/** What pages glue to a title: states of the matter, marks of a list, counts of readers. */
const STATE =
  /^(?:(?:文件获取|报名|公示|公告|竞价|拍卖|挂牌|进行|投标|开标|评标|招标|采购|交易|受理|办理|公示期)中|(?:正在|即将|已经?|未)(?:报名|招标|公示|开始|截止|结束|开标|评标|成交|过期|终止|中止|完成|下架|截标)|(?:报名|公示|投标|招标|公告)?(?:已)?(?:截止|结束)|置顶|推荐|热门?|最新|新|new!?|hot!?|图文?|附件|附|原创|视频|打印|关闭|收藏|字体[:：]?.*|(?:浏览|点击|访问|阅读)(?:次数|量|数|率)?[:：]?\s*\d*\s*次?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/]\d{1,2})$/iu;

/** Whose column an announcement stood in: 湖北省中心, 某某市, 某某区分中心. */
const PLACE =
  /^[\p{Script=Han}]{1,14}(?:省|市|区|县|旗|镇|乡|街道|州|盟|中心|分中心|平台|本级|市直|区直|省直|省级|市级|区级|县级)$/u;

/** The name of a site behind a title: 某某公共资源交易中心, 某某政府门户网站. */
const SITE = /(?:网|网站|平台|门户|交易中心|服务中心|人民政府|资源中心)$/u;

/** What ends the title of an announcement by itself. */
const ENDS = /(?:公告|公示|通知|通告|公开|结果|意向|计划|决定书?|答复|记录|信息|[）)])$/u;

const OPEN_BRACKET = '[\\[【［]';
const CLOSE_BRACKET = '[\\]】］]';
const BEFORE = new RegExp(`^${OPEN_BRACKET}([^\\[\\]【】［］]{1,20})${CLOSE_BRACKET}\\s*`, 'u');
const BEHIND = new RegExp(
  `\\s*(?:${OPEN_BRACKET}([^\\[\\]【】［］]{1,30})${CLOSE_BRACKET}|[（(]([^（）()]{1,30})[）)])$`,
  'u',
);
const GLUED =
  /(?<=[公告公示知示\])】）])\s*(?:new!?|hot!?|置顶)$|\s+(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)$/iu;
const SITE_BEHIND = /^(.+?)\s*(?:[-_|｜]|[—–]{1,2})\s*([^-_|｜—–]{4,40})$/u;

/** A title without what a page glued to it; everything else stays as it is. */
export function withoutStates(written: string): { title: string; removed: readonly string[] } {
  let title = written.replace(/[\s\u200b\ufeff]+/gu, ' ').trim();
  const removed: string[] = [];
  for (let shorter = withoutOne(title); shorter; shorter = withoutOne(title)) {
    removed.push(shorter.removed);
    ({ title } = shorter);
  }
  return { title, removed };
}

function withoutOne(title: string): { title: string; removed: string } | undefined {
  const before = BEFORE.exec(title);
  if (
    before &&
    before[0].length < title.length &&
    (STATE.test(before[1]!.trim()) || PLACE.test(before[1]!.trim()))
  )
    return { title: title.slice(before[0].length), removed: before[0].trim() };
  const behind = BEHIND.exec(title);
  if (behind && behind.index > 0 && STATE.test((behind[1] ?? behind[2]!).trim()))
    return { title: title.slice(0, behind.index), removed: behind[0].trim() };
  const glued = GLUED.exec(title);
  if (glued) return { title: title.slice(0, glued.index), removed: glued[0].trim() };
  const [, head, site] = SITE_BEHIND.exec(title) ?? [];
  if (head !== undefined && SITE.test(site!.trim()) && ENDS.test(head))
    return { title: head, removed: title.slice(head.length).trim() };
  return undefined;
}
