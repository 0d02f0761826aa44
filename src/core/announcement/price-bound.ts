/** Where a figure is said not to be exact, or to be an end: 约, 不超过, 不低于. The latter two include the figure. */
export type Bound = 'about' | 'at-most' | 'at-least';

const WORDS: Readonly<Record<Bound, string>> = { about: '约', 'at-most': '不超过', 'at-least': '不低于' };

/** The word before a figure in the normal form. */
export const wordOf = (bound: Bound | undefined): string => (bound === undefined ? '' : WORDS[bound]);

const BEFORE: Readonly<Record<Bound, string>> = {
  about: '大约为?|约为|约合|约计|约',
  'at-most': '最高不(?:得)?(?:超过|高于)|不(?:得)?(?:超过|高于|大于|多于)|≤|<=|至多|最多',
  'at-least': '最低不(?:得)?低于|不(?:得)?(?:低于|少于|小于)|≥|>=|至少|最少',
};
const BEHIND: Readonly<Record<Bound, string>> = {
  about: '左右|上下|\\(约\\)',
  'at-most': '\\(?含?\\)?(?:以内|以下)(?:\\(含(?:本数)?\\))?',
  'at-least': '\\(?含?\\)?以上(?:\\(含(?:本数)?\\))?|起',
};

/** Right before a figure, which may have its currency before it. */
const FIGURE = '(?:人民币|RMB|CNY)?¥?[\\d壹贰叁肆伍陆柒捌玖拾].*';

const FORMS = (['about', 'at-most', 'at-least'] as const).map((bound) => ({
  bound,
  before: new RegExp(`^([^\\d,;]*?)(?:${BEFORE[bound]})(${FIGURE})$`, 'u'),
  behind: new RegExp(`^(.*[\\d元圆%‰整折\\p{Script=Han}])(?:${BEHIND[bound]})$`, 'u'),
}));

/** The bound that words put on a price, and the price without it, in the plain form of values. */
export function boundIn(words: string): { bound: Bound; rest: string } | undefined {
  for (const { bound, before, behind } of FORMS) {
    const [, head = '', figure] = before.exec(words) ?? [];
    if (figure !== undefined) return { bound, rest: `${head}${figure}` };
    const [, rest] = behind.exec(words) ?? [];
    if (rest !== undefined) return { bound, rest };
  }
  return undefined;
}
