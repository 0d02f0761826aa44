/** Names in the order of pinyin, as ICU knows it. The letter of a name is that of its first character's pinyin. */
const pinyin = new Intl.Collator('zh-CN-u-co-pinyin');

/** The first character of each letter in the order of pinyin; no syllable begins with I, U or V. */
const FIRST: readonly (readonly [character: string, letter: string])[] = [
  ['阿', 'A'],
  ['八', 'B'],
  ['嚓', 'C'],
  ['咑', 'D'],
  ['妸', 'E'],
  ['发', 'F'],
  ['旮', 'G'],
  ['哈', 'H'],
  ['丌', 'J'],
  ['咔', 'K'],
  ['垃', 'L'],
  ['妈', 'M'],
  ['拏', 'N'],
  ['噢', 'O'],
  ['妑', 'P'],
  ['七', 'Q'],
  ['呥', 'R'],
  ['仨', 'S'],
  ['他', 'T'],
  ['屲', 'W'],
  ['夕', 'X'],
  ['丫', 'Y'],
  ['帀', 'Z'],
];

/** Nearly every buyer of a district begins with the district's name, which helps nobody to find one. */
const PLACE = /^(?:\p{Script=Han}{2,3}[省市区县])+(?=\p{Script=Han}{2})/u;

const shortOf = (name: string): string => name.replace(PLACE, '');

/** Names by the letter under which one looks for them, place names at their head left out; `#` for the rest. */
export function byInitial<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): readonly { letter: string; items: readonly T[] }[] {
  const sorted = items.toSorted((a, b) => byPinyin(nameOf(a), nameOf(b)));
  const groups = Map.groupBy(sorted, (item) => initialOf(nameOf(item)));
  return [...groups]
    .map(([letter, members]) => ({ letter, items: members }))
    .sort((a, b) => (a.letter < b.letter ? -1 : 1));
}

/** Names that differ in the place at their head alone stand by the place. */
const byPinyin = (a: string, b: string): number =>
  pinyin.compare(shortOf(a), shortOf(b)) || pinyin.compare(a, b);

/** The letter under which one looks for a name, a place name at its head left out: A to Z, or `#`. */
export function initialOf(name: string): string {
  const first = [...shortOf(name)][0] ?? '';
  if (/[a-z]/iu.test(first)) return first.toUpperCase();
  if (!/\p{Script=Han}/u.test(first)) return '#';
  return FIRST.findLast(([character]) => pinyin.compare(character, first) <= 0)?.[1] ?? '#';
}
