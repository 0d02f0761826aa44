import { categories, type Category } from '../announcement/category.ts';
import { typeNamed, typesIn } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import type { Evidence } from './evidence.ts';
import type { Stated } from './stated.ts';
import { typesInTitle, type Named } from './type-in-title.ts';

/** Which announcement a page is: as far as its title, its column and the labels in it say so beyond doubt. */
interface KindOf {
  category?: Category;
  type?: TypeSpec;
  evidence?: Evidence;
  /** The types that it could be, where they are several. */
  candidates: readonly TypeSpec[];
}

interface Known {
  title: string;
  category?: Category;
  /** Id or name of a type, from the column. */
  type?: string;
}

export function kindOf({ title, category: known, type: column }: Known, stated: readonly Stated[]): KindOf {
  const category = known ?? categoryOf(title, stated);
  const named = typesInTitle(title, category ? [category] : categories).filter(
    (one) => category !== undefined || !isVague(one, title),
  );
  if (!category) return { candidates: named.flatMap(({ types }) => types).slice(0, MOST) };
  const [own] = named.filter((one) => !isVague(one, title, known));
  const types = own ? narrowed(asMeant(own, title), title, stated) : [];
  const [only, ...more] = types;
  if (only && more.length === 0)
    return {
      category,
      type: only,
      evidence: { rule: '标题', words: own!.name, line: 0 },
      candidates: [only],
    };
  const byColumn = column === undefined ? undefined : (typeNamed(category, column) ?? byId(category, column));
  if (byColumn && (types.length === 0 ? !own : types.includes(byColumn)))
    return {
      category,
      type: byColumn,
      evidence: { rule: '栏目', words: column!, line: 0 },
      candidates: [byColumn],
    };
  return { category, candidates: types };
}

const MOST = 12;

const byId = (category: Category, id: string): TypeSpec | undefined =>
  typesIn(category).find((spec) => spec.id === id);

/** What only one category's notices are about. */
const WORDS: readonly (readonly [Category, RegExp])[] = [
  ['land', /国有建设用地|国有土地使用权|土地使用权|宗地|采矿权|探矿权|矿业权|供地计划/u],
  ['property', /股权|产权|招租|出租|租赁权|资产(?:转让|处置|出租|租赁)|增资/u],
  ['procurement', /政府采购|竞争性磋商|竞争性谈判|单一来源|框架协议|采购意向/u],
  ['construction', /招标计划|中标候选人|(?:施工|监理|勘察|设计)(?:总承包)?招标|评标结果公[示告]|中标通知书/u],
];

/** Labels by which a notice of only one category calls who acts and what is traded. */
const LABELS: readonly (readonly [Category, RegExp])[] = [
  [
    'procurement',
    /^(?:采购人|采购单位)|^采购(?:代理机构|项目编号|项目名称|预算)|^(?:中标（成交）|成交供应商|首次响应文件|首次公告日期|评审专家|落实政府采购政策|本项目的特定资格要求)|^原公告的采购/u,
  ],
  [
    'construction',
    /^(?:招标人|招标单位)|^(?:第[一二三]中标候选人|工程名称|工程概况|工程地点|工程内容|招标项目编号|招标控制价|最高投标限价)/u,
  ],
  ['land', /^(?:出让人|出让方|宗地|地块编号|竞得人|矿种|矿区面积|出让年限|挂牌起始价|土地用途)/u],
  ['property', /^(?:转让方|出租方|招租方|标的企业|租赁期限|转让底价|租金底价|招租底价|意向(?:受让|承租)方)/u],
];

const categoriesIn = (table: typeof WORDS, texts: readonly string[]): readonly Category[] =>
  table.filter(([, form]) => texts.some((text) => form.test(text))).map(([category]) => category);

/** The category that title and labels agree in. */
function categoryOf(title: string, stated: readonly Stated[]): Category | undefined {
  const byLabels = categoriesIn(
    LABELS,
    stated.map(({ name }) => name),
  );
  const byWords = categoriesIn(WORDS, [title]);
  const named = typesInTitle(title).filter((one) => !isVague(one, title));
  if (/通知$/u.test(title))
    return byLabels.length === 0 && byWords.length === 0 && !OF_MATTER.test(title) ? 'general' : undefined;
  const [label, ...moreLabels] = byLabels;
  const [word, ...moreWords] = byWords;
  if (label && moreLabels.length === 0)
    return word === undefined || byWords.includes(label) ? label : undefined;
  if (word && moreWords.length === 0 && (label === undefined || byLabels.includes(word))) return word;
  if (label) return undefined;
  const [only, ...others] = named;
  if (!only || others.length > 0 || byWords.length > 0) return undefined;
  const isOfTrade = only.category === 'general' && stated.some(({ name }) => STATED_OF_TRADE.test(name));
  return isOfTrade ? undefined : only.category;
}

