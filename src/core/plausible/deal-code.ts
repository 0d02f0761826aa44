import { dealCodeCheck } from '../announcement/deal-code.ts';
import type { Finding } from '../diagnostic.ts';
import type { Matter } from '../rules/matter.ts';

/** A 统一交易标识码 whose check character is not the one of its other characters: one of them was copied wrongly. */
export function checkDealCode({ id, facts: { unifiedDealCode } }: Matter): readonly Finding[] {
  const check = unifiedDealCode === undefined ? undefined : dealCodeCheck(unifiedDealCode);
  if (!check || check.stated === check.reckoned) return [];
  const message = `统一交易标识码“${unifiedDealCode}”的最后一位是“${check.stated}”，按前面各位算出来是“${check.reckoned}”`;
  const help = '对照上级平台逐位核对，抄错的改过来；平台给的就是这样的，用“例外”写明';
  return [{ code: 'C217', id, at: 'unifiedDealCode', message, help }];
}
