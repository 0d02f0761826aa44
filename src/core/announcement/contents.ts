import type { Category } from './category.ts';
import type { TypeSpec } from './type.ts';

/** One thing that an announcement says: in one of the fields named, or else in words of its body. */
export interface Content {
  /** Chinese, as the body names it where no field says it. */
  name: string;
  /** Keys of the fields that say it; those that a form does not have are passed over. */
  keys: readonly string[];
  /**
   * `law`: an order on notices asks for it. `decides`: which law governs depends on it. `may`: said where it is known.
   */
  need: 'law' | 'decides' | 'may';
}

/** Contents under one heading. */
export interface Part {
  heading: string;
  contents: readonly Content[];
}

const law = (name: string, ...keys: readonly string[]): Content => ({ name, keys, need: 'law' });
const decides = (name: string, ...keys: readonly string[]): Content => ({ name, keys, need: 'decides' });
const may = (name: string, ...keys: readonly string[]): Content => ({ name, keys, need: 'may' });

/**
 * 招标投标法 第十六条; 工程建设项目施工招标投标办法 第十四条; 招标投标法实施条例 第三十七条 (联合体);
 * 招标公告和公示信息发布管理办法 第五条.
 */
const constructionCall: readonly Part[] = [
  {
    heading: '项目概况',
    contents: [
      may('项目名称', 'projectName'),
      may('项目编号', 'projectCode'),
      decides('是否依法必须招标', 'mustTender'),
      may('招标方式', 'method'),
      law('招标内容、范围和规模', 'scope', 'lots'),
      law('实施地点', 'region'),
      law('资金来源', 'fundSource'),
      may('预算金额', 'budgetFen'),
      may('最高投标限价', 'priceCeilingFen'),
      law('工期', 'durationDays'),
    ],
  },
  {
    heading: '投标人资格要求',
    contents: [law('资格能力要求', 'qualification'), law('是否接受联合体', 'consortium')],
  },
  {
    heading: '文件的获取',
    contents: [
      law('获取文件的时间', 'documentsFrom', 'documentsUntil'),
      law('获取文件的方式', 'documentsPlace'),
      law('文件收取的费用', 'documentsFee'),
      may('异议截止', 'objectionDeadline'),
    ],
  },
  {
    heading: '文件的递交',
    contents: [
      law('递交截止时间', 'bidDeadline', 'applicationDeadline'),
      law('递交方式'),
      may('开标', 'openingAt', 'openingPlace'),
      may('投标保证金', 'depositFen'),
    ],
  },
  {
    heading: '联系方式',
    contents: [
      law('招标人名称', 'buyer'),
      law('招标人地址', 'buyerAddress'),
      may('招标代理机构', 'agency', 'agencyAddress'),
      law('联系人', 'contactName'),
      law('联系电话', 'contactPhone'),
      may('监督部门', 'supervisor'),
    ],
  },
];

/** 招标公告和公示信息发布管理办法 第六条. */
const constructionCandidates: readonly Part[] = [
  {
    heading: '中标候选人',
    contents: [
      law('中标候选人', 'candidates'),
      law('评标情况'),
      law('中标候选人响应招标文件要求的资格能力条件'),
    ],
  },
  {
    heading: '公示和异议',
    contents: [
      may('公示期', 'publicityFrom', 'publicityUntil'),
      law('提出异议的渠道和方式', 'objectionChannel'),
    ],
  },
  {
    heading: '联系方式',
    contents: [
      may('招标人', 'buyer'),
      may('招标代理机构', 'agency'),
      may('联系人', 'contactName', 'contactPhone'),
      may('监督部门', 'supervisor'),
    ],
  },
];

const procurementContact: Part = {
  heading: '联系方式',
  contents: [
    law('采购人名称', 'buyer'),
    law('采购人地址', 'buyerAddress'),
    may('采购代理机构', 'agency', 'agencyAddress'),
    law('项目联系人', 'contactName'),
    law('联系电话', 'contactPhone'),
  ],
};

