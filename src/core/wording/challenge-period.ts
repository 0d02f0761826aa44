import type { WordingRule } from './line.ts';

/** A period of seven working days that starts on the day of publication. */
const FROM_PUBLICATION =
  /(?:自|从|在)?(?:本|该|此)?(?:项目|采购|中标|成交|入围|结果)*(?:公告|公示)?(?:发布|公布|发出|刊登|公告|公示|挂网|上网)(?:之日|当日|当天|之次日|次日)起?(?:的|计算|算起)?\s*[，,]?\s*(?:七|7|７)\s*个?\s*工作日/gu;

/** 质疑 of a result counts from the end of the notice period, not from its publication. */
export const challengePeriod: WordingRule = ({ text, isProcurementResult }) => {
  if (!isProcurementResult || !text.includes('质疑')) return [];
  return [...text.matchAll(FROM_PUBLICATION)]
    .filter(({ index, 0: found }) => sentenceAt(text, index, found.length).includes('质疑'))
    .map(({ index, 0: found }) => ({
      code: 'C201',
      index,
      text: found,
      message: `质疑期限写成“${found}”，起算日不对`,
      help: '自公告期限届满之日起七个工作日',
      citation:
        '《中华人民共和国政府采购法》第五十二条；《中华人民共和国政府采购法实施条例》第五十三条第三项',
    }));
};

function sentenceAt(text: string, index: number, length: number): string {
  const start = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('；', index)) + 1;
  const end = /[。；]/u.exec(text.slice(index + length));
  return text.slice(start, end ? index + length + end.index : undefined);
}
