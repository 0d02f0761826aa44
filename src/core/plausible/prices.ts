import { printMoney } from '../announcement/money.ts';
import { plainSumIn } from '../announcement/price.ts';
import { typeOf } from '../announcement/schema.ts';
import type { Finding } from '../diagnostic.ts';
import { bidsOf, budgetFor, ceilingOver, pricesOf, type Price } from '../rules/prices.ts';
import type { Matter } from '../rules/matter.ts';

/** A slip of 元 for 万元 is ten thousandfold; a lawful bid is never a thousandth of what it is bid for. */
const OUT_OF_SCALE = 1000;

const CHECK = '对照原件核对数字和单位（元、万元）；没有写错的用“例外”写明原因';

/** Prices of one matter that cannot both be right, or that lie above the budget where no rule of law says so. */
export function checkPrices(matter: Matter): readonly Finding[] {
  const scale = [...outOfScale(matter), ...ceilingOutOfScale(matter)].slice(0, 1);
  return scale.length > 0 ? scale : [...aboveBudget(matter), ...ceilingAboveBudget(matter)];
}

/** Asked of the announcements that give bidders their ceiling: what repeats it later is not told again. */
function ceilingAboveBudget(matter: Matter): readonly Finding[] {
  const { stage } = typeOf(matter.category, matter.type);
  if (stage !== 'call' && matter.type !== 'price-ceiling-notice') return [];
  const { ceiling, budget } = limitsOf(matter);
  if (ceiling === undefined || budget === undefined || ceiling <= budget) return [];
  const message = `最高限价 ${printMoney(ceiling)} 高于预算金额 ${printMoney(budget)}`;
  return [{ code: 'C216', id: matter.id, at: 'priceCeilingFen', message, help: CHECK }];
}

function aboveBudget(matter: Matter): readonly Finding[] {
  for (const { at, what, fen, lot } of pricesOf(matter.facts)) {
    const limits = [
      { name: lot === undefined ? '预算金额' : `标段（包）${lot}的预算金额`, fen: budgetFor(matter, lot) },
      { name: '最高限价', fen: ceilingOver(matter) },
    ];
    const limit = limits.find((one) => one.fen !== undefined && fen > one.fen);
    if (!limit) continue;
    const message = `${what} ${printMoney(fen)} 高于${limit.name} ${printMoney(limit.fen!)}`;
    return [{ code: 'C209', id: matter.id, at, message, help: CHECK }];
  }
  return [];
}

const outOfScale = (matter: Matter): readonly Finding[] =>
  [...pricesOf(matter.facts), ...bidsOf(matter.facts), ...contractOf(matter)].flatMap(
    ({ at, what, fen, lot }): Finding[] => {
      const limit = ceilingOver(matter) ?? budgetFor(matter, lot);
      if (limit === undefined || !isOutOfScale(fen, limit)) return [];
      const message = `${what} ${printMoney(fen)}，而最高限价或者预算是 ${printMoney(limit)}，${times(fen, limit)}`;
      return [{ code: 'C210', id: matter.id, at, message, help: CHECK }];
    },
  );

function ceilingOutOfScale(matter: Matter): readonly Finding[] {
  const { ceiling, budget } = limitsOf(matter);
  if (ceiling === undefined || budget === undefined || !isOutOfScale(ceiling, budget)) return [];
  const message = `最高限价 ${printMoney(ceiling)}，而预算金额是 ${printMoney(budget)}，${times(ceiling, budget)}`;
  return [{ code: 'C210', id: matter.id, at: 'priceCeilingFen', message, help: CHECK }];
}

/** The ceiling that an announcement states, and the budget that it or its call states, both as plain sums of fen. */
const limitsOf = ({ facts, call }: Matter): { ceiling: number | undefined; budget: number | undefined } => ({
  ceiling: plainSumIn(facts.priceCeilingFen),
  budget: plainSumIn(facts.budgetFen ?? call?.facts.budgetFen),
});

function contractOf({ facts }: Matter): readonly Price[] {
  const fen = plainSumIn(facts.contractFen);
  return fen === undefined ? [] : [{ at: 'contractFen', what: '合同金额', fen }];
}

const isOutOfScale = (a: number, b: number): boolean =>
  Math.min(a, b) * OUT_OF_SCALE <= Math.max(a, b) && Math.max(a, b) > 0;

const times = (a: number, b: number): string =>
  a === 0 || b === 0 ? '其中一个是 0' : `差 ${Math.floor(Math.max(a, b) / Math.min(a, b))} 倍`;
