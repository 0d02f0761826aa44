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
  /**
   * How bodies say it, looked for without blanks and marks. Only of what the check asks for: what a form always has,
   * and what another rule or a required field already looks after, has none.
   */
  words?: RegExp;
  /** Whether 招标投标法 第十六条 itself asks for it, of every project that is tendered. */
  isBasic?: true;
}

/** Contents under one heading. */
export interface Part {
  heading: string;
  contents: readonly Content[];
}

const law = (name: string, ...keys: readonly string[]): Content => ({ name, keys, need: 'law' });
const asked = (name: string, words: RegExp, ...keys: readonly string[]): Content => ({
  ...law(name, ...keys),
  words,
});
const basic = (...given: Parameters<typeof asked>): Content => ({ ...asked(...given), isBasic: true });
const decides = (name: string, ...keys: readonly string[]): Content => ({ name, keys, need: 'decides' });
const may = (name: string, ...keys: readonly string[]): Content => ({ name, keys, need: 'may' });

const ADDRESS = /地址|住所|联系地点|[路街巷][^，。；\n]{0,8}号/u;
const PERSON = /联系人|联系方式|经办|联络人|负责人|先生|女士|小姐|老师|[一-龥]工[（(，、：\d]/u;
const TELEPHONE = /电话|手机|联系方式|\d{3,4}-\d{7,8}/u;
const OBTAINED = /获取|领取|下载|购买|索取|发售|出售|报名|平台|网址/u;
const QUALIFIED =
  /资格(?!预审|后审|审查)|资质|(?:应当?|须|需要?)(?:具备|具有|是|为)|(?:投标人|申请人|供应商)条件/u;

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
      basic('招标内容、范围和规模', /内容|范围|规模|概况|工程量|数量/u, 'scope', 'lots'),
      law('实施地点', 'region'),
      asked('资金来源', /资金|自筹|财政|投资/u, 'fundSource'),
      may('预算金额', 'budgetFen'),
      may('最高投标限价', 'priceCeilingFen'),
      basic(
        '工期',
        /工期|周期|(?:履行|服务|供货|交货|建设|监理|设计|合同|完成)(?:期|时间)|日历天|开工|竣工|个月/u,
        'durationDays',
      ),
    ],
  },
  {
    heading: '投标人资格要求',
    contents: [asked('资格能力要求', QUALIFIED, 'qualification'), law('是否接受联合体', 'consortium')],
  },
  {
    heading: '文件的获取',
    contents: [
      law('获取文件的时间', 'documentsFrom', 'documentsUntil'),
      basic('获取文件的方式', OBTAINED, 'documentsPlace'),
      law('文件收取的费用', 'documentsFee'),
      may('异议截止', 'objectionDeadline'),
      may('提出异议的渠道和方式', 'objectionChannel'),
    ],
  },
  {
    heading: '文件的递交',
    contents: [
      law('递交截止时间', 'bidDeadline', 'applicationDeadline'),
      asked('递交方式', /递交|提交|上传|送达|送交|投递|加密/u),
      may('开标', 'openingAt', 'openingPlace'),
      may('投标保证金', 'depositFen'),
    ],
  },
  {
    heading: '联系方式',
    contents: [
      law('招标人名称', 'buyer'),
      basic('招标人地址', ADDRESS, 'buyerAddress'),
      may('招标代理机构', 'agency', 'agencyAddress'),
      asked('联系人', PERSON, 'contactName'),
      asked('联系电话', TELEPHONE, 'contactPhone'),
      may('监督部门', 'supervisor', 'supervisorPhone'),
    ],
  },
];

