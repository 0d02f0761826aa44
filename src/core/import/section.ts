import { plainLabel } from './label.ts';

/**
 * Whose the 名称, 地址 and 联系方式 below a heading are: 1.采购人信息, 3.项目联系方式, 合同主体. Nothing where a heading names
 * nobody.
 */
export function ownerIn(heading: string): string | undefined {
  const plain = plainLabel(heading);
  const [, name] =
    /^(?:采购|招标)?(.+?)(?:的)?(?:基本)?(?:信息|情况|名称|联系方式|联系信息|联系人信息|（.{1,4}方）)*$/u.exec(
      plain,
    ) ?? [];
  const whole = /^(?:采购|招标)/u.exec(plain)?.[0] ?? '';
  const owner = OWNERS.find(([form]) => form.test(`${whole}${name ?? ''}`));
  return owner?.[1];
}

const OWNERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:采购人|采购单位|征集人)$/u, '采购人'],
  [/^(?:采购|招标|集中采购)?代理(?:机构|单位|公司)?$|^集中采购机构$/u, '代理机构'],
  [/^(?:招标人|招标单位)$/u, '招标人'],
  [/^(?:出让人|出让方|出让单位)$/u, '出让人'],
  [/^(?:转让方|出租方|招租方|出租人)$/u, '转让方'],
  [/^(?:拟定|唯一|拟定的唯一)供应商$/u, '拟定供应商'],
  [/^项目$/u, '项目'],
  [/^(?:(?:中标|成交)(?:（成交）)?)?供应商$|^(?:中标|成交)人$|^供应商$/u, '供应商'],
  [/^(?:行政)?监督(?:部门|单位|机构)$|^监管部门$/u, '监督部门'],
];

/** A label that names who takes part, and so whose the contact behind it is. */
export const isPartyLabel = (plain: string): boolean =>
  OTHER_OFFICE.test(plain) ||
  /代理(?:公司)?$/u.test(plain) ||
  (/(?:人|方|单位|机构|部门|供应商|平台|中心)(?:名称|（[甲乙]方）)?$/u.test(plain) &&
    !/^各|^有关|(?:联系|负责|代表|授权|经办|承办|申请)人(?:员)?$/u.test(plain));

/** Whose telephone is none of those who trade. */
const OTHER_OFFICE =
  /^(?!.*(?:电话|时间|截止|渠道|方式|期|人$)).*(?:监督|监管|投诉|质疑|举报|技术支持|客服|公证|CA|交易场所)/u;

/** Whose a contact is by its own label: 代理机构 of 代理机构联系人, 采购人 of 采购单位地址. */
export function ownerOfContact(plain: string): string | undefined {
  const [, whose, what] = /^(.{2,12}?)的?(联系人|(?:联系)?地址|(?:联系)?电话|联系方式)$/u.exec(plain) ?? [];
  if (whose === undefined) return undefined;
  // 质疑联系人, 技术联系人: the telephone behind a person is that person's.
  if (what === '联系人') return ownerIn(whose) ?? whose;
  const isOffice = /(?:人|方|单位|机构|部门)$/u.test(whose) && isPartyLabel(whose);
  return ownerIn(whose) ?? (isOffice ? whose : undefined);
}

/** Where money goes, which has a bank whose telephone it may be that follows. */
export const isAccount = (plain: string): boolean =>
  /^(?:开户(?:银行|行|名|单位)?|户名|[银行]*[账帐]号|.{0,8}[账帐]户(?:名称?)?)$/u.test(plain);

/** Whether an owner is one of those who may be asked about the matter where nobody else is named. */
export const mayBeAsked = (owner: string): boolean =>
  /^(?:采购人|招标人|出让人|转让方|代理机构)$/u.test(owner);

/** A label that names a person, whose telephone may stand behind it. */
export const isPerson = (plain: string): boolean =>
  /(?:负责人|代表人?|项目经理|建造师|工程师|总监|[经承]办人)(?:员|姓名)?$/u.test(plain);

