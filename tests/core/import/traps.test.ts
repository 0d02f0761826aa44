import { describe, expect, test } from 'vitest';
import type { Category } from '../../../src/core/announcement/category.ts';
import { pairsOf } from '../../../src/core/import/pairs.ts';
import { recognise, type Recognised } from '../../../src/core/import/recognise.ts';
import { parseHtml } from '../../../src/core/import/tree.ts';

const TITLES: Readonly<Record<string, string>> = {
  'construction tender': '示例大道工程招标公告',
  'construction candidates': '示例大道工程中标候选人公示',
  'construction award': '示例大道工程中标结果公告',
  'construction ?': '示例大道工程情况说明',
  'procurement tender': '示例设备采购公开招标公告',
  'procurement award': '示例设备采购中标结果公告',
  'property lease': '示例商铺招租公告',
  'property equity': '示例公司30%股权转让公告',
};

/** What is read of a page of such a kind. */
const read = (kind: string, body: string): Recognised =>
  recognise({
    title: TITLES[kind]!,
    category: kind.split(' ')[0] as Category,
    body: parseHtml(body).children,
  });

/** The value of a field, 存疑 with what it could be, or nothing. */
function said(kind: string, body: string, label: string): unknown {
  const found = read(kind, body);
  const doubt = found.doubtful.find((one) => one.label === label);
  if (doubt) return ['存疑', ...doubt.candidates.map(({ text }) => text)];
  return found.values.find(({ field }) => field.label === label)?.answer;
}

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const lines = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');