/** 招标公告和公示信息发布管理办法 第六条. */
const constructionCandidates: readonly Part[] = [
  {
    heading: '中标候选人',
    contents: [
      law('中标候选人', 'candidates'),
      asked('评标情况', /评标|评审|评分|得分/u),
      asked('中标候选人响应招标文件要求的资格能力条件', /资格|资质|业绩|证书|项目经理|项目负责人/u),
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
    asked('采购人地址', ADDRESS, 'buyerAddress'),
    may('采购代理机构', 'agency', 'agencyAddress'),
    asked('项目联系人', PERSON, 'contactName'),
    asked('联系电话', TELEPHONE, 'contactPhone'),
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
  { heading: '供应商的资格要求', contents: [asked('资格要求', QUALIFIED, 'qualification')] },
  {
    heading: '获取采购文件',
    contents: [
      law('获取文件的时间', 'documentsFrom', 'documentsUntil'),
      asked('获取文件的地点和方式', OBTAINED, 'documentsPlace'),
      asked('文件售价', /售价|免费|工本费|收费|收取|费用|每[份套本]|元\/?[份套本]/u, 'documentsFee'),
    ],
  },
  {
    heading: '截止和开启',
    contents: [
      law('截止时间', 'bidDeadline', 'responseDeadline', 'applicationDeadline'),
      asked('开启时间和地点', /开标|开启|截止时间[^。；\n]*地点/u, 'openingAt', 'openingPlace'),
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
      asked('供应商地址', /地址|住所/u, 'winnerAddress'),
      law('成交金额', 'awardFen', 'lotResults'),
      asked('主要标的', /标的|规格|型号|数量|单价|服务(?:范围|要求|内容|时间|标准)|施工范围|品牌/u, 'items'),
    ],
  },
  {
    heading: '评审专家名单',
    contents: [
      asked(
        '评审专家',
        /专家|评审(?:小组|委员会|成员)|谈判小组|磋商小组|询价小组|评委|采购人员/u,
        'reviewers',
      ),
    ],
  },
  { heading: '代理服务收费标准及金额', contents: [law('代理服务费', 'agencyFeeFen')] },
  { heading: '公告期限', contents: [law('公告期限', 'noticeWorkingDays')] },
  procurementContact,
];

/** 政府采购非招标采购方式管理办法 第三十八条. */
const singleSource: readonly Part[] = [
  {
    heading: '项目基本情况',
    contents: [
      law('采购人', 'buyer'),
      may('项目编号', 'projectCode'),
      may('项目名称', 'projectName'),
      may('品目类别', 'procurementKind'),
      law('采购内容', 'requirement'),
      may('预算金额', 'budgetFen'),
      law('采用单一来源采购方式的原因', 'singleSourceReason'),
    ],
  },
  {
    heading: '拟定供应商',
    contents: [law('拟定供应商', 'onlySupplier'), law('拟定供应商地址', 'onlySupplierAddress')],
  },
  { heading: '专业人员论证意见', contents: [law('论证意见', 'experts')] },
  {
    heading: '公示期限',
    contents: [law('公示期限', 'publicityFrom', 'publicityUntil')],
  },
  {
    heading: '联系方式',
    contents: [
      asked('采购人地址', ADDRESS, 'buyerAddress'),
      may('采购代理机构', 'agency', 'agencyAddress'),
      asked('联系人', PERSON, 'contactName'),
      asked('联系电话', TELEPHONE, 'contactPhone'),
      asked('财政部门', /财政/u, 'supervisor'),
    ],
  },
];

/** 拍卖法 第四十六条. */
const auction: readonly Part[] = [
  {
    heading: '拍卖会',
    contents: [
      law('拍卖的时间和地点', 'biddingAt', 'biddingPlace'),
      law('拍卖标的', 'asset', 'assets'),
      law('标的展示的时间', 'viewingFrom', 'viewingUntil'),
      asked('标的展示的地点', /展示|看样|看货|踏勘|现场|查看|实地/u),
      asked('参与竞买应当办理的手续', /手续|报名|登记|办理|保证金/u),
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
    'single-source-notice': singleSource,
    'award-notice': procurementResult,
    'deal-notice': procurementResult,
    'result-notice': procurementResult,
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
