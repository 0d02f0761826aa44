import { fault, ok, toHalfWidth, type Kind } from '../../announcement/kind.ts';

/** How many others have to approve before an announcement goes out: three where the centre has 三审三校. */
export const reviewLevelsKind: Kind<number> = {
  name: 'review-levels',
  parse: (text) => {
    const meant = toHalfWidth(text).replace(/级$/u, '');
    if (/^[0-3]$/u.test(text)) return ok(Number(text));
    return fault(
      'S101',
      `“${text}”不能作审核级数`,
      /^[0-3]$/u.test(meant) ? { fix: meant } : '写 0 到 3 的一个数字；0 就是不用别人审核',
    );
  },
  print: String,
  toJson: (value) => value,
};