const FOUND: readonly (readonly [string, string, string, string, unknown])[] = [
  [
    'what stands beside a sum that is struck out',
    'construction tender',
    '<p>预算金额：<s>100万元</s>200万元</p>',
    '预算金额',
    '200万元',
  ],
  ['a unit in the label', 'construction tender', '<p>预算金额（万元）：358.6</p>', '预算金额', '358.6万元'],
  [
    'a unit as 单位 in the label',
    'construction tender',
    '<p>预算金额（单位：万元）：358.6</p>',
    '预算金额',
    '358.6万元',
  ],
  [
    'a unit in brackets behind the figure',
    'construction tender',
    '<p>预算金额：358.6（万元）</p>',
    '预算金额',
    '358.6万元',
  ],
  [
    'two labels that say the same',
    'construction tender',
    lines('招标人：甲示例局', '招标单位：甲示例局'),
    '招标人',
    '甲示例局',
  ],
  [
    'two spellings of one unit',
    'construction tender',
    lines('招标人：示例（广东）局', '招标单位：示例(广东)局'),
    '招标人',
    '示例（广东）局',
  ],
  [
    'the same sum in two units',
    'construction tender',
    lines('预算金额：358.6万元', '采购预算：3,586,000.00元'),
    '预算金额',
    '358.6万元',
  ],
  [
    'a whole number in words beside figures',
    'construction award',
    '<p>中标价：人民币叁佰肆拾壹万贰仟元整（¥3412000.00元）</p>',
    '中标价',
    '人民币叁佰肆拾壹万贰仟元整（¥3412000.00元）',
  ],
  [
    'a price of several parts',
    'construction award',
    '<p>中标价：施工部分：评审后最终价的97.67%；设计部分：收费标准的58.60%</p>',
    '中标价',
    '施工部分：评审后最终价的97.67%；设计部分：收费标准的58.60%',
  ],
  [
    'pairs side by side behind one blank',
    'construction tender',
    '<p>联系人：张工 联系电话：0757-00000012</p>',
    '联系电话',
    '0757-00000012',
  ],
  [
    'pairs behind a comma',
    'construction tender',
    '<p>联系人：张工，电话：0757-00000012。</p>',
    '联系人',
    '张工',
  ],
  [
    'a label with blanks inside',
    'construction tender',
    '<p>招&nbsp;&nbsp;标&nbsp;&nbsp;人：甲示例局</p>',
    '招标人',
    '甲示例局',
  ],
  [
    'a number before the label',
    'construction tender',
    '<p>（1）<b>项目编号</b>：GM-1</p>',
    '项目编号',
    'GM-1',
  ],
  [
    'a label with Latin numbers before it',
    'construction tender',
    '<p>2.1.1项目编号：GM-1</p>',
    '项目编号',
    'GM-1',
  ],
  ['another colon', 'construction tender', '<p>项目编号∶GM-1</p>', '项目编号', 'GM-1'],
  [
    'a value that begins with the colon',
    'construction tender',
    `<table>${row('项目编号', '：GM-1')}${row('招标人', '：甲示例局')}</table>`,
    '招标人',
    '甲示例局',
  ],
  [
    'a value below its label',
    'construction tender',
    '<p>项目名称：<br>示例大道工程</p><p>项目编号：GM-1</p>',
    '项目名称',
    '示例大道工程',
  ],
  [
    'a cell below its label',
    'construction tender',
    `<table>${row('项目名称', '项目编号')}${row('示例大道工程', 'GM-1')}</table>`,
    '项目编号',
    'GM-1',
  ],
  [
    'a moment with 24:00',
    'construction tender',
    '<p>投标截止时间：2026年3月25日24：00</p>',
    '投标截止',
    '2026年3月25日24：00',
  ],
  [
    'one moment for two fields',
    'construction tender',
    '<p>投标截止时间及开标时间：2026年3月25日9时30分</p>',
    '开标时间',
    '2026年3月25日9时30分',
  ],
  [
    'a period in one line',
    'construction tender',
    '<p>文件获取时间：2026-03-02至2026-03-09</p>',
    '文件获取结束',
    '2026-03-09',
  ],
  [
    'a period with the hours of each day',
    'procurement tender',
    '<p>获取招标文件时间：2026年03月17日至2026年03月23日 每日上午:9:00 至 12:00 下午:12:00 至 16:00（北京时间,法定节假日除外）</p>',
    '文件获取结束',
    '2026年03月23日',
  ],
  [
    'a period that ends at 00:00 of the next day',
    'construction candidates',
    '<p>公示期：2026年4月1日00:00至2026年4月4日00:00</p>',
    '公示结束',
    '2026-04-03',
  ],
  [
    'a last day with its hour',
    'construction candidates',
    '<p>公示结束时间：2026年4月3日 23:59</p>',
    '公示结束',
    '2026-04-03',
  ],
  [
    'a name and a telephone in one value',
    'procurement tender',
    lines('1.采购人信息', '名称：甲示例局', '联系方式：曾老师 0757-00001801'),
    '联系电话',
    '0757-00001801',
  ],
  [
    'the name of these',
    'procurement tender',
    lines('1.采购人信息', '名称：甲示例局', '联系方式：曾老师 0757-00001801'),
    '联系人',
    '曾老师',
  ],
  [
    'a heading and its pairs in one line',
    'procurement tender',
    lines('1.采购人信息 名称：甲示例局 地址：示例路1号', '2.采购代理机构信息 名称：乙示例公司'),
    '采购人',
    '甲示例局',
  ],
  [
    'the address there',
    'procurement tender',
    lines('1.采购人信息 名称：甲示例局 地址：示例路1号', '2.采购代理机构信息 名称：乙示例公司'),
    '采购人地址',
    '示例路1号',
  ],
  [
    'the project before whom it is for',
    'procurement tender',
    lines('采购人联系人：甲工', '项目联系人：乙工'),
    '联系人',
    '乙工',
  ],
  [
    'a table of labels in a summary',
    'procurement tender',
    `<table><tr><td colspan=4>公告信息</td></tr>${row('采购单位', '甲示例局', '行政区域', '示例区')}${row('预算金额', '￥180.000000万元（人民币）', '开标时间', '2026年09月29日 09:30')}</table><p>预算金额：180.0万元</p>`,
    '预算金额',
    '￥180.000000万元（人民币）',
  ],
  [
    'a deadline that a condition might change',
    'construction tender',
    lines('投标截止时间：2026年3月25日9时30分', '如投标截止时间变更，另行通知。'),
    '投标截止',
    '2026年3月25日9时30分',
  ],
  [
    'what is said behind two assets',
    'property lease',
    lines(
      '标的编号：A1',
      '底价：1000元/月',
      '标的编号：A2',
      '底价：900元/月',
      '报名截止时间：2026年3月25日17时',
    ),
    '报名截止',
    '2026年3月25日17时',
  ],
  ['a refusal that is an answer', 'construction tender', '<p>投标保证金：不要求</p>', '投标保证金', '不要求'],
  [
    'a code behind the name of the project',
    'construction tender',
    '<p>示例大道工程（招标编号：GM-1）现公开招标。</p>',
    '项目编号',
    'GM-1',
  ],
  [
    'a unit in a sentence',
    'construction tender',
    '<p>已批准建设，招标人为示例区水务投资有限公司，现公开招标。</p>',
    '招标人',
    '示例区水务投资有限公司',
  ],
  [
    'a period in a sentence',
    'construction tender',
    '<p>4.1 请于2026年3月2日9时00分至2026年3月9日24：00时（法定节假日除外），登录平台下载招标文件。</p>',
    '文件获取结束',
    '2026-03-09',
  ],
  [
    'a length of time in a sentence',
    'construction tender',
    '<p>新建道路2公里，计划工期540日历天，质量合格。</p>',
    '工期',
    '540日历天',
  ],
  [
    'a label that ends as a sentence does',
    'construction tender',
    '<p>投标截止时间为：2026年3月25日9时30分</p>',
    '投标截止',
    '2026年3月25日9时30分',
  ],
  [
    'a rent by area and time',
    'property lease',
    '<p>租金底价：700元/亩/年（不含税）</p>',
    '底价',
    '700元/亩/年（不含税）',
  ],
  [
    'a code before another label behind a stroke',
    'procurement tender',
    '<p>项目编号：GM-CG-2026-025 / 包号：无</p>',
    '项目编号',
    'GM-CG-2026-025',
  ],
  [
    'the deadline below its heading',
    'construction tender',
    lines('五、投标文件的递交', '递交截止时间：2026年03月31日 09时30分'),
    '投标截止',
    '2026年03月31日 09时30分',
  ],
  [
    'a period that begins with 从',
    'construction tender',
    lines('四、招标文件的获取', '获取时间：从2026年03月10日 09时00分到2026年03月16日 17时00分'),
    '文件获取结束',
    '2026-03-16',
  ],
  ['the box that is ticked', 'procurement tender', '<p>是否接受联合体：□是 ☑否</p>', '接受联合体', '否'],
  [
    'the box that Word ticks, of three',
    'procurement tender',
    '<p>采购方式：☒公开招标 ☐竞争性谈判 ☐询价</p>',
    '采购方式',
    '公开招标',
  ],
];

