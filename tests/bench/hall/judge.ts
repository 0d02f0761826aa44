import { instantAt } from '../../../src/core/announcement/instant.ts';
import type { Item } from '../../../src/core/screen/browser/feed.ts';
import { nextOf, truthOf, type Revision } from './plan.ts';
import type { Seen } from '../../e2e/glass-recorder.ts';

const MINUTE = 60_000;

/** What happened in the hall during a day, by the right time. */
export interface Diary {
  published: { at: number; revision: Revision }[];
  /** From when to when the source could not be reached; open at its end while it lasts. */
  cut: { from: number; until: number }[];
}

/** A row of a glass: which opening it is of, when, and which word stands beside it; empty what it does not say. */
export interface Claim {
  name: string;
  hour: string;
  word: string;
}

/** What was found wrong with a glass, and how late it was at worst, in seconds. */
export interface Verdict {
  wrong: string[];
  silent: string[];
  late: string[];
  /** Of what was published while all was well, or before all was well again. */
  worstPublished: number;
  /** Of the state of an opening, and of which begins next. */
  worstState: number;
}

export interface Uses {
  /** Reads the rows of a glass. */
  claimsIn: (text: string) => readonly Claim[];
  /** Whether whoever looks finds one of these names, which begin next, where it belongs. */
  leads: (claims: readonly Claim[], names: readonly (string | undefined)[]) => boolean;
  /** Seconds after which everything has been on the glass once. */
  round: number;
  /** Seconds after which a notice has been on the glass; 0 where it stands on every page. */
  noticeRound: number;
}

const WARNINGS = /没有更新|没有连上|可能不是最新|请以网站为准|待核对|暂停更新|旧 |时钟/u;

/** Seconds that a glass may take to show what was published, and to follow the hour. */
const TO_SHOW = 120;
const TO_FOLLOW = 60;

/** Holds everything that stood on a glass against what was true then. */
export function judge(seen: readonly Seen[], diary: Diary, uses: Uses): Verdict {
  const { claimsIn, round, noticeRound } = uses;
  const verdict: Verdict = { wrong: [], silent: [], late: [], worstPublished: 0, worstState: 0 };
  const end = seen.at(-1)!.at;
  const stretches = seen.map((one, index) => ({ ...one, until: seen[index + 1]?.at ?? end }));
  for (const stretch of stretches) {
    const where = `${instantAt(stretch.at).slice(11, 19)} ${stretch.text.slice(0, 160)}`;
    judgeRevision(stretch, diary, verdict, where);
    judgeClock(stretch, verdict, where);
    judgeAge(stretch, stretches, diary, round, verdict, where);
    judgeRows(stretch, diary, claimsIn, verdict, where);
  }
  judgePublished(stretches, diary, noticeRound, verdict);
  judgeNext(stretches, diary, uses, verdict);
  if (!stretches.some(({ text }) => claimsIn(text).length > 0))
    verdict.wrong.push('no opening could be read on the glass all day');
  return verdict;
}

type Stretch = Seen & { until: number };

const numberIn = (text: string): number | undefined => {
  const [, number] = /第 (\d+) 次发布/u.exec(text) ?? [];
  return number === undefined ? undefined : Number(number);
};

function judgeRevision({ at, text }: Stretch, { published }: Diary, verdict: Verdict, where: string): void {
  const number = numberIn(text);
  const revision = published.find((one) => one.revision.number === number);
  if (number !== undefined && (!revision || revision.at > at))
    verdict.wrong.push(`was never published: ${where}`);
}

function judgeClock({ at, until, clock }: Stretch, verdict: Verdict, where: string): void {
  const match = /^(\d\d):(\d\d)$/u.exec(clock);
  if (!match) return;
  const shown = Number(match[1]) * 60 + Number(match[2]);
  for (const moment of [at, until - 1]) {
    const right = Math.floor(((moment + 8 * 60 * MINUTE) % (24 * 60 * MINUTE)) / MINUTE);
    if (Math.abs(shown - right) > 1 && Math.abs(shown - right) < 24 * 60 - 1)
      return void verdict.wrong.push(`the clock says ${clock}: ${where}`);
  }
}

/** Minutes since the source could last be reached. */
const aloneAt = ({ cut }: Diary, moment: number): number => {
  const now = cut.find(({ from, until }) => from <= moment && moment < until);
  return now ? (moment - now.from) / MINUTE : 0;
};

/** Minutes since the source can be reached again. */
const wellAt = ({ cut }: Diary, moment: number): number => {
  const last = cut.filter(({ until }) => until <= moment).at(-1);
  return last ? (moment - last.until) / MINUTE : Infinity;
};