/** 政府采购货物和服务招标投标管理办法 第十三条; 政府采购公告和公示信息格式规范（2020年版）. */
const procurementCall: readonly Part[] = [
  {
    heading: '项目基本情况',
    contents: [
      may('项目编号', 'projectCode'),
      may('项目名称', 'projectName'),
      may('采购方式', 'method'),
      decides('品目类别', 'procurementKind'),
      law('预算金额', 'budgetFen'),
      may('最高限价', 'priceCeilingFen'),
      law('采购需求', 'requirement', 'lots'),
      law('合同履行期限', 'contractTerm'),
      law('是否接受联合体', 'consortium'),
      may('专门面向中小企业', 'smeOnly'),
    ],
  },
  { heading: '供应商的资格要求', contents: [law('资格要求', 'qualification')] },
  {
    heading: '获取采购文件',
    contents: [
      law('获取文件的时间', 'documentsFrom', 'documentsUntil'),
      law('获取文件的地点和方式', 'documentsPlace'),
      law('文件售价', 'documentsFee'),
    ],
  },
  {
    heading: '截止和开启',
    contents: [
      law('截止时间', 'bidDeadline', 'responseDeadline', 'applicationDeadline'),
      law('开启时间和地点', 'openingAt', 'openingPlace'),
      may('保证金', 'depositFen'),
    ],
  },
  { heading: '公告期限', contents: [law('公告期限', 'noticeWorkingDays')] },
  procurementContact,
];

/** 政府采购法实施条例 第四十三条; 政府采购货物和服务招标投标管理办法 第六十九条. */
const procurementResult: readonly Part[] = [
  {
    heading: '项目基本情况',
    contents: [may('项目编号', 'projectCode'), may('项目名称', 'projectName')],
  },
  {
    heading: '结果',
    contents: [
      law('供应商名称', 'winner', 'lotResults'),
      law('供应商地址', 'winnerAddress', 'lotResults'),
      law('成交金额', 'awardFen', 'lotResults'),
      law('主要标的', 'items'),
    ],
  },
  { heading: '评审专家名单', contents: [law('评审专家', 'reviewers')] },
  { heading: '代理服务收费标准及金额', contents: [law('代理服务费', 'agencyFeeFen')] },
  { heading: '公告期限', contents: [law('公告期限', 'noticeWorkingDays')] },
  procurementContact,
];

/** 拍卖法 第四十六条. */
const auction: readonly Part[] = [
  {
    heading: '拍卖会',
    contents: [
      law('拍卖的时间和地点', 'biddingAt', 'biddingPlace'),
      law('拍卖标的', 'asset', 'assets'),
      law('标的展示的时间', 'viewingFrom', 'viewingUntil'),
      law('标的展示的地点'),
      law('参与竞买应当办理的手续'),
      may('底价', 'basePriceFen'),
      may('保证金', 'depositFen'),
    ],
  },
  { heading: '联系方式', contents: [may('联系人', 'contactName', 'contactPhone')] },
];

/** What is published for itself has no field that says it. */
const notice: readonly Part[] = [{ heading: '', contents: [law('写明要告诉读者的内容')] }];

const BY_TYPE: Readonly<Record<Category, Readonly<Record<string, readonly Part[]>>>> = {
  construction: {
    'tender-notice': constructionCall,
    'prequalification-notice': constructionCall,
    'tender-invitation': constructionCall,
    'candidate-notice': constructionCandidates,
  },
  procurement: {
    'tender-notice': procurementCall,
    'prequalification-notice': procurementCall,
    'competitive-negotiation': procurementCall,
    'competitive-consultation': procurementCall,
    'inquiry-notice': procurementCall,
    'award-notice': procurementResult,
    'deal-notice': procurementResult,
  },
  land: {},
  property: { 'auction-notice': auction },
  general: {
    notice,
    'public-notice': notice,
    'publicity-notice': notice,
    consultation: notice,
  },
};

/** The contents of a type in the order of the official form; nothing where no order lists them. */
export const contentsOf = ({ category, id }: TypeSpec): readonly Part[] | undefined => BY_TYPE[category][id];