const DOUBTFUL: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  [
    'two sums',
    'construction tender',
    lines('预算金额：358.6万元', '采购预算：400万元'),
    '预算金额',
    ['358.6万元', '400万元'],
  ],
  ['a sum without a unit', 'construction tender', '<p>预算金额：358.6</p>', '预算金额', ['358.6']],
  [
    'one with a unit and another without',
    'construction tender',
    lines('预算金额：358.6万元', '采购预算：400'),
    '预算金额',
    ['358.6万元', '400'],
  ],
  [
    'a mobile number, masked',
    'construction tender',
    '<p>联系电话：13800000000</p>',
    '联系电话',
    ['138****0000'],
  ],
  [
    'a mobile number beside another',
    'construction tender',
    '<p>联系电话：0757-00000012、13800000000</p>',
    '联系电话',
    ['0757-00000012、138****0000'],
  ],
  [
    'two deadlines',
    'construction tender',
    lines(
      '投标截止时间：2026年3月25日9时30分',
      '5.1投标文件递交的截止时间（投标截止时间，下同）为2026年3月26日9时30分。',
    ),
    '投标截止',
    ['2026年3月25日9时30分', '2026年3月26日9时30分'],
  ],
  [
    'a deadline without its year',
    'construction tender',
    '<p>投标截止时间：3月25日9时30分</p>',
    '投标截止',
    ['3月25日9时30分'],
  ],
  [
    'a deadline without its hour',
    'construction tender',
    '<p>投标截止时间：2026年3月25日</p>',
    '投标截止',
    ['2026年3月25日'],
  ],
  [
    'a weekday that is another day',
    'construction tender',
    '<p>投标截止时间：2026年3月25日（星期一）9时30分</p>',
    '投标截止',
    ['2026年3月25日（星期一）9时30分'],
  ],
  [
    'several in one value',
    'construction award',
    '<p>中标人：1、甲示例公司 2、乙示例公司</p>',
    '中标人',
    ['1、甲示例公司 2、乙示例公司'],
  ],
  [
    'a name with what does not belong to it',
    'construction tender',
    '<p>招标人：甲示例局；监制单位：乙示例局</p>',
    '招标人',
    ['甲示例局；监制单位：乙示例局'],
  ],
  [
    'capitals and figures that disagree',
    'construction award',
    '<p>中标价：叁佰万元整（¥3100000.00）</p>',
    '中标价',
    ['叁佰万元整（¥3100000.00）'],
  ],
  [
    'a standard before a sum',
    'procurement award',
    '<p>代理服务费：按示例价格〔2002〕1980号文计取，共3.6万元。</p>',
    '代理服务费',
    ['按示例价格〔2002〕1980号文计取，共3.6万元。'],
  ],
  ['a code that was cut', 'procurement tender', '<p>项目编号：GM-CG-</p>', '项目编号', ['GM-CG-']],
  [
    'hours in which bids are taken, which are no offset from UTC',
    'construction tender',
    '<p>投标截止时间：2026年3月25日9：30—10：00</p>',
    '投标截止',
    ['2026年3月25日9：30—10：00'],
  ],
  [
    'a telephone and the fax behind it',
    'construction tender',
    '<p>联系电话：0757-00000012；0757-00000013（传真）</p>',
    '联系电话',
    ['0757-00000012；0757-00000013（传真）'],
  ],
  [
    'the sums of two lots with brackets',
    'construction tender',
    '<p>投标保证金：10万元（甲标）、5万元（乙标）</p>',
    '投标保证金',
    ['10万元（甲标）、5万元（乙标）'],
  ],
  [
    'the sums of lots',
    'procurement award',
    '<p>中标金额：第一包：12万元；第二包：8万元</p>',
    '中标金额',
    ['第一包：12万元；第二包：8万元'],
  ],
  [
    'a unit price before a whole',
    'construction tender',
    '<p>最高投标限价：单价120元/米，暂定总价98万元</p>',
    '最高投标限价',
    ['单价120元/米，暂定总价98万元'],
  ],
  [
    'names with the share of each',
    'property lease',
    '<p>转让方：甲示例公司（持股51%）、乙示例公司（持股49%）</p>',
    '转让方',
    ['甲示例公司（持股51%）、乙示例公司（持股49%）'],
  ],
  [
    'a deadline that the page itself puts off',
    'construction tender',
    lines('投标截止时间：2026年3月25日9时30分', '说明：本项目投标截止时间延期至2026年3月31日9时30分。'),
    '投标截止',
    ['2026年3月25日9时30分', '延期至2026年3月31日9时30分'],
  ],
  [
    'a sum that the page itself changes',
    'construction tender',
    lines('招标控制价：500万元', '现将招标控制价由500万元调整为480万元。'),
    '最高投标限价',
    ['500万元', '调整为480万元'],
  ],
  [
    'a name with the mark of a footnote',
    'construction tender',
    lines('项目名称：示例大道工程①', '①以批复为准'),
    '项目名称',
    ['示例大道工程①'],
  ],
  ['a code with one', 'construction tender', '<p>项目编号：GM-1（注1）</p>', '项目编号', ['GM-1（注1）']],
  [
    'a name with the day of the notice',
    'construction tender',
    '<p>招标人：甲示例局 2026年3月5日</p>',
    '招标人',
    ['甲示例局 2026年3月5日'],
  ],
  [
    'a name with a contact',
    'construction tender',
    '<p>招标人：甲示例局 联系人张工</p>',
    '招标人',
    ['甲示例局 联系人张工'],
  ],
  [
    'an address with a postcode',
    'construction tender',
    '<p>招标人地址：示例路1号，邮编528500</p>',
    '招标人地址',
    ['示例路1号，邮编528500'],
  ],
  [
    'an office with its telephone and another',
    'construction tender',
    '<p>监督部门：示例住建局 0757-00000300或者12345</p>',
    '监督部门',
    ['示例住建局 0757-00000300或者12345'],
  ],
  [
    'a rate with a highest sum',
    'construction tender',
    '<p>投标保证金：投标报价的2%，最高不超过80万元</p>',
    '投标保证金',
    ['投标报价的2%，最高不超过80万元'],
  ],
  ['two codes', 'construction tender', '<p>项目编号：GM-1、GM-2</p>', '项目编号', ['GM-1、GM-2']],
  [
    'the value of a company and that of the share of it',
    'property equity',
    lines('评估值：1000万元', '转让标的对应评估值：300万元'),
    '评估价',
    ['1000万元', '300万元'],
  ],
  [
    'a sentence in the place of a name',
    'construction tender',
    lines('八、监督部门', '本招标项目的监督部门为示例市水利局。', '九、联系方式'),
    '监督部门',
    ['本招标项目的监督部门为示例市水利局。'],
  ],
];

