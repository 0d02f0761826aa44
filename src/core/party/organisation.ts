import { keyOfName } from './name.ts';

/** What tells who a name is of, from all announcements that name it. */
interface Evidence {
  /** Unified social credit codes that announcements give for it. */
  codes: readonly string[];
  /** Whether it calls, buys, sells or runs a procedure, which a person may not: 招标投标法 第八条、第十三条, 政府采购法 第十五条. */
  isOffice: boolean;
}

/** What the names of legal persons and public bodies end with, and those of nobody else. */
const BODY =
  /(?:公司|集团|合伙|合伙企业|合作社|经济社|联合社|联社|信用社|银行|基金会|协会|学会|商会|联合会|工会|委员会|政府|大学|学院|学校|中学|小学|幼儿园|医院|卫生院|研究院|设计院|勘察院|规划院|科学院|研究所|事务所|办事处|办公室|法院|检察院|[省市区县镇道乡].*[局厅署])(?:\([^()]*\))?$/u;

/** What the names of offices end with, but also those under which a person trades: 示例维修中心, 示例电脑商行. */
const OFFICE = /(?:中心|局|厅|署|院|所|站|处|馆|队|园|场|厂|部|社|会|村|街道|镇|台)(?:\([^()]*\))?$/u;

/** 个体工商户, by the first two characters of the code (GB 32100-2015): a person who trades, 民法典 第五十四条. */
const TRADER = /^92/u;

/** 张局 and 李老师办公室 are too short for a body, and a name of two or three characters is a person's as likely as not. */
const SHORTEST = 4;

/**
 * Whether a name is surely that of an organisation. A code decides where there is one: it is never a person's, but for
 * the traders'. Else the name must end as only the names of bodies do; as those of offices do where it acts as one.
 * Whoever is in doubt may be a person, of whom no page is made.
 */
export function isOrganisation(name: string, { codes, isOffice }: Evidence): boolean {
  const plain = keyOfName(name);
  if ([...plain].length < SHORTEST || codes.some((code) => TRADER.test(code))) return false;
  return codes.length > 0 || BODY.test(plain) || (isOffice && OFFICE.test(plain));
}
