import type { FieldMeta } from './field.ts';

/*
 * What is known of a date wherever a form has it: the event that a calendar makes of it, when a draft proposes it,
 * what it must not come before, its place among the key facts. A form spreads these into its own field. Kinds of
 * events are permanent: to rename one would double the event in every calendar.
 */

/** By when something must be done: reminded of three days before and on the day before. */
const deadline = { isDeadline: true, remindDays: [3, 1] } as const;
const EVENT = [1];

/** What is held takes an hour in a calendar: forms do not ask for how long, and an event without an end is lost in some. */
const held = { minutes: 60, remindDays: EVENT } as const;

type Facts = Pick<FieldMeta, 'occasion' | 'gate' | 'usual' | 'notBefore' | 'order'>;

const afterPublication = { field: 'publishedAt', code: 'D201', words: '早于发布时间' } as const;
const afterDocuments = { field: 'documentsUntil', code: 'D203', words: '早于文件获取结束' } as const;
const after = (field: string, words: string) => ({ field, code: 'D202', words }) as const;

export const documentsFrom: Facts = { usual: { after: ['publishedAt'], days: 0 }, order: 110 };
export const documentsUntil: Facts = {
  occasion: {
    kind: 'documents',
    step: 10,
    place: 'documentsPlace',
    words: '文件获取最后一天',
    isDeadline: true,
    remindDays: EVENT,
  },
  gate: '文件获取已结束',
  usual: { after: ['documentsFrom', 'publishedAt'], days: 5 },
  notBefore: [after('documentsFrom', '早于文件获取开始')],
  order: 120,
};
export const objectionDeadline: Facts = {
  occasion: { kind: 'objection', step: 20, isDeadline: true, remindDays: EVENT },
};
export const viewingUntil: Facts = {
  occasion: { kind: 'viewing', step: 30, from: 'viewingFrom', words: '标的展示' },
  notBefore: [after('viewingFrom', '早于展示开始')],
};
export const disclosureFrom: Facts = { usual: { after: ['publishedAt'], days: 0, anyDay: true } };
export const disclosureUntil: Facts = {
  occasion: { kind: 'disclosure', step: 40, from: 'disclosureFrom', words: '信息披露期' },
  usual: { after: ['disclosureFrom', 'publishedAt'], days: 28 },
  notBefore: [after('disclosureFrom', '早于披露开始')],
};
export const commentsUntil: Facts = {
  occasion: { kind: 'comments', step: 50, ...deadline },
  usual: { after: ['publishedAt'], days: 7, time: '17:00' },
  notBefore: [afterPublication],
};
export const applicationDeadline: Facts = {
  occasion: { kind: 'application', step: 60, ...deadline },
  usual: { after: ['documentsUntil', 'publishedAt'], days: 5, time: '09:30' },
  notBefore: [afterPublication, afterDocuments],
};
export const registrationDeadline: Facts = {
  occasion: { kind: 'registration', step: 70, ...deadline },
  gate: '报名已截止',
  usual: { after: ['publishedAt'], days: 20, time: '17:00' },
  notBefore: [afterPublication],
};
export const depositDeadline: Facts = {
  occasion: { kind: 'deposit', step: 80, ...deadline },
  gate: '保证金已截止',
  order: 200,
};
export const listingFrom: Facts = {
  occasion: { kind: 'listing-start', step: 90, remindDays: EVENT },
  usual: { after: ['publishedAt'], days: 20 },
};
export const listingUntil: Facts = {
  occasion: { kind: 'listing-end', step: 100, ...deadline },
  usual: { after: ['listingFrom', 'publishedAt'], days: 10, time: '17:00' },
  notBefore: [afterPublication, after('listingFrom', '早于挂牌开始')],
};
export const bidDeadline: Facts = {
  occasion: { kind: 'bid', step: 110, ...deadline },
  usual: { after: ['documentsFrom', 'publishedAt'], days: 20, time: '09:30' },
  notBefore: [afterPublication, afterDocuments],
};
export const responseDeadline: Facts = {
  occasion: { kind: 'response', step: 120, ...deadline },
  usual: { after: ['documentsFrom', 'publishedAt'], days: 5, time: '09:30' },
  notBefore: [afterPublication, afterDocuments],
};
export const openingAt: Facts = {
  occasion: { kind: 'opening', step: 130, place: 'openingPlace', words: '开标', ...held },
  usual: { after: ['bidDeadline', 'responseDeadline'], days: 0, time: '09:30' },
  notBefore: [
    { field: 'bidDeadline', code: 'D204', words: '早于投标截止' },
    { field: 'responseDeadline', code: 'D204', words: '早于响应截止' },
  ],
};
export const auctionAt: Facts = {
  occasion: { kind: 'auction', step: 140, place: 'auctionPlace', words: '拍卖会', ...held },
};
export const biddingAt: Facts = {
  occasion: { kind: 'bidding', step: 150, place: 'biddingPlace', words: '竞价', ...held },
};
export const publicityFrom: Facts = { usual: { after: ['publishedAt'], days: 1, anyDay: true } };
export const publicityUntil: Facts = {
  occasion: { kind: 'publicity', step: 160, from: 'publicityFrom', words: '公示期' },
  usual: { after: ['publicityFrom', 'publishedAt'], days: 3 },
  notBefore: [after('publicityFrom', '早于公示开始')],
};
export const effectiveUntil: Facts = { notBefore: [after('effectiveFrom', '早于生效日期')] };
export const decidedOn: Facts = { notBefore: [after('receivedOn', '早于收到日期')] };