const NOTHING: readonly (readonly [string, string, string, string])[] = [
  ['a stroke', 'construction tender', '<p>预算金额：/</p>', '预算金额'],
  ['a reference to another paper', 'construction tender', '<p>投标保证金：详见招标文件</p>', '投标保证金'],
  ['a label alone before a signature', 'construction tender', lines('联系人：', '示例交易中心'), '联系人'],
  [
    'empty labels before signature and date',
    'construction tender',
    lines('联系电话：', '示例交易中心', '2026年3月25日'),
    '联系电话',
  ],
  [
    'the first of several items',
    'construction tender',
    lines('投标人资格要求：', '1.具备三级资质；', '2.没有不良记录；'),
    '资格要求',
  ],
  [
    'a value that goes on below',
    'construction tender',
    lines('招标范围：道路、排水', '以及照明、绿化和交通设施的全部施工内容'),
    '招标范围',
  ],
  ['a colon that announces more', 'construction tender', '<p>招标范围：本工程包括以下内容：</p>', '招标范围'],
  [
    'a deadline before a change',
    'construction ?',
    '<p>原投标截止时间为2026年3月25日9时30分，现改为3月26日。</p>',
    '投标截止',
  ],
  [
    'a table of before and after',
    'construction ?',
    `<table>${row('更正事项', '更正前', '更正后')}${row('投标截止时间', '2026年3月25日9时30分', '2026年3月26日9时30分')}</table>`,
    '投标截止',
  ],
  [
    'a table of cells that say what was and what is',
    'construction ?',
    `<table>${row('原公告内容', '变更后内容')}${row('投标截止时间：2026年3月25日9时30分', '见附件')}</table>`,
    '投标截止',
  ],
  [
    'what stands below 更正前',
    'construction ?',
    lines('更正前', '投标截止时间：2026年3月25日9时30分', '更正后', '见附件'),
    '投标截止',
  ],
  [
    'the price of a lot that a table lists with others',
    'construction award',
    `<p>标段一：</p><p>中标价：1万元</p><table>${row('标段', '最高投标限价')}${row('01', '1万元')}${row('02', '2万元')}</table>`,
    '中标价',
  ],
  [
    'the price of one lot',
    'procurement award',
    lines('采购包1：', '中标（成交）金额：56万元', '采购包2：流标'),
    '中标金额',
  ],
  [
    'the prices of lots in a table',
    'construction award',
    `<table>${row('标段', '中标人', '中标价')}${row('01', '甲示例公司', '1万元')}${row('02', '乙示例公司', '2万元')}</table>`,
    '中标价',
  ],
  [
    'the telephone of who supervises',
    'construction tender',
    lines('监督部门：示例区住房建设局', '联系电话：0757-00000300'),
    '联系电话',
  ],
  [
    'the same in one row',
    'construction tender',
    `<table>${row('行政监督', '示例区住房建设局', '联系电话', '0757-00000300')}</table>`,
    '联系电话',
  ],
  [
    'the telephone of the agency',
    'construction tender',
    lines('招标代理机构：甲示例公司', '地址：示例路1号', '电话：0757-00000013'),
    '联系电话',
  ],
  [
    'the hotline of the platform',
    'construction tender',
    '<p>技术支持：示例平台&emsp;电话：0757-00000999</p>',
    '联系电话',
  ],
  [
    'the telephone of a contact of the agency',
    'construction tender',
    '<p>代理机构联系人：李工　电话：0757-00000013</p>',
    '联系电话',
  ],
  [
    'the same in two lines',
    'construction tender',
    lines('招标代理机构联系人：李工', '电话：0757-00000013'),
    '联系电话',
  ],
  [
    'the telephone of a contact of another office',
    'procurement tender',
    '<p>财政部门联系人：监管股 电话：0757-00000142</p>',
    '联系电话',
  ],
  [
    'the telephone behind who is in charge at the agency',
    'construction tender',
    lines(
      '招标人：甲示例局',
      '联系人：张工',
      '招标代理机构：乙示例公司',
      '项目负责人：周工',
      '联系电话：0757-00000013',
    ),
    '联系电话',
  ],
  [
    'the telephone of an agency under a short label',
    'construction tender',
    lines('招标人：甲示例局', '招标代理：乙示例公司', '地址：示例路2号', '电话：0757-00000013'),
    '联系电话',
  ],
  [
    'the telephone behind the address of the agency',
    'construction tender',
    lines(
      '招标人：甲示例局',
      '招标代理机构：乙示例公司',
      '代理机构地址：示例路2号',
      '联系电话：0757-00000013',
    ),
    '联系电话',
  ],
  [
    'the telephone of the hall',
    'construction tender',
    lines('招标人：甲示例局', '交易场所：示例交易中心', '电话：0757-00000999'),
    '联系电话',
  ],
  [
    'the telephone of a notary',
    'construction tender',
    lines('招标人：甲示例局', '公证单位：示例公证处', '电话：0757-00000999'),
    '联系电话',
  ],
  [
    'the telephone of the winner',
    'construction award',
    lines('招标人：甲示例局', '中标单位：乙示例公司', '法定代表人：张某', '联系电话：0757-00000999'),
    '联系电话',
  ],
  [
    'the telephone behind who leads the works',
    'construction award',
    lines(
      '招标人：甲示例局',
      '中标人：乙示例公司',
      '中标价：1万元',
      '项目经理：张某',
      '联系电话：0757-00000999',
    ),
    '联系电话',
  ],
  [
    'the telephone of who hears questions',
    'procurement tender',
    '<p>质疑联系人：王工 电话：0757-00000013</p>',
    '联系电话',
  ],
  [
    'the telephone behind an account',
    'procurement tender',
    '<p>开户行：示例银行 账号：00000000 电话：0757-00000013</p>',
    '联系电话',
  ],
  [
    'the same in lines',
    'procurement tender',
    lines('户名：示例中心', '开户行：示例银行', '电话：0757-00000013'),
    '联系电话',
  ],
  [
    'the price of the only one of two assets that states one',
    'property lease',
    lines('标的编号：A1', '底价：1000元/月', '标的编号：A2', '底价：面议', '报名截止时间：2026年3月25日17时'),
    '底价',
  ],
  [
    'the price of the second of two assets',
    'property lease',
    lines('标的编号：A1', '标的名称：一号铺', '标的编号：A2', '底价：1000元/月'),
    '底价',
  ],
  ['a table of the next label', 'construction award', `<table>${row('中标人', '中标价')}</table>`, '中标人'],
  [
    'a column in the place of a value',
    'procurement award',
    `<table>${row('序号', '供应商名称', '货物名称', '货物品牌')}${row('1', '甲示例公司', '电脑', '示例牌')}${row('2', '甲示例公司', '打印机', '示例牌')}</table>`,
    '中标供应商',
  ],
  [
    'a purpose that begins as a name does',
    'construction tender',
    '<p>本次采购，招标人为加快推进示例学校建设的进度，委托示例公司，现公开招标。</p>',
    '招标人',
  ],
  [
    'the part of a sum in a sentence',
    'construction tender',
    '<p>一期工程预算金额为120万元。</p>',
    '预算金额',
  ],
  ['a lot in a sentence', 'construction tender', '<p>01标段最高投标限价为120万元。</p>', '最高投标限价'],
  [
    'a period that would end before it begins',
    'construction candidates',
    '<p>公示期：2026年12月30日至1月2日</p>',
    '公示结束',
  ],
  [
    'a last day with the hours of each day behind it',
    'procurement tender',
    '<p>获取招标文件时间：2026年3月6日至3月12日9:00-17:30</p>',
    '文件获取结束',
  ],
  ['a range of days in a sentence', 'construction tender', '<p>计划工期180日历天至200日历天。</p>', '工期'],
  [
    'the hours of a day in a sentence',
    'construction tender',
    '<p>投标截止时间为2026年3月25日9时30分至10时。</p>',
    '投标截止',
  ],
  ['a placeholder', 'construction tender', '<p>招标人：XXX</p>', '招标人'],
  ['boxes of which none is ticked', 'procurement tender', '<p>是否接受联合体：□是 □否</p>', '接受联合体'],
  ['what is still to come', 'procurement tender', '<p>采购需求：待采购人确认后补充</p>', '采购需求'],
  ['what is open in brackets', 'procurement tender', '<p>采购代理机构：（待定）</p>', '采购代理机构'],
  [
    'a period left blank',
    'procurement tender',
    '<p>合同履行期限：  年  月  日至  年  月  日</p>',
    '履行期限',
  ],
  [
    'a period of publication left blank',
    'procurement tender',
    '<p>公告期限：自本公告发布之日起__个工作日</p>',
    '公告期限',
  ],
];

