/** Dates, times, telephones and sums of money, which a line may not break. */
const WHOLE =
  /(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}|\d{3,4}-\d{7,8}|\d[\d,]*(?:\.\d+)?(?:万|亿)?元/gu;

/**
 * HTML with its dates, times, telephones and sums kept in one piece each. Its words stay the same, so that what is
 * copied does too. Within a tag nothing is changed.
 */
export const keepWhole = (html: string): string =>
  html.replace(/<[^>]*>|[^<]+/gu, (part) =>
    part.startsWith('<') ? part : part.replace(WHOLE, '<span class="whole">$&</span>'),
  );
