import type { DocumentCount } from './documents.ts';
import { applicationsTable, publishedTables, reviewsTable } from './report-tables.ts';
import { BLANK } from './sentence.ts';

/** What is known for the annual report of a year; everything else in it is a blank. */
interface ReportFacts {
  year: number;
  publisher: string;
  /** Class that earlier reports are in. */
  class: string | undefined;
  /** The next free index number. */
  index: string | undefined;
  /** The sentences on announcements and on the catalogue. */
  sentences: readonly string[];
  documents: readonly DocumentCount[];
}

/**
 * An annual report as an item of the catalogue, by the format of 国办公开办函〔2021〕30号: six parts, with what is known
 * filled in. The check refuses to publish it while a blank is left.
 */
export const reportDraft = (facts: ReportFacts): string => {
  const { year, publisher, sentences, documents } = facts;
  return `---
标题: ${year}年政府信息公开工作年度报告
分类: ${facts.class ?? BLANK}
索引号: ${facts.index ?? BLANK}
发布机构: ${publisher}
成文日期: ${BLANK}
发布日期: ${BLANK}
有效性: 有效
公开方式: 主动公开
栏目: 政府信息公开年报
年度: ${year}
---

## 一、总体情况

${sentences.join('\n\n')}

${BLANK}

## 二、主动公开政府信息情况

${publishedTables(documents)}

## 三、收到和处理政府信息公开申请情况

${applicationsTable()}

## 四、政府信息公开行政复议、行政诉讼情况

${reviewsTable()}

## 五、存在的主要问题及改进情况

${BLANK}

## 六、其他需要报告的事项

收取信息处理费的情况：${BLANK}

${BLANK}
`;
};
