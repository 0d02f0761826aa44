import type { DocumentCount } from './documents.ts';
import { BLANK } from './sentence.ts';

/*
 * The tables of 国办公开办函〔2021〕30号 (2021-09-26), 中华人民共和国政府信息公开工作年度报告格式, in the notation of bodies:
 * nothing between two bars joins the cell on the left, `^^` the cell above.
 */

/** 二、主动公开政府信息情况: 第二十条第（一）（五）（六）（八）项. */
export const publishedTables = (documents: readonly DocumentCount[]): string =>
  [
    table(
      [
        ['第二十条第（一）项', '', '', ''],
        ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ],
      documents.map((one) => [
        one.name,
        ...('unknown' in one ? blanks(3) : [one.issued, one.repealed, one.inForce].map(String)),
      ]),
    ),
    decided('第二十条第（五）项', '本年处理决定数量', ['行政许可']),
    decided('第二十条第（六）项', '本年处理决定数量', ['行政处罚', '行政强制']),
    decided('第二十条第（八）项', '本年收费金额（单位：万元）', ['行政事业性收费']),
  ].join('\n\n');

/** 三、收到和处理政府信息公开申请情况. */
export const applicationsTable = (): string =>
  table(
    [
      [BALANCE, '', '', '申请人情况', '', '', '', '', '', ''],
      ['^^', '', '', '自然人', '法人或其他组织', '', '', '', '', '总计'],
      ['^^', '', '', '^^', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '^^'],
    ],
    [
      ['一、本年新收政府信息公开申请数量', '', '', ...blanks(COLUMNS)],
      ['二、上年结转政府信息公开申请数量', '', '', ...blanks(COLUMNS)],
      ...OUTCOMES.flatMap(({ name, kinds }, at) => {
        const [first = '', ...rest] = kinds;
        const year = at === 0 ? '三、本年度办理结果' : '^^';
        return kinds.length === 0
          ? [[year, name, '', ...blanks(COLUMNS)]]
          : [
              [year, name, first, ...blanks(COLUMNS)],
              ...rest.map((kind) => ['^^', '^^', kind, ...blanks(COLUMNS)]),
            ];
      }),
      ['四、结转下年度继续办理', '', '', ...blanks(COLUMNS)],
    ],
  );

/** 四、政府信息公开行政复议、行政诉讼情况. */
export const reviewsTable = (): string =>
  table(
    [
      ['行政复议', ...joined(4), '行政诉讼', ...joined(9)],
      [...RULINGS, '未经复议直接起诉', ...joined(4), '复议后起诉', ...joined(4)],
      [...RULINGS.map(() => '^^'), ...RULINGS, ...RULINGS],
    ],
    [blanks(15)],
  );

/** What of a report is a blank for the office. */
export const countBlanks = (text: string): number => text.split(BLANK).length - 1;

const BALANCE = '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和';

/** Natural persons, five kinds of organisations, all. */
const COLUMNS = 7;

const OUTCOMES: readonly { name: string; kinds: readonly string[] }[] = [
  { name: '（一）予以公开', kinds: [] },
  { name: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', kinds: [] },
  {
    name: '（三）不予公开',
    kinds: [
      '1.属于国家秘密',
      '2.其他法律行政法规禁止公开',
      '3.危及“三安全一稳定”',
      '4.保护第三方合法权益',
      '5.属于三类内部事务信息',
      '6.属于四类过程性信息',
      '7.属于行政执法案卷',
      '8.属于行政查询事项',
    ],
  },
  {
    name: '（四）无法提供',
    kinds: ['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确'],
  },
  {
    name: '（五）不予处理',
    kinds: [
      '1.信访举报投诉类申请',
      '2.重复申请',
      '3.要求提供公开出版物',
      '4.无正当理由大量反复申请',
      '5.要求行政机关确认或重新出具已获取信息',
    ],
  },
  {
    name: '（六）其他处理',
    kinds: [
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '3.其他',
    ],
  },
  { name: '（七）总计', kinds: [] },
];

const RULINGS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

const blanks = (count: number): readonly string[] => Array.from({ length: count }, () => BLANK);

const joined = (count: number): readonly string[] => Array.from({ length: count }, () => '');

const decided = (head: string, column: string, contents: readonly string[]): string =>
  table(
    [
      [head, ''],
      ['信息内容', column],
    ],
    contents.map((content) => [content, BLANK]),
  );

/** Head rows above the rule; an empty cell joins the one on the left. */
function table(head: readonly (readonly string[])[], body: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `|${cells.map((cell) => (cell === '' ? '|' : ` ${cell} |`)).join('')}`;
  const rule = `|${head[0]!.map(() => ' --- |').join('')}`;
  return [...head.map(row), rule, ...body.map(row)].join('\n');
}