describe('a value is read', () => {
  test.each(FOUND)('of %s', (_, kind, body, label, value) => {
    expect(said(kind, body, label)).toEqual(value);
  });
});

describe('a value is doubtful, with all that it could be,', () => {
  test.each(DOUBTFUL)('of %s', (_, kind, body, label, candidates) => {
    expect(said(kind, body, label)).toEqual(['存疑', ...candidates]);
  });
});

describe('no value is read', () => {
  test.each(NOTHING)('of %s', (_, kind, body, label) => {
    expect(said(kind, body, label)).toBeUndefined();
  });
});

describe('records', () => {
  test('are read from lines of 第一中标候选人 with what is said of each', () => {
    const body = lines(
      '第一中标候选人：甲示例公司', '投标报价：341.2万元', '第二中标候选人：乙示例公司', '投标报价：345万元',
      '公示期：2026年4月1日至2026年4月3日',
    ); // prettier-ignore
    expect(said('construction candidates', body, '中标候选人')).toEqual([
      { 排名: '1', 名称: '甲示例公司', 报价: '341.2万元' },
      { 排名: '2', 名称: '乙示例公司', 报价: '345万元' },
    ]);
  });

  test('are read from a table with the candidates side by side', () => {
    const body = `<table>${row('中标候选人', '第一中标候选人', '第二中标候选人')}${row('名称', '甲示例公司', '乙示例公司')}${row('投标报价（元）', '3412000', '3450000')}${row('业绩', '甲路', '乙路')}</table>`;
    expect(said('construction candidates', body, '中标候选人')).toEqual([
      { 排名: '1', 名称: '甲示例公司', 报价: '3412000元' },
      { 排名: '2', 名称: '乙示例公司', 报价: '3450000元' },
    ]);
  });

  test.each([
    [
      'a column is no field of them',
      `${row('排名', '名称', '投标报价（元）', '评标价（元）')}${row('1', '甲示例公司', '1', '1')}${row('2', '乙示例公司', '2', '2')}`,
    ],
    [
      'a figure has no unit',
      `${row('排名', '名称', '投标报价')}${row('1', '甲示例公司', '3412000')}${row('2', '乙示例公司', '3450000')}`,
    ],
    [
      'the second list of the same kind follows',
      `${row('排名', '名称')}${row('1', '甲示例公司')}${row('2', '乙示例公司')}</table><table>${row('排名', '名称')}${row('1', '丙示例公司')}${row('2', '丁示例公司')}`,
    ],
  ])('stay in the body where %s', (_, rows) => {
    expect(said('construction candidates', `<table>${rows}</table>`, '中标候选人')).toBeUndefined();
  });
});

