import { printMoney } from '../announcement/money.ts';
import { sumIn } from '../announcement/price.ts';
import type { Facts } from './matter.ts';

const YUAN = 100;
const WAN = 10_000 * YUAN;

/** 必须招标的工程项目规定 art 2(1): money of the budget from two million yuan on, and from a tenth of the investment on. */
const LEAST_PUBLIC_FEN = 200 * WAN;
const LEAST_PUBLIC_SHARE = 10;
/** Art 2(2): money of state enterprises binds where it is in control. */
const CONTROL_SHARE = 50;

/** Art 5: from which contract estimate on. What a title does not tell apart is held to the highest. */
const LEAST_CONTRACT_FEN: readonly (readonly [titles: RegExp, fen: number])[] = [
  [/施工|总承包/u, 400 * WAN],
  [/勘察|设计|监理|检测|咨询|服务/u, 100 * WAN],
  [/货物|设备|材料|采购/u, 200 * WAN],
  [/(?:)/u, 400 * WAN],
];

const BUDGET_MONEY = /财政|预算(?:内|资金)|政府(?:投资|资金)|专项债|国债/u;
const STATE_MONEY = /国有/u;
const PRIVATE_MONEY = /非国有|民营|私人/u;

/**
 * Why a call can be presumed to be one that must be tendered (国家发展改革委令第16号 arts 2 and 5, of which 以上 includes
 * the figure): its source of money and its size are both stated and both large enough. The estimate of the contract is
 * rarely on a notice, so its budget or ceiling stands for it; undefined where either is missing or too small.
 */
export function presumedMustTender({
  title = '',
  fundSource,
  budgetFen,
  priceCeilingFen,
}: Facts): string | undefined {
  const size = sumIn(budgetFen) ?? sumIn(priceCeilingFen);
  if (fundSource === undefined || size === undefined || PRIVATE_MONEY.test(fundSource)) return undefined;
  const least = LEAST_CONTRACT_FEN.find(([titles]) => titles.test(title))![1];
  if (size < least || !isPublic(fundSource, size)) return undefined;
  return `资金来源是“${fundSource}”、金额 ${printMoney(size)}，按《必须招标的工程项目规定》（国家发展改革委令第16号）第二条、第五条推定依法必须招标`;
}

function isPublic(source: string, fen: number): boolean {
  if (BUDGET_MONEY.test(source)) {
    const share = shareOf(source, BUDGET_MONEY);
    return share >= LEAST_PUBLIC_SHARE && (fen * share) / 100 >= LEAST_PUBLIC_FEN;
  }
  return STATE_MONEY.test(source) && shareOf(source, STATE_MONEY) >= CONTROL_SHARE;
}

/** The percentages that stand behind money of a kind, added up; all of it where none is stated. */
function shareOf(source: string, kind: RegExp): number {
  const shares = source
    .split(/[，,、；;。+＋]/u)
    .filter((part) => kind.test(part))
    .flatMap((part) => /(\d+(?:\.\d+)?)\s*[%％]/u.exec(part)?.[1] ?? []);
  return shares.length === 0 ? 100 : shares.reduce((sum, share) => sum + Number(share), 0);
}
