import * as dated from './dated.ts';
import {
  area,
  choice,
  code,
  count,
  date,
  deadline,
  instant,
  list,
  percent,
  price,
  start,
  ratio,
  share,
  term,
  line,
  text,
} from './field.ts';
import { corrections } from './every-type.ts';
import * as party from './parties.ts';
import { typesOf } from './type.ts';

const parcelMust = {
  code: code({ label: '编号', help: '地块（宗地）编号。', example: 'GM-2026-03' }),
  location: text({ label: '位置', help: '四至或者路名。', example: '荷城街道示例路以东、示例大道以北' }),
  area: area({ label: '面积', help: '土地面积，写明平方米、公顷或者亩。', example: '23456.7平方米' }),
  use: text({ label: '用途', help: '规划用途。', example: '工业用地' }),
};

const parcelMay = {
  term: term({ label: '年限', help: '使用年限。', example: '50年' }),
  plotRatio: ratio({ label: '容积率', help: '规划容积率。', example: '1.5-3.5' }),
  coverage: share({ label: '建筑密度', help: '建筑密度；上限、下限照写。', example: '60%' }),
  greenRatio: share({ label: '绿地率', help: '绿地率。', example: '10%' }),
  termsByUse: text({
    label: '分用途年限',
    help: '几种用途的年限不同时，照公告逐一写明。',
    example: '商业40年、住宅70年',
  }),
  heightLimit: text({ label: '建筑限高', help: '建筑高度的限制，照公告写。', example: '不超过60米' }),
  commercialRatio: text({
    label: '商业占比',
    help: '商业（计容建筑面积）的比例，照公告写。',
    example: '≤45%',
  }),
  floorPrice: text({
    label: '楼面地价',
    help: '楼面地价，带单位，照公告写。',
    example: '1,860元/平方米',
  }),
  obligations: text({
    label: '配建和自持',
    help: '竞自持、配建的要求，照公告写。',
    example: '配建人才公寓 3,000 平方米，无偿移交',
  }),
  handover: text({
    label: '交地条件',
    help: '什么时候、以什么条件交地。',
    example: '净地，签订合同后 30 日内按现状交付',
  }),
};

const parcels = list({ label: '地块', help: '逐块列出出让的地块和规划条件。' }, parcelMust, {
  ...parcelMay,
  startPriceFen: price({
    label: '起始价',
    help: '本地块的起始价。',
    example: '1876万元',
    role: 'amount',
  }),
  depositFen: price({
    label: '保证金',
    help: '本地块的竞买保证金。',
    example: '376万元',
  }),
  incrementFen: price({ label: '增价幅度', help: '每次加价的最小幅度。', example: '20万元' }),
});

const grants = list(
  { label: '成交地块', help: '逐块写明结果；未成交的地块也要写。' },
  {
    ...parcelMust,
    outcome: choice(
      { granted: '成交', failed: '流拍', terminated: '终止' },
      { label: '结果', help: '成交、流拍或者终止。' },
    ),
  },
  {
    ...parcelMay,
    grantee: line({
      label: '受让人',
      help: '受让人全称。',
      example: '佛山市示例新材料有限公司',
      role: 'winner',
    }),
    priceFen: price({ label: '成交价', help: '成交总价。', example: '1926万元', role: 'price' }),
    method: choice(
      { listing: '挂牌', auction: '拍卖', tender: '招标', agreement: '协议', allocation: '划拨' },
      { label: '供应方式', help: '土地供应方式。' },
    ),
  },
);

const rights = list(
  {
    label: '矿业权',
    help: '一份公告出让几个矿业权时逐个列出，代替“矿种”“矿区面积”“首次出让期限”“起始价”等栏。',
  },
  {
    code: code({ label: '编号', help: '矿业权的编号；没有编号的写 01、02。', example: '01' }),
    name: text({ label: '名称', help: '矿业权的名称。', example: '更合镇示例建筑用花岗岩矿' }),
    mineral: text({ label: '矿种', help: '矿种。', example: '建筑用花岗岩' }),
  },
  {
    kind: choice(
      { exploration: '探矿权', mining: '采矿权' },
      { label: '矿业权类别', help: '探矿权或者采矿权。' },
    ),
    location: text({ label: '位置', help: '所在地；拐点坐标写在正文。', example: '更合镇示例村' }),
    area: area({ label: '面积', help: '矿区（勘查区块）面积。', example: '12.5公顷' }),
    explorationDegree: text({ label: '勘查程度', help: '已达到的勘查程度。', example: '普查' }),
    term: term({ label: '出让期限', help: '首次出让期限。', example: '5年' }),
    startPriceFen: price({
      label: '起始价',
      help: '这一个矿业权的起始价。',
      example: '320万元',
      role: 'amount',
    }),
    depositFen: price({ label: '保证金', help: '这一个矿业权的竞买保证金。', example: '64万元' }),
    incrementFen: price({ label: '增价幅度', help: '每次加价的最小幅度。', example: '10万元' }),
  },
);

