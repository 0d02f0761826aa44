import type { Claim, Uses } from './judge.ts';

const WORDS = '候标|开标中|已开始|已结束|改期|改地点|暂停|终止|待核对';
const NAME = '示例\\S{3}\\d+号';
const HOUR = '\\d\\d:\\d\\d';

/** Seconds of a round: everything that a board or a strip has to say has then been said once. */
const ROUND = 180;

/** Reads claims of which one group of the pattern is the name, one the hour and one the word, in any order. */
function claimsBy(pattern: string): (text: string) => readonly Claim[] {
  const compiled = new RegExp(pattern, 'gu');
  return (text) =>
    [...text.matchAll(compiled)].map(({ groups = {} }) => ({
      name: groups['name']!,
      hour: groups['hour'] ?? groups['since'] ?? '',
      word: groups['word'] ?? groups['state'] ?? '',
    }));
}

/** What keeps the place of an hour at which nothing begins. */
const CHANGED = ['改期', '改地点', '暂停', '终止'];

/**
 * A row of a board: `10:30 303 示例路改造3号 候标`. What begins next is the first row of a page, but for what was to begin
 * before it and was moved or stopped.
 */
export const board: Uses = {
  round: ROUND,
  noticeRound: 0,
  claimsIn: claimsBy(`(?<hour>${HOUR}) \\S+ (?<name>${NAME}) (?<word>${WORDS})`),
  leads: (claims, names) => {
    const first = claims.find(({ word }) => !CHANGED.includes(word));
    return first !== undefined && first.word === '候标' && names.includes(first.name);
  },
};

/** A sign: `候标 10:30 示例路改造3号`, `开标中 示例路改造3号 10:00 开始`, `下一场 11:30 示例路改造8号`. */
export const sign: Uses = {
  round: 60,
  noticeRound: 60,
  claimsIn: (text) =>
    claimsBy(`(?<word>${WORDS}|下一场) (?:(?<hour>${HOUR}) )?(?<name>${NAME})(?: (?<since>${HOUR}) 开始)?`)(
      text,
    ).map((claim) => ({ ...claim, word: claim.word === '下一场' ? '候标' : claim.word })),
  leads: (claims, names) => claims.some(({ name, word }) => word === '候标' && names.includes(name)),
};

/** A cut of a strip: `示例路改造3号 10:30 303 候标`, `示例路改造3号 改期 10:45 → 17:30 206`. */
export const strip: Uses = {
  round: ROUND + 60,
  noticeRound: ROUND + 60,
  claimsIn: claimsBy(
    `(?<name>${NAME}) (?:(?<state>改期|改地点) )?(?<hour>${HOUR})(?: → \\S+)?(?: \\S+)?(?: (?<word>${WORDS}))?`,
  ),
  leads: (claims, names) => claims.some(({ name }) => names.includes(name)),
};
