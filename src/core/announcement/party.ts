import { plainForm } from './kind.ts';

/** What says who of a consortium leads and who follows, before a name or behind it. */
const ROLE =
  /\((?:联合体)?(?:主|成|牵头人?|成员|主办方|牵头单位|成员单位|牵头方|成员方|联合体|联合体投标)\d*\)|(?:^|(?<=[\s,;、]))(?:联合体)?(?:牵头人|牵头单位|牵头方|主办方|成员单位|成员方|成员)\d*:|(?:^|(?<=[\s,;、]))联合体:/gu;

/** `（以下简称“甲”，牵头人）`: a remark in brackets that names a role among other things. */
const REMARK = /\([^()]*(?:牵头|成员|联合体)[^()]*\)/gu;

/** The names of those who are one party together, however a notice joins them: sorted, so that two lists compare. */
const membersOf = (text: string): readonly string[] => [
  ...new Set(
    plainForm(text)
      .replace(ROLE, ';')
      .replace(REMARK, ';')
      .split(/[、,;/和与]/u)
      .map((name) => name.replace(/\s+/gu, ''))
      .filter((name) => name !== '')
      .toSorted(),
  ),
];

/** Whether two spellings name the same party: the same members, in whatever order and brackets. */
export const isSameParty = (a: string, b: string): boolean =>
  a === b || membersOf(a).join(';') === membersOf(b).join(';');