const planned = list(
  { label: '计划地块', help: '列入供应计划的地块。' },
  {
    location: parcelMust.location,
    area: parcelMust.area,
    use: parcelMust.use,
  },
  { quarter: text({ label: '供应时间', help: '计划供应的时间。', example: '2026年第二季度' }) },
);

/** Fields of land and mining rights in the order of the official form. */
const fields = {
  projectCode: party.projectCode,
  projectName: party.projectName,
  retender: party.retender,
  grantor: text({
    label: '出让人',
    help: '出让人全称。',
    example: '高明区示例自然资源局',
    role: 'principal',
  }),
  platform: text({
    label: '交易平台',
    help: '承办交易的平台。',
    example: '示例市公共资源交易中心高明分中心',
  }),
  year: count({ label: '计划年度', help: '供应计划的年度。', example: '2026' }),
  plannedArea: area({
    label: '计划供应面积',
    help: '计划供应的总面积。',
    example: '86.5公顷',
    sumOf: { list: 'planned', part: 'area' },
  }),
  planned,
  method: choice(
    { listing: '挂牌', auction: '拍卖', tender: '招标' },
    { label: '出让方式', help: '招标、拍卖或者挂牌；决定适用哪一种期限。' },
  ),
  parcels,
  rights,
  mineral: text({ label: '矿种', help: '矿种。', example: '建筑用花岗岩' }),
  mineArea: area({ label: '矿区面积', help: '矿区面积；拐点坐标写在正文。', example: '12.5公顷' }),
  mineKind: choice(
    { exploration: '探矿权', mining: '采矿权' },
    { label: '矿业权类别', help: '探矿权或者采矿权。' },
  ),
  explorationDegree: text({ label: '勘查程度', help: '已达到的勘查程度。', example: '详查' }),
  mineTerm: term({ label: '首次出让期限', help: '首次出让期限。', example: '10年' }),
  royaltyRate: percent({ label: '出让收益率', help: '矿业权出让收益率。', example: '3.1%' }),
  startPriceFen: price({
    label: '起始价',
    help: '起始价，必须带单位。多个地块时写在各地块里。',
    example: '1876万元',
    role: 'amount',
    sumOf: { list: 'parcels', part: 'startPriceFen' },
  }),
  depositFen: price({
    label: '竞买保证金',
    help: '竞买保证金，必须带单位。',
    example: '376万元',
    order: 190,
    sumOf: { list: 'parcels', part: 'depositFen' },
  }),
  incrementFen: price({ label: '增价幅度', help: '每次加价的最小幅度。', example: '20万元' }),
  depositForm: text({
    label: '保证金方式',
    help: '可以用保函或者外币的，照公告写。',
    example: '银行转账或者见索即付的独立保函；境外竞买人可以交等值美元',
  }),
  qualification: text({
    label: '竞买人资格',
    help: '主要的资格条件。',
    example: '中华人民共和国境内外的法人、自然人和其他组织',
  }),
  consortium: party.consortium,
  documentsFrom: date({
    label: '文件获取开始',
    help: '可以索取出让文件的第一天。',
    example: '2026-03-05',
    ...dated.documentsFrom,
  }),
  documentsUntil: date({
    label: '文件获取结束',
    help: '可以索取出让文件的最后一天。',
    example: '2026-04-03',
    ...dated.documentsUntil,
  }),
  documentsPlace: text({
    label: '文件获取方式',
    help: '在哪里、怎样索取文件。',
    example: '登录示例交易平台下载',
    order: 130,
  }),
  registrationDeadline: deadline({
    label: '报名截止',
    help: '提交竞买申请的截止时间。',
    example: '2026-04-03 17:00',
    role: 'deadline',
    ...dated.registrationDeadline,
  }),
  depositDeadline: deadline({
    label: '保证金截止',
    help: '保证金到账的截止时间。',
    example: '2026-04-03 17:00',
    ...dated.depositDeadline,
  }),
  listingFrom: instant({
    label: '挂牌开始',
    help: '挂牌报价开始的时间。',
    example: '2026-03-26 09:00',
    ...dated.listingFrom,
  }),
  listingUntil: deadline({
    label: '挂牌截止',
    help: '挂牌报价截止的时间。',
    example: '2026-04-07 10:00',
    role: 'deadline',
    ...dated.listingUntil,
  }),
  auctionAt: instant({
    label: '拍卖时间',
    help: '拍卖会开始的时间。',
    example: '2026-04-08 10:00',
    role: 'opening',
    ...dated.auctionAt,
  }),
  auctionPlace: line({
    label: '拍卖地点',
    help: '拍卖会地点或者网址。',
    example: '示例交易中心 2 号厅',
    role: 'opening-place',
  }),
  bidDeadline: deadline({
    label: '投标截止',
    help: '以招标方式出让时，递交投标文件的截止时间。',
    example: '2026-04-08 09:30',
    role: 'deadline',
    ...dated.bidDeadline,
  }),
  corrections,
  grants,
  closedOn: date({ label: '交易结束日期', help: '招拍挂活动结束的日期。', example: '2026-04-07' }),
  grantee: line({
    label: '竞得人',
    help: '竞得人（受让人）全称。',
    example: '佛山市示例新材料有限公司',
    role: 'winner',
  }),
  granteeCode: party.winnerCode.meta({
    label: '竞得人统一社会信用代码',
    help: '18 位代码，系统会核对校验位。',
    example: '91440608MA0000000L',
  }),
  dealFen: price({ label: '成交价', help: '成交总价，必须带单位。', example: '1926万元', role: 'price' }),
  transferor: text({
    label: '转让人',
    help: '矿业权转让人全称。',
    example: '高明区示例石场有限公司',
    role: 'principal',
  }),
  transferee: line({
    label: '受让人',
    help: '矿业权受让人全称。',
    example: '佛山市示例矿业有限公司',
    role: 'winner',
  }),
  licenceCode: code({
    label: '许可证号',
    help: '采矿（勘查）许可证号。',
    example: 'C0000002026000000000001',
  }),
  agreementReason: text({
    label: '协议出让依据',
    help: '可以协议出让（划拨）的政策依据。',
    example: '公用设施用地，符合协议出让条件',
  }),
  publicityFrom: party.publicityFrom,
  publicityUntil: party.publicityUntil,
  objectionChannel: party.objectionChannel,
  suspendedAt: start({ label: '中止时间', help: '从什么时间起中止。', example: '2026-03-28 09:00' }),
  resumeAt: party.resumeAt,
  resumedAt: party.resumedAt,
  reason: party.reason,
  refund: party.refund,
  contactName: party.contactName,
  contactPhone: party.contactPhone,
} as const;

