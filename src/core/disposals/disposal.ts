import type { Fen } from '../announcement/money.ts';
import type { DisposalKind } from './rows.ts';

/** Where a parcel or asset stands. `withdrawn`: the announcement was taken down 撤下; `archived`: 见存量公告. */
export const STAGES = {
  planned: '计划',
  offered: '已公告',
  amended: '已公告，有变更',
  suspended: '中止',
  sold: '已成交',
  unsold: '未成交',
  terminated: '终止',
  archived: '见存量公告',
  withdrawn: '已撤下',
} as const;

export type DisposalStage = keyof typeof STAGES;

/** By what a price is reckoned: the whole, or one of something. `other`: its words say by what. */
export const PRICE_UNITS = {
  total: '总价',
  year: '每年',
  month: '每月',
  'mu-year': '每亩每年',
  'm2-month': '每平方米每月',
  other: '其他，见原文',
} as const;

export type PriceUnit = keyof typeof PRICE_UNITS;

/**
 * A price as it was stated. Only exact sums of `total` may be added up, each once: a price for several parcels or assets
 * together stands at the first of them, and `together` says for how many.
 */
export interface DisposalPrice {
  /** Of an exact sum; by the unit. */
  fen?: Fen;
  /** Of a unit price, 700元/亩/年: decimal text, which may be finer than a fen. */
  yuan?: string;
  unit: PriceUnit;
  /** As pages print it. */
  text: string;
  together: number;
}

export interface DisposalParty {
  name: string;
  code: string | null;
  /** Each unit; more than one of a consortium. */
  members: readonly string[];
}

/** What is disposed of, as its notice describes it. Areas, terms and bounds are in the form of `/announcements/<id>.json`. */
export interface DisposalObject {
  code: string | null;
  name: string | null;
  location: string | null;
  area: unknown;
  use: string | null;
  termMonths: number | null;
  /** The term, where it is no number of months: 商业40年、住宅70年. */
  termText: string | null;
  plotRatio: string | null;
  coverage: number | string | null;
  greenRatio: number | string | null;
  mineral: string | null;
  miningRight: string | null;
  licenceCode: string | null;
  shareRatio: number | null;
  raisedRatio: number | string | null;
  heldRatio: number | null;
}

/** What is dated, in Chinese, and whether it is a day or a moment: the dates in force, corrections applied. */
export const DATES = {
  published: { title: '发布时间', kind: 'moment' },
  documentsUntil: { title: '文件获取结束', kind: 'day' },
  registrationUntil: { title: '报名截止', kind: 'moment' },
  depositUntil: { title: '保证金截止', kind: 'moment' },
  listingFrom: { title: '挂牌开始', kind: 'moment' },
  listingUntil: { title: '挂牌截止', kind: 'moment' },
  disclosureFrom: { title: '披露开始', kind: 'day' },
  disclosureUntil: { title: '披露结束', kind: 'day' },
  bidUntil: { title: '投标截止', kind: 'moment' },
  auctionAt: { title: '拍卖、竞价时间', kind: 'moment' },
  publicityFrom: { title: '公示开始', kind: 'day' },
  publicityUntil: { title: '公示结束', kind: 'day' },
  closedOn: { title: '成交日期', kind: 'day' },
  resultPublished: { title: '结果发布时间', kind: 'moment' },
} as const;

export type DisposalDates = Readonly<Record<keyof typeof DATES, string | null>>;

/** What is priced, in Chinese. */
export const PRICES = {
  start: '起始价、底价',
  appraisal: '评估价',
  deposit: '保证金',
  increment: '增价幅度',
  proposed: '公示的价格',
  final: '成交价',
} as const;

/** One parcel 地块, mining right 矿业权 or asset 标的 that is offered once; offered again it is another. */
export interface Disposal {
  /** The id of the announcement that began it, with the code or the place in its list where that has several. */
  id: string;
  announcement: string;
  title: string;
  projectCode: string | null;
  region: string | null;
  kind: DisposalKind;
  stage: DisposalStage;
  withdrawn: { at: string; reason: string } | null;
  method: { id: string; term: string } | null;
  transferor: DisposalParty | null;
  /** Who has it by a result that stands. */
  transferee: DisposalParty | null;
  /** To whom it is to go by an agreement or a transfer that is still on display 公示. */
  proposedTransferee: DisposalParty | null;
  object: DisposalObject | null;
  price: Readonly<Record<keyof typeof PRICES, DisposalPrice | null>> | null;
  dates: DisposalDates | null;
  /** The announcement after whose failure it is offered here again. */
  offeredBefore: string | null;
  /** The announcement by which it was offered again. */
  offeredAgain: string | null;
  /** All that belong to it, a preview before it too, in the order of publication. */
  announcements: readonly string[];
}
