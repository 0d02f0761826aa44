/** The five categories in the order of the centre's own yearly count, with their Chinese terms. */
export const CATEGORIES = {
  construction: '建设工程',
  procurement: '政府采购',
  land: '土地',
  property: '产权',
  general: '通知公告',
} as const;

export type Category = keyof typeof CATEGORIES;

export const categories = Object.keys(CATEGORIES) as readonly Category[];

/** Other names by which clerks know a category; they mean the same. */
const ALSO: Readonly<Record<string, Category>> = {
  工程建设: 'construction',
  土地矿业: 'land',
  矿业权: 'land',
  产权交易: 'property',
};

/** The category a clerk's term names, if any. */
export const categoryNamed = (term: string): Category | undefined =>
  categories.find((category) => CATEGORIES[category] === term) ??
  (Object.hasOwn(ALSO, term) ? ALSO[term] : undefined);

/** The other terms that name a category. */
export const otherTermsOf = (category: Category): readonly string[] =>
  Object.keys(ALSO).filter((term) => ALSO[term] === category);

export const isCategory = (text: string): text is Category => Object.keys(CATEGORIES).includes(text);
