import { categories, type Category } from '../announcement/category.ts';
import { namesOf, typesNamed, writtenTypesIn } from '../announcement/schema.ts';
import { plainName, stemOf } from '../announcement/type-names.ts';
import type { TypeSpec } from '../announcement/type.ts';

/** The types that the name at the end of a title can mean in one category, and that name. */
export interface Named {
  category: Category;
  name: string;
  types: readonly TypeSpec[];
}

/** Names so short that they are of a type only where they end a title as what happened: 流标, 更正. */
const SHORT = /^(?:流标|废标|变更|更正|澄清|答疑|终止|终结|暂停|中止|恢复|延期)$/u;

const ENDINGS = ['', '公告', '公示', '公开', '公布', '通告'];

/** Every name of the types of a category, in its plain form, and the types that it can mean. */
const names: Readonly<Record<Category, ReadonlyMap<string, readonly TypeSpec[]>>> = Object.fromEntries(
  categories.map((category) => {
    const written = writtenTypesIn(category).flatMap(namesOf);
    const forms = written.flatMap((name) => [
      plainName(name),
      ...ENDINGS.map((ending) => `${stemOf(name)}${ending}`),
    ]);
    const known = [...new Set(forms)].filter(
      (name) => name.length > 2 || SHORT.test(name) || category === 'general',
    );
    return [category, new Map(known.map((name) => [name, typesNamed(category, name)]))];
  }),
) as Record<Category, Map<string, readonly TypeSpec[]>>;

const longest = Math.max(
  ...categories.flatMap((category) => [...names[category].keys()].map(({ length }) => length)),
);

/**
 * The longest names of types that end a title, by category: 更正公告 of a 招标公告更正公告. What stands in brackets behind
 * it says in which round, 招标公告（第二次）, or names what it is itself, 招标公告（更正）.
 */
export function typesInTitle(title: string, within: readonly Category[] = categories): readonly Named[] {
  const [last, ...before] = endsOf(title);
  for (const end of [last!, ...before]) {
    const named = within.flatMap((category) => longestName(end, category) ?? []);
    if (named.length > 0) return named;
  }
  return [];
}

function longestName(end: string, category: Category): Named | undefined {
  for (let length = Math.min(longest, end.length); length >= 2; length -= 1) {
    const name = end.slice(-length);
    const types = names[category].get(name);
    if (types && types.length > 0)
      return isOfOther(end.slice(0, -length), name) ? undefined : { category, name, types };
  }
  return undefined;
}

/** Whether the words before a name make another thing of it: 非招标公告, 变更后的招标公告, 代理机构比选结果公告. */
const isOfOther = (before: string, name: string): boolean =>
  /[非未不拟预]$|(?:补充|变更|更正|变更后|更正后|澄清|终止|取消|暂停|撤销)的?$/u.test(before) &&
  !SHORT.test(name)
    ? !/(?:公告|公示|文件|结果|合同|采购|招标|意向)(?:补充|变更|更正|澄清|终止|取消|暂停|撤销)$/u.test(before)
    : /^结果/u.test(name) &&
      /(?:选|抽取|摇号|摇珠|抽签|评标|定标|评审|审查|考核|检查|公示|评估|测评|考试|面试|资格|处理|处罚|入围|复核|异议|投诉|质疑|答复)$/u.test(
        before,
      );

/** In brackets behind a name: what an announcement is, of a kind that changes the one named before. */
const CHANGE =
  /^(?:第?[一二三四五六七八九十\d]+次)?(更正|变更|澄清|答疑|补遗|补充|延期|终止|中止|暂停|恢复|流标|废标|答疑澄清|澄清答疑)(?:公告|公示|通知)?(?:第?[一二三四五六七八九十\d]+次?)?$/u;

/** What may stand at the end of a title in place of the name of a type, the likeliest first. */
function endsOf(title: string): readonly string[] {
  let rest = title
    .normalize('NFKC')
    .replace(/[\s"'“”]+/gu, '')
    .replace(/[【[]/gu, '(')
    .replace(/[】\]]/gu, ')');
  let change: string | undefined;
  for (let match = BRACKET.exec(rest); match; match = BRACKET.exec(rest)) {
    const [, word] = CHANGE.exec(match[1]!) ?? [];
    change ??= word;
    rest = rest.slice(0, match.index);
  }
  const end = plainEnd(rest);
  // 中标（成交）结果公告 keeps its brackets, which stand within the name.
  return change === undefined ? [end] : [`${change}公告`, change];
}

/** Brackets at the end of a title; those of a document's number stand within, （示例土告字[2015]3号）. */
const BRACKET = /\(((?:[^()]|\([^()]*\))*)\)(?:公告)?$/u;

const plainEnd = (text: string): string =>
  text
    .replace(/(?<=公告|公示)\p{Script=Han}{2,12}\(\d{4}\)(?:第)?\d{1,5}号$/u, '')
    .replace(
      /(?<=公告|公示|通知|澄清|补遗书?|答疑|更正|变更)(?:之|第)?[一二三四五六七八九十\d]{1,2}(?:号|次|期)?$/u,
      '',
    )
    .replace(/(?<!关于.{0,40})的(?=公告$|公示$)/u, '')
    .replace(/的(?=(?:公告|公示)$)/u, '')
    .replace(/(?<=[招采].)(?:第?[二三四五]次)(?=公告$)/u, '');