describe('every value', () => {
  test('has its rule, its words and its line', () => {
    const [value] = read('construction tender', '<p>一、概况</p>\n<p>项目编号：GM-1</p>').values;
    expect(value?.evidence).toEqual({ rule: '段落', words: '项目编号：GM-1', line: 2 });
  });

  test('that is no field stays with its label, and numbers of persons are masked', () => {
    const { unplaced } = read('construction tender', lines('评标办法：综合评估法', '值班手机：13800000000'));
    expect(unplaced.map(({ label, value }) => `${label}|${value}`)).toEqual([
      '评标办法|综合评估法',
      '值班手机|138****0000',
    ]);
    expect(JSON.stringify(unplaced)).not.toContain('13800000000');
  });

  test('is found without a category too, but given to no field', () => {
    const found = recognise({ title: '情况说明', body: parseHtml('<p>预算金额：1万元</p>').children });
    expect([found.values, found.unplaced.length]).toEqual([[], 1]);
  });
});

test('pairs are read in the order of the page', () => {
  const body = parseHtml(
    '<p>联系人：张工；电话：0757-00000012</p><dl><dt>项目编号</dt><dd>GM-1</dd></dl>',
  ).children;
  expect(pairsOf(body).map(({ label, value }) => `${label}|${value}`)).toEqual([
    '联系人|张工',
    '电话|0757-00000012',
    '项目编号|GM-1',
  ]);
});

test('a page of one line and a table of a million cells end soon', () => {
  const long = `<p>招标范围：${'甲 乙，丙；'.repeat(200_000)}</p>`;
  const wide = `<table><tr><td rowspan=65000 colspan=65000>甲</td></tr>${'<tr><td>乙</td></tr>'.repeat(2000)}</table>`;
  expect(read('construction tender', long + wide).values).toEqual([]);
});
