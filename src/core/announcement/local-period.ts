import type { Length } from './quantity.ts';

/** What a place may prescribe of its own accord, where the nation names no number. */
export const LOCAL_SUBJECTS = {
  'tender-plan': '招标计划提前',
  'collective-lease': '农村集体资产出租公告',
  'collective-transfer': '农村集体资产转让公告',
  'administrative-lease': '行政事业性资产出租公告',
  'administrative-transfer': '行政事业性资产转让公告',
} as const;

export type LocalSubject = keyof typeof LOCAL_SUBJECTS;

/** A number of days that the place itself prescribes, from `content/site.yaml`. */
export interface LocalPeriod {
  subject: LocalSubject;
  length: Length;
  instrument: string;
  article?: string | undefined;
  /** Whether the text was read. */
  verified?: boolean | undefined;
}