function judgeAge(
  stretch: Stretch,
  all: readonly Stretch[],
  diary: Diary,
  round: number,
  verdict: Verdict,
  where: string,
): void {
  const warned = (from: number, until: number): boolean =>
    all.some((one) => one.until > from && one.at < until && WARNINGS.test(one.text));
  const alone = aloneAt(diary, stretch.until - 1);
  // The mark comes after fifteen minutes, at the next whole one; a question may have been under way.
  if (alone > 17 && !warned(Math.min(stretch.until - 1, stretch.until - round * 1000), stretch.until))
    verdict.silent.push(`${Math.round(alone)} minutes alone and says nothing: ${where}`);
  if (alone > 123 && !/stale|suspended/u.test(stretch.state))
    verdict.silent.push(`${Math.round(alone)} minutes alone and not stale: ${where}`);
  if (aloneAt(diary, stretch.at) === 0 && wellAt(diary, stretch.at) > 3 && WARNINGS.test(stretch.text))
    verdict.wrong.push(`warns though all is well: ${where}`);
}

/** The revision that was in force last. */
const inForce = ({ published }: Diary, moment: number): Revision =>
  published.filter(({ at }) => at <= moment).at(-1)!.revision;

function judgeRows(
  stretch: Stretch,
  diary: Diary,
  claimsIn: Uses['claimsIn'],
  verdict: Verdict,
  where: string,
): void {
  const number = numberIn(stretch.text);
  const known = diary.published.find((one) => one.revision.number === number)?.revision;
  const revisions = known ? [known] : diary.published.map(({ revision }) => revision);
  const claims = claimsIn(stretch.text);
  for (const claim of claims) {
    const meant = revisions.flatMap(({ openings }) =>
      openings
        .filter(
          (item) => item.short === claim.name && (claim.hour === '' || item.at.slice(11, 16) === claim.hour),
        )
        .map((item) => ({ item, openings })),
    );
    if (meant.length === 0) verdict.wrong.push(`no such opening ${claim.hour} ${claim.name}: ${where}`);
    else if (claim.word !== '待核对' && claim.word !== '') judgeWord(claim, meant, stretch, verdict, where);
  }
}

function judgeWord(
  { word, name }: Claim,
  meant: readonly { item: Item; openings: readonly Item[] }[],
  { at, until }: Stretch,
  verdict: Verdict,
  where: string,
): void {
  const isTrue = (moment: number): boolean =>
    meant.some(({ item, openings }) => truthOf(item, openings, moment) === word);
  const lateness = Array.from({ length: 60 }, (_, index) => index * 5).find((seconds) =>
    isTrue(Math.max(until - 1000 - seconds * 1000, 0)),
  );
  if (lateness === undefined || !(isTrue(at) || isTrue(at - TO_FOLLOW * 1000)))
    verdict.wrong.push(`${name} is not ${word}: ${where}`);
  else {
    verdict.worstState = Math.max(verdict.worstState, lateness);
    if (lateness > TO_FOLLOW) verdict.late.push(`${name} is ${word} for ${lateness} s too long: ${where}`);
  }
}

function judgePublished(all: readonly Stretch[], diary: Diary, round: number, verdict: Verdict): void {
  for (const [index, { at, revision }] of diary.published.entries()) {
    const available = diary.cut.find(({ from, until }) => from <= at && at < until)?.until ?? at;
    const overtaken = diary.published[index + 1]?.at ?? Infinity;
    const lost = diary.cut.find(({ from }) => from > available)?.from ?? Infinity;
    const limit = available + (TO_SHOW + round) * 1000;
    if (revision.number === 0 || overtaken < limit || lost < limit) continue;
    const first = all.find((one) => one.until > available && (numberIn(one.text) ?? -1) >= revision.number);
    const lateness = first ? Math.max(0, first.at - available) / 1000 : Infinity;
    if (lateness !== Infinity) verdict.worstPublished = Math.max(verdict.worstPublished, lateness);
    if (lateness > TO_SHOW + round)
      verdict.late.push(
        `revision ${revision.number} came ${lateness} s late, at ${instantAt(available).slice(11, 19)}`,
      );
  }
}

/** What begins next stands first, a round of pages after the one before it has begun. */
function judgeNext(
  all: readonly Stretch[],
  diary: Diary,
  { claimsIn, leads, round }: Uses,
  verdict: Verdict,
): void {
  const begin = all[0]!.at;
  for (let moment = begin; moment < all.at(-1)!.until; moment += 5 * MINUTE) {
    // Of old data nothing is said to be next.
    if (aloneAt(diary, moment) > 0 || wellAt(diary, moment) < 5) continue;
    const next = nextOf(inForce(diary, moment).openings, moment);
    const since = moment - (round + TO_FOLLOW) * 1000;
    if (
      next.length === 0 ||
      since < begin ||
      nextOf(inForce(diary, since).openings, since)[0]?.at !== next[0]!.at
    )
      continue;
    const shown = all
      .filter((one) => one.until > since && one.at <= moment)
      .map(({ text }) => claimsIn(text));
    const names = next.map(({ short }) => short);
    const isFirst = shown.some((claims) => leads(claims, names));
    if (!isFirst && shown.some((claims) => claims.length > 0))
      verdict.wrong.push(
        `${instantAt(moment).slice(11, 16)}: ${names.join('、')} begins next and was not first within a round`,
      );
  }
}
