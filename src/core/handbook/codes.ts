import { CODES, type Code, type Severity } from '../diagnostic.ts';
import { ruleWith } from '../rules/list.ts';
import { loudest, severityOfRule, type Rule } from '../rules/rule.ts';
import { table } from './markdown.ts';

/** What the first letter of a code tells. */
const KINDS: Readonly<Record<string, string>> = {
  F: '开头各栏（F）',
  C: '正文（C）',
  A: '附件（A）',
  L: '公告之间（L）',
  P: '个人信息（P）',
  D: '法定期限和要求（D）',
  G: '导入旧网页和文件（G）',
  K: '发布过的内容（K）',
  S: '站点的其他文件（S）',
};

const SEVERITY: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '说明' };

/** Every code that a check or an import can print, by what it is about. */
export const codeTables = (): string =>
  Object.entries(KINDS)
    .map(([letter, title]) => {
      const codes = Object.entries(CODES).filter(
        ([code, { retired }]) => code.startsWith(letter) && retired === undefined,
      );
      return `### ${title}\n\n${codes.some(([code]) => ruleWith(code)) ? lawTable(codes) : plainTable(codes)}`;
    })
    .join('\n\n');

const plainTable = (codes: readonly (readonly [string, Code])[]): string =>
  table(
    ['代码', '轻重', '为什么是问题', '能否代劳'],
    codes.map(([code, { severity, why, fixable }]) => [code, SEVERITY[severity], why, fixable ? '能' : '']),
  );

const lawTable = (codes: readonly (readonly [string, Code])[]): string =>
  table(
    ['代码', '轻重', '要求', '依据', '为什么是问题'],
    codes.map(([code, { severity, why }]) => {
      const rule = ruleWith(code);
      return rule
        ? [code, SEVERITY[severityOfRule(rule)], rule.title, sourceOf(rule), why]
        : [code, SEVERITY[severity], '日期前后合理', '', why];
    }),
  );

const sourceOf = ({ citation: { instrument, article, confidence } }: Rule): string =>
  `《${instrument}》${article}${loudest(confidence) === 'info' ? '（依据待核）' : ''}`;
