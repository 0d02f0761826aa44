/** What the lamps of a strip can burn in 灯色. */
export const LAMPS = { full: '全彩', two: '双色', one: '单色' } as const;

export type Lamps = keyof typeof LAMPS;