/** What a label of a contact is called by its owner: 联系方式 of the 采购人 is 采购人联系方式. */
export function ownedLabel(plain: string, owner: string): string {
  if (plain === '名称' || plain === '单位名称') return `${owner}名称`;
  if (/^(?:联系|通讯|单位|办公)?地址$/u.test(plain)) return `${owner}地址`;
  if (/^(?:联系人)?(?:联系)?电话$|^联系方式$|^电话号码$|^联系人电话$/u.test(plain)) return `${owner}联系电话`;
  if (/^联系人(?:员|姓名)?$/u.test(plain)) return `${owner}联系人`;
  return plain;
}

/** Labels that tell how to reach whom the lines before name; behind any other label, somebody else may be meant. */
export const isContact = (plain: string): boolean =>
  /^(?:名称|单位名称|(?:联系|通讯|单位|办公)?地址|邮编|邮政编码|联系人(?:员|姓名)?|(?:联系人)?(?:联系)?电话|电话号码|联系方式|传真|电子邮箱|电子邮件|邮箱|e-?mail|网址|统一社会信用代码|法定代表人|开户(?:银行|行|名)?|户名|[银行]*[账帐]号)$/iu.test(
    plain,
  );

/** What a plain label means below a heading: 时间 below 获取招标文件 is its period. */
export function labelBelow(heading: string, plain: string): string {
  const bare = heading.replace(/（[^（）]*）/gu, '');
  const [, labels] = BELOW.find(([form]) => form.test(bare)) ?? [];
  return labels?.[plain] ?? plain;
}

const BELOW: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  [
    /(?:招标|采购|磋商|谈判|资格预审|征集|询价|竞买|出让)?文件.{0,4}(?:获取|发售|领取)|(?:获取|发售|领取).{0,8}(?:文件|通知书)/u,
    { 时间: '文件获取时间', 获取时间: '文件获取时间', 方式: '获取方式', 售价: '文件售价' },
  ],
  [
    /(?:响应|磋商|谈判|报价)文件.{0,4}(?:提交|递交)|(?:提交|递交).{0,4}(?:响应|磋商|谈判|报价)文件/u,
    { 截止时间: '响应截止', 递交截止时间: '响应截止', 提交截止时间: '响应截止' },
  ],
  [
    /提交投标文件截止时间、开标时间和地点/u,
    { 截止时间: '投标截止', 时间: '投标截止时间、开标时间', 地点: '开标地点' },
  ],
  [
    /投标文件.{0,4}(?:提交|递交)|(?:提交|递交).{0,4}投标文件/u,
    { 截止时间: '投标截止', 递交截止时间: '投标截止', 提交截止时间: '投标截止' },
  ],
  [
    /(?:资格预审)?申请文件.{0,4}(?:提交|递交)|(?:提交|递交).{0,4}申请文件/u,
    { 截止时间: '申请截止', 递交截止时间: '申请截止', 提交截止时间: '申请截止' },
  ],
  [
    /^(?:响应文件|投标文件)?(?:开启|开标)(?:时间)?(?:和|及|与|、)?(?:地点)?$/u,
    { 时间: '开标时间', 地点: '开标地点' },
  ],
];

/** A line that begins the part of one lot: what it says is not said of the whole. */
export const isLotHeading = (plain: string): boolean =>
  /^(?:第?[一二三四五六七八九十\d]{1,3}(?:标段|包|标包|包组|采购包|合同包|分包|标的|宗地?|地块)|(?:合同|采购|分|标)?(?:标段|标包|包组|包|标的|地块|宗地)(?:编?号)?[:：]?[一二三四五六七八九十\dA-Za-z]{1,3}(?!\p{L}))/u.test(
    plain,
  );

/** What was before a change, or is behind it: a heading, or a cell of a table of both. */
const SIDE =
  /^(?:更正|变更|修改|调整|延期)[前后](?:的?(?:内容|公告))?$|^(?:原|现)(?:招标|采购)?(?:公告)?内容$|^原文$|^现?(?:更正|变更|修改|调整)为$/u;

/** Whether words are the heading of one side of a change: what stands below is not said of the matter now. */
export const isSideOfChange = (plain: string): boolean => SIDE.test(plain);
