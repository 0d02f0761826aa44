import { categories, CATEGORIES } from '../core/announcement/category.ts';
import { writtenTypesIn } from '../core/announcement/schema.ts';

/** What the rules for government sites ask to be said of a column 栏目. */
interface Column {
  type: string;
  description: string;
  keywords: readonly string[];
}

const announcements = Object.fromEntries(
  categories.map((category): [string, Column] => {
    const terms = writtenTypesIn(category).map(({ term }) => term);
    return [
      CATEGORIES[category],
      {
        type: '信息公开',
        description: `${CATEGORIES[category]}的${terms.slice(0, 4).join('、')}等公告。`,
        keywords: [CATEGORIES[category], ...terms],
      },
    ];
  }),
);

const COLUMNS: Readonly<Record<string, Column>> = {
  ...announcements,
  可参与: {
    type: '信息公开',
    description: '还没有截止的项目，先截止的在前。',
    keywords: ['可参与', '投标截止', '报名截止'],
  },
  统计: {
    type: '信息公开',
    description: '历年发布公告的数量和结构。',
    keywords: ['统计', '信息公开', '年度数据'],
  },
  单位: {
    type: '信息公开',
    description: '招标人、采购人、代理机构和中标、参加过的单位，各有哪些公告。',
    keywords: ['招标人', '采购人', '代理机构', '中标单位', '供应商'],
  },
  政府信息公开: {
    type: '信息公开',
    description: '政府信息公开指南、制度、法定主动公开内容、年报和依申请公开。',
    keywords: ['政府信息公开', '公开指南', '公开目录', '索引号', '依申请公开', '年度报告'],
  },
  搜索: {
    type: '办事服务',
    description: '按标题、项目编号、单位名称和正文查找公告。',
    keywords: ['搜索', '项目编号', '招标人', '采购人'],
  },
};

/** Every other page serves the reader: guides, feeds, rules. */
const OTHER: Column = {
  type: '办事服务',
  description: '办事指南、订阅、使用帮助和其他服务。',
  keywords: ['公共资源交易', '办事指南', '使用帮助'],
};

interface ServiceGroup {
  name: string;
  links: readonly { label: string; path: string }[];
}

/**
 * What a reader may come for beside the announcements, in groups; the footer and the site map list them in this order.
 * Not every centre has a catalogue of government information.
 */
export const servicesOf = (hasDisclosure: boolean): readonly ServiceGroup[] =>
  SERVICES.map(({ name, links }) => ({
    name,
    links: links.filter(({ path }) => hasDisclosure || path !== DISCLOSURE),
  }));

const DISCLOSURE = 'disclosure/';

const SERVICES: readonly ServiceGroup[] = [
  {
    name: '找公告',
    links: [
      { label: '最近变更', path: 'changes/' },
      { label: '开标日历', path: 'calendar/' },
      { label: '计划和意向', path: 'coming/' },
      { label: '订阅', path: 'feeds/' },
    ],
  },
  {
    name: '查数据',
    links: [
      { label: '单位', path: 'parties/' },
      { label: '统计', path: 'statistics/' },
      { label: '数据下载', path: 'data/' },
      { label: '核验规则', path: 'rules/' },
    ],
  },
  {
    name: '办事',
    links: [
      { label: '办事指南', path: 'bidding/' },
      { label: '使用帮助', path: 'help/' },
      { label: '政府信息公开', path: DISCLOSURE },
      { label: '关于本站', path: 'about/' },
      { label: '站点地图', path: 'sitemap/' },
    ],
  },
];

/** The column tags of a page that belongs to this column. */
export function columnMeta(name: string): readonly { name: string; content: string }[] {
  const { type, description, keywords } = COLUMNS[name] ?? OTHER;
  return [
    { name: 'ColumnName', content: name },
    { name: 'ColumnType', content: type },
    { name: 'ColumnDescription', content: description },
    { name: 'ColumnKeywords', content: keywords.join(',') },
  ];
}