/** What trades are about: 公告 at the end of such a title says nothing. */
const TRADE =
  /招标|采购|中标|成交|出让|转让|租|拍卖|挂牌|流标|废标|投标|开标|竞[买价得]|标段|磋商|谈判|询价|项目|工程|地块|宗地|产权|股权|资产|矿|变更|终止|延期|暂停|中止|恢复|比选|遴选|选聘|选定|招商|招募|征集|承包|流转|经营权|使用权|林权|处置|变卖|出售|竞|抽签|抽取|摇号|配额|指标|询比|比价|供应商|服务商|入围|交易/u;

/** What only a notice of a trade states, whatever its title. */
const STATED_OF_TRADE =
  /^(?:底价|起始价|挂牌价|评估价|成交价|中标价|保证金|竞买保证金|投标保证金|预算金额|最高限价|成交金额|中标金额|中标人|成交人|竞得人|报名截止|投标截止)/u;

/** A title about one matter that is traded, whatever kind of paper it is of. */
const OF_MATTER =
  /(?:工程|项目|标段|地块|采购).*(?:招标|采购|中标|成交|开标|投标|延期|暂停|终止|变更|澄清|补充|答疑)/u;

/** Whether a name is of a general notice and the title of a trade. */
const isVague = ({ category, name }: Named, title: string, known?: Category): boolean =>
  category === 'general' &&
  known !== 'general' &&
  name.length <= 4 &&
  TRADE.test(title) &&
  !/通知$/u.test(title);

/** What a name means where the title is about something that has types of its own: 采矿权挂牌出让结果公示. */
function asMeant({ category, types }: Named, title: string): readonly TypeSpec[] {
  const swap = SWAPPED.find(([of, form]) => of === category && form.test(title))?.[2];
  return swap
    ? types.flatMap((spec) => (spec.id in swap ? (byId(category, swap[spec.id]!) ?? []) : spec))
    : types;
}

/** By category: words of a title, and which types stand in the place of others there; '' for none. */
const SWAPPED: readonly (readonly [Category, RegExp, Readonly<Record<string, string>>])[] = [
  [
    'land',
    /采矿权|探矿权|矿业权/u,
    {
      'land-grant-notice': 'mining-grant-notice',
      'land-grant-result': 'mining-grant-result',
      'land-agreement-notice': 'mining-agreement-notice',
      'land-agreement-result': '',
      'land-allocation': '',
    },
  ],
  [
    'general',
    /(?:征求|征集).*意见/u,
    { notice: 'consultation', 'public-notice': 'consultation', 'publicity-notice': 'consultation' },
  ],
];

/** Things that change hands for good; a shop that is only named may be let. */
const SOLD =
  /^(?=.*(?:转让|处置|出售|拍卖)).*(?:资产|房产|厂房|商铺|住宅|车辆|设备|物资|废旧|报废|苗木|土地使用权)/u;

/** Words that tell types of one name apart, by category and id. */
const APART: Readonly<Record<string, RegExp>> = {
  'procurement tender-notice': /公开招标|邀请招标/u,
  'procurement competitive-negotiation': /竞争性谈判/u,
  'procurement competitive-consultation': /竞争性磋商/u,
  'procurement inquiry-notice': /询价/u,
  'procurement bidding-notice': /竞价/u,
  'construction candidate-notice': /中标候选人/u,
  'construction award-notice': /^中标人|^中标单位|^中标结果/u,
  'property property-transfer': /股权|产权/u,
  'property property-transfer-result': /股权|产权/u,
  'property property-transfer-preview': /股权|产权/u,
  'property capital-increase': /增资/u,
  'property capital-increase-preview': /增资/u,
  'property asset-transfer': SOLD,
  'property asset-transfer-result': SOLD,
  'property asset-lease': /租/u,
  'property asset-lease-result': /租/u,
  'property auction-notice': /拍卖/u,
};

/** Of several types of one name, those that the title speaks of, or else the way of the procedure that is stated. */
function narrowed(types: readonly TypeSpec[], title: string, stated: readonly Stated[]): readonly TypeSpec[] {
  if (types.length < 2) return types;
  const said = stated.flatMap(({ name, value }) =>
    /^(?:采购方式|交易方式)$/u.test(name) ? [value] : [name],
  );
  for (const texts of [[title], said]) {
    const meant = types.filter(({ category, id }) =>
      texts.some((text) => APART[`${category} ${id}`]?.test(text)),
    );
    if (meant.length === 1) return meant;
  }
  return types;
}