const type = typesOf('land', fields);
const contact = ['projectName', 'platform', 'contactName', 'contactPhone'] as const;
const calls = ['land-grant-notice', 'mining-grant-notice'] as const;
const offers = [
  ...calls,
  'land-agreement-notice',
  'mining-agreement-notice',
  'mining-transfer-notice',
] as const;
const results = ['land-grant-result', 'land-agreement-result', 'mining-grant-result'] as const;
const saleMay = [
  ...contact,
  'retender',
  'startPriceFen',
  'depositFen',
  'depositForm',
  'incrementFen',
  'qualification',
  'consortium',
  'documentsFrom',
  'documentsUntil',
  'documentsPlace',
  'depositDeadline',
  'listingFrom',
  'listingUntil',
  'auctionAt',
  'auctionPlace',
  'bidDeadline',
] as const;
/** A sale closes by listing, auction or tender; which one, the method says. */
const saleClose = [['listingUntil', 'auctionAt', 'bidDeadline']] as const;

/** The types of state land and mining rights in the order of a project's life. */
export const landTypes = [
  type('supply-plan', {
    term: '供应计划',
    also: ['土地供应计划', '国有建设用地供应计划'],
    stage: 'plan',
    link: 'never',
    must: ['grantor', 'year', 'plannedArea', 'planned'],
    may: ['region', 'contactName', 'contactPhone'],
  }),
  type('land-grant-notice', {
    term: '国有建设用地使用权出让公告',
    also: ['出让公告', '土地出让公告'],
    stage: 'call',
    link: 'may',
    follows: ['supply-plan', 'termination-notice', 'land-grant-result'],
    must: ['projectCode', 'region', 'grantor', 'method', 'parcels', 'registrationDeadline'],
    may: saleMay,
    oneOf: saleClose,
  }),
  type('mining-grant-notice', {
    term: '矿业权出让公告',
    also: ['采矿权出让公告', '探矿权出让公告'],
    stage: 'call',
    link: 'may',
    follows: ['termination-notice', 'mining-grant-result'],
    must: ['projectCode', 'region', 'grantor', 'method', 'registrationDeadline'],
    may: [
      ...saleMay,
      'rights',
      'mineral',
      'mineArea',
      'mineKind',
      'mineTerm',
      'explorationDegree',
      'royaltyRate',
    ],
    oneOf: [
      ['mineral', 'rights'],
      ['mineArea', 'rights'],
      ['mineKind', 'rights'],
      ['mineTerm', 'rights'],
      ['startPriceFen', 'rights'],
      ...saleClose,
    ],
  }),
  type('correction-notice', {
    term: '补充公告',
    also: ['变更公告', '更正公告'],
    stage: 'correction',
    link: 'must',
    follows: ['supply-plan', ...offers, ...results, 'land-allocation'],
    must: ['grantor', 'corrections', 'reason'],
    may: [...contact, 'projectCode'],
  }),
  type('suspension-notice', {
    term: '中止公告',
    stage: 'suspension',
    link: 'must',
    follows: offers,
    must: ['projectCode', 'grantor', 'suspendedAt', 'reason'],
    may: [...contact, 'resumeAt'],
  }),
  type('resumption-notice', {
    term: '恢复公告',
    stage: 'resumption',
    link: 'must',
    follows: offers,
    must: ['projectCode', 'grantor'],
    may: [...contact, 'resumedAt', 'corrections', 'reason'],
  }),
  type('termination-notice', {
    term: '终止公告',
    stage: 'termination',
    link: 'must',
    follows: [...offers, 'suspension-notice'],
    must: ['projectCode', 'grantor', 'reason'],
    may: [...contact, 'refund'],
  }),
  type('land-grant-result', {
    term: '成交公示',
    also: ['成交结果公示', '出让结果公示', '成交公告'],
    stage: 'result',
    link: 'must',
    follows: ['land-grant-notice'],
    must: ['projectCode', 'grantor', 'grants', 'closedOn'],
    may: [
      ...contact,
      'grantee',
      'granteeCode',
      'dealFen',
      'publicityFrom',
      'publicityUntil',
      'objectionChannel',
    ],
  }),
  type('land-agreement-notice', {
    term: '协议出让意向公示',
    stage: 'call',
    link: 'never',
    must: [
      'projectCode',
      'region',
      'grantor',
      'parcels',
      'agreementReason',
      'publicityFrom',
      'publicityUntil',
    ],
    may: [...contact, 'grantee', 'dealFen', 'objectionChannel'],
  }),
  type('land-agreement-result', {
    term: '协议出让结果公示',
    stage: 'result',
    link: 'must',
    follows: ['land-agreement-notice'],
    must: ['projectCode', 'grantor', 'grants'],
    may: [
      ...contact,
      'grantee',
      'granteeCode',
      'dealFen',
      'publicityFrom',
      'publicityUntil',
      'objectionChannel',
    ],
  }),
  type('land-allocation', {
    term: '划拨用地公示',
    stage: 'result',
    link: 'never',
    must: ['projectCode', 'region', 'grantor', 'grants', 'agreementReason'],
    may: [...contact, 'publicityFrom', 'publicityUntil', 'objectionChannel'],
  }),
  type('mining-grant-result', {
    term: '矿业权出让结果公示',
    also: ['采矿权出让结果公示', '探矿权出让结果公示'],
    stage: 'result',
    link: 'must',
    follows: ['mining-grant-notice'],
    must: [
      'projectCode',
      'grantor',
      'mineral',
      'grantee',
      'dealFen',
      'closedOn',
      'publicityFrom',
      'publicityUntil',
    ],
    may: [...contact, 'granteeCode', 'mineArea', 'mineKind', 'mineTerm', 'royaltyRate', 'objectionChannel'],
  }),
  type('mining-agreement-notice', {
    term: '矿业权协议出让公示',
    stage: 'call',
    link: 'never',
    must: [
      'projectCode',
      'region',
      'grantor',
      'mineral',
      'mineArea',
      'mineKind',
      'grantee',
      'agreementReason',
      'publicityFrom',
      'publicityUntil',
    ],
    may: [...contact, 'mineTerm', 'dealFen', 'royaltyRate', 'objectionChannel'],
  }),
  type('mining-transfer-notice', {
    term: '矿业权转让公示',
    stage: 'call',
    link: 'never',
    must: [
      'projectCode',
      'region',
      'transferor',
      'transferee',
      'mineral',
      'mineKind',
      'licenceCode',
      'publicityFrom',
      'publicityUntil',
    ],
    may: [...contact, 'mineArea', 'dealFen', 'objectionChannel'],
  }),
] as const;
