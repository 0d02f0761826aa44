import { plainForm } from './kind.ts';

/**
 * Who takes part as one: a single unit, or the members of a consortium 联合体 in the order in which they are named. Names
 * are as the notice writes them.
 */
export interface Party {
  members: readonly string[];
  /** The member that leads, where the notice says which. */
  leader?: string;
}

const LEADS = '牵头人|牵头单位|牵头方|主办方|主办人|主办单位|牵头';
const FOLLOWS = '成员单位|成员方|成员';
/** Who leads and who follows, in brackets: （主）, （联合体牵头人）, （成员1）. */
const IN_BRACKETS = new RegExp(`\\((?:联合体)?(?:主|成|${LEADS}|${FOLLOWS}|联合体|联合体投标)\\d*\\)`, 'u');
/** The same before a colon: 牵头人：, 联合体成员1：, 联合体：. */
const BEFORE_COLON = new RegExp(
  `(?:^|(?<=[\\s,;、]))(?:(?:联合体)?(?:${LEADS}|${FOLLOWS})\\d*|联合体):`,
  'u',
);
/** `（以下简称“甲”，牵头人）`: a remark in brackets that names a role among other things. */
const REMARK = /\([^()]*(?:牵头|成员|联合体)[^()]*\)/u;
const ROLES = new RegExp(`${IN_BRACKETS.source}|${BEFORE_COLON.source}|${REMARK.source}`, 'gu');
const LEADER = new RegExp(`\\((?:主|[^()]*(?:${LEADS})[^()]*)\\)|(?:${LEADS})\\d*:`, 'u');

/** Reads the units that are one party, however a notice joins them. */
export function partyIn(text: string): Party {
  const { members, leader } = plainParty(text);
  const written = members.map((name) => asWritten(text, name));
  return leader === undefined ? { members: written } : { members: written, leader: asWritten(text, leader) };
}

function plainParty(text: string): Party {
  const parts = segmentsOf(plainForm(text)).map((segment) => ({
    name: nameIn(segment),
    leads: LEADER.test(segment),
  }));
  const named = parts.filter(({ name }) => name !== '');
  const members = [...new Set(named.flatMap(({ name }) => unitsIn(name)))];
  const leader = named.find(({ leads }) => leads)?.name;
  return members.length > 1 && leader !== undefined && members.includes(leader)
    ? { members, leader }
    : { members };
}

/** A name in the form in which two spellings of it are one: brackets of one kind, no blanks. */
export const partyName = (name: string): string => plainForm(name).replace(/\s+/gu, '');

/** The key of a party: the same for the same members, in whatever order, brackets and words they are named. */
export const partyKey = (text: string): string => plainParty(text).members.toSorted().join(';');

/** Whether two spellings name the same party. */
export const isSameParty = (a: string, b: string): boolean => a === b || partyKey(a) === partyKey(b);

/** The stretch of a text that is a name in its plain form; the name itself where there is none. */
function asWritten(text: string, name: string): string {
  const chars = [...text];
  const plain = chars.map(partyName);
  const at = plain.join('').indexOf(name);
  if (at < 0) return name;
  const places = plain.flatMap((char, index) => [...char].map(() => index));
  const [first, last] = [
    places[[...plain.join('').slice(0, at)].length]!,
    places[[...plain.join('').slice(0, at + name.length)].length - 1]!,
  ];
  return chars.slice(first, last + 1).join('');
}

/** Parts of a text with a name in each, and what is said of its role. */
function segmentsOf(text: string): readonly string[] {
  const marks = new RegExp(IN_BRACKETS.source, 'gu');
  const isBefore = marks.test(text) && text.trimStart().startsWith(IN_BRACKETS.exec(text)![0]);
  return text
    .replace(marks, isBefore ? ';$&' : '$&;')
    .replace(new RegExp(BEFORE_COLON.source, 'gu'), ';$&')
    .split(/[、,;/](?![^()]*\))/u)
    .filter((segment) => segment.trim() !== '');
}

const nameIn = (segment: string): string => partyName(segment.replace(ROLES, ''));

/** What a unit's name ends with, a remark in brackets behind it or not. */
const WHOLE =
  /(?:公司|集团|院|所|局|中心|厂|社|行|队|学校|小学|中学|大学|政府|合伙|委员会|站|馆|处|办公室|店|协会|商会|联合会|基金会)(?:\([^()]*\))?$/u;

/** Units joined by 和, 与 or 及, which stand in names too: only between two whole names. */
function unitsIn(name: string): readonly string[] {
  for (const { index } of name.matchAll(/[和与及]/gu)) {
    const [before, after] = [name.slice(0, index), name.slice(index + 1)];
    if (WHOLE.test(before) && WHOLE.test(after)) return [before, ...unitsIn(after)];
  }
  return [name];
}
