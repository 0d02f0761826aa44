import { usualName } from '../announcement/field.ts';
import { namesIn } from '../announcement/joined-names.ts';
import { types, formOf } from '../announcement/schema.ts';
import { WINDOWS } from '../announcement/window.ts';

/** Blanks of any width, which forms set between the characters of a short label, `名 称`. */
const BLANKS = /[\s\p{Zs}\u200b\ufeff]+/gu;

/** A number before a line: 一、 （一） 1. 1.1 1、 （1） ① and signs that only mark it. */
const ORDINAL =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[章节条]|[（(][一二三四五六七八九十\d]{1,3}[）)][、.．]?|\d{1,2}(?:[.．]\d{1,2}){1,3}(?![.．\d%％]|\s*(?:[万亿元折倍吨米亩]|公[顷里]|平方|个?月|年|[日天]))[、.．]?|\d{1,2}(?:[、．）)]|[.](?!\d))|[①-⑳]|[★▲●◆■□※*•·▪➢-])\s*/u;

/** What forms say behind a label to whom fills them in. */
const ASIDE =
  /（(?:[^（）]*(?:如有|若有|如适用|必填|选填|可选|下同)|或[^（）]{1,40}|含[^（）]{0,4}税|人民币|大写|小写|全称|盖章|公章|填写[^（）]{1,8}|包括[^（）]{1,40})）$/u;

/** A label without what changes nothing about it: blanks, its number, remarks to whom fills it in. */
export function plainLabel(written: string): string {
  let label = withoutOrdinal(written.replace(BLANKS, ' ').trim())
    .rest.replace(BLANKS, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/[:：∶﹕︰]$/u, '')
    .replace(/(?<=时间|日期|金额|地点|编号)为$/u, '')
    .replace(/（(?:单位)[:：]?([^（）]+)）$/u, '（$1）');
  for (let shorter = label.replace(ASIDE, ''); shorter !== label; shorter = label.replace(ASIDE, ''))
    label = shorter;
  return label;
}

/** A line without the number before it, and how deep that puts it: 0 of 一、, 1 of any other, none without. */
export function withoutOrdinal(text: string): { rest: string; depth?: 0 | 1 } {
  let rest = text.trimStart();
  let depth: 0 | 1 | undefined;
  for (let match = ORDINAL.exec(rest); match; match = ORDINAL.exec(rest)) {
    depth ??= /^(?:[一二三四五六七八九十]|第)/u.test(match[0]) ? 0 : 1;
    rest = rest.slice(match[0].length);
  }
  return depth === undefined ? { rest } : { rest, depth };
}

/** Labels of forms that no field of ours has: they end the value before them. */
const OTHERS =
  '地址 联系地址 通讯地址 单位地址 邮编 邮政编码 传真 邮箱 电子邮箱 电子邮件 E-mail Email 网址 网站 开户行 开户银行 开户名 户名 账号 帐号 银行账号 ' +
  '名称 联系方式 联系人 电话 时间 地点 方式 序号 备注 说明 单位 法定代表人 法人代表 负责人 经办人 ' +
  '代理机构联系人 代理机构电话 代理机构联系方式 招标代理机构联系人 监督电话 投诉电话 质疑电话 咨询电话 技术支持电话 客服电话 监督部门电话 ' +
  '建设地点 项目地点 工程地点 建设单位 建设规模 建设内容 项目概况 工程概况 建设工期 投标有效期 评标办法 评标方法 标段划分 公告发布媒体 发布媒介 ' +
  '投标报价 评标价 技术负责人 业绩 资质等级 否决投标 首次公告日期 更正日期 更正事项 公告发布人 招标方式 采购计划编号 采购计划备案号 ' +
  '截止时间 开始时间 结束时间 获取时间 获取地点 获取方式 提交地点 递交地点 开启时间 日期 获取 售价 项目联系方式';

const known = new Set([
  ...types.flatMap((spec) =>
    formOf(spec).flatMap((field) =>
      [field, ...(field.fields ?? [])].flatMap(({ label, alsoCalled }) => [label, ...alsoCalled]),
    ),
  ),
  ...WINDOWS.flatMap(({ names }) => names),
  ...OTHERS.split(' '),
]);

/** 第一中标候选人, 第2名: the place of a candidate. */
export const RANKED =
  /^第?([一二三四五六七八九十]{1,2}|\d{1,2})(?:名)?(?:中标|成交|入围)?候选(?:人|供应商)(?:名称)?$/u;

/** Whether words are the label of something that some form asks for, in its plain form. */
export const isKnownLabel = (plain: string): boolean =>
  known.has(plain) ||
  known.has(usualName(plain)) ||
  RANKED.test(plain) ||
  known.has(plain.replace(/^(?:本(?:项目|次)|原(?:公告)?的?)|（[^（）]{1,4}）$/gu, ''));

/** Whether words are such a label, or join several of them: 投标截止时间（开标时间）. */
export const isAnyLabel = (plain: string): boolean =>
  isKnownLabel(plain) || namesIn(plain).every(isKnownLabel);
