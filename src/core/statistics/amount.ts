import { printMoney, toYuan, type Fen } from '../announcement/money.ts';

/** Yuan in full, for columns of sums: `3,586,000.00`. */
export const printYuan = (fen: Fen): string => toYuan(fen).replace(/\B(?=(\d{3})+\.)/gu, ',');

const YI = 10_000_000_000;
const WAN = 1_000_000;

/** A large sum for reading: `12.35亿元` to the nearest hundredth, `3,586万元` to the nearest whole; small ones exact. */
export function printRoughly(fen: Fen): string {
  if (fen >= YI) return `${(Math.round(fen / (YI / 100)) / 100).toFixed(2)}亿元`;
  if (fen >= 100 * WAN) return `${String(Math.round(fen / WAN)).replace(/\B(?=(\d{3})+$)/gu, ',')}万元`;
  return printMoney(fen);
}
