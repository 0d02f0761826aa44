import type { Heard } from './log.ts';

const SYSTEMS = {
  Android: '安卓',
  iPhone: '苹果',
  iPad: '苹果',
  Windows: 'Windows',
  Macintosh: '苹果',
  Linux: 'Linux',
} as const;

/** What kind of machine a device is: enough to find it, and of nobody in particular. */
export type System = (typeof SYSTEMS)[keyof typeof SYSTEMS];

export const systemOf = ({ browser = '' }: Heard): System | undefined =>
  Object.entries(SYSTEMS).find(([mark]) => browser.includes(mark))?.[1];
