import type { Remedy } from '../announcement/kind.ts';
import { CATEGORIES, categoryNamed, categories, type Category } from '../announcement/category.ts';
import { FIELD_CODE, unreadableIn } from '../announcement/legible/marks.ts';
import { near } from '../announcement/near.ts';
import { namesOf, types, typesIn, typesNamed, writtenTypesIn } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import type { Span } from '../diagnostic.ts';
import { categorySlip } from './category-slip.ts';
import { labels } from './labels.ts';
import { entryOf, valueSpan } from './places.ts';
import type { MapEntry, MapNode } from './tree.ts';
import { mayHave } from './unclear.ts';

/** Takes a finding about a field, `field` being its label. */
export type Add = (
  code: string,
  span: Span,
  message: string,
  remedy: string | Remedy,
  field: string | undefined,
) => void;

/** Which types an announcement can be of: the one it says, or all that it could mean where that is at fault. */
interface SaidType {
  spec?: TypeSpec;
  possible: readonly TypeSpec[];
  /** Whether the category is a slip, so that what it says is not what is published. */
  isSlip?: true;
}

/**
 * Which type the front matter of an announcement says it is; `add` takes what is wrong with 类别 and 类型. `folder` is
 * the category in whose folder it lies.
 */
export function readType(map: MapNode, add: Add, folder: Category | undefined): SaidType {
  const category = readCategory(map, add, folder);
  if (!category) return { possible: types };
  const meant = folder && categorySlip(map, category, folder);
  if (meant) {
    add('F403', valueSpan(entryOf(map, '类别')!), ...notInFolder(category, folder, meant), '类别');
    return { spec: meant, possible: [meant], isSlip: true };
  }
  return readTypeIn(category, map, add);
}

const notInFolder = (
  category: Category,
  folder: Category,
  { term }: TypeSpec,
): [message: string, help: string] => [
  `类别与文件夹不符：类别写的是“${CATEGORIES[category]}”，文件放在“${CATEGORIES[folder]}”的文件夹里，各栏也是那里的${term}`,
  `类别: ${CATEGORIES[folder]}；确实是${CATEGORIES[category]}的，核对类型和各栏，把文件移到 announcements/${category}/`,
];

function readTypeIn(category: Category, map: MapNode, add: Add): SaidType {
  const known = typesIn(category);
  const unclear: SaidType = { possible: known };
  const entry = entryOf(map, '类型');
  const terms = writtenTypesIn(category).map((spec) => spec.term);
  const list = `${CATEGORIES[category]}的类型有：${terms.join('、')}`;
  if (!entry) {
    if (!mayHave(map, '类型')) add('F202', map.entries[0]?.keySpan ?? map.span, '没有写“类型”', list, '类型');
    return unclear;
  }
  const term = oneWord(entry, list, add);
  if (term === undefined) return unclear;
  const [spec, ...others] = typesNamed(category, term);
  if (spec && others.length === 0) return { spec, possible: [spec] };
  if (spec) {
    const meant = [spec, ...others].map((one) => one.term).join('、');
    const message = `“${term}”可以指几种公告：${meant}`;
    add('F204', valueSpan(entry), message, `写明是哪一种，例如 类型: ${spec.term}`, '类型');
    return unclear;
  }
  const elsewhere = categories.find((other) => typesNamed(other, term).length > 0);
  const begun = terms.filter((name) => name.startsWith(term));
  const better = begun.length === 0 ? near(term, known.flatMap(namesOf)) : undefined;
  const help = elsewhere
    ? `“${term}”属于“${CATEGORIES[elsewhere]}”，请核对类别。${list}`
    : begun.length > 0
      ? `写全：${begun.map((name) => `类型: ${name}`).join(' 或 ')}`
      : better
        ? `类型: ${better}`
        : list;
  add('F204', valueSpan(entry), `${CATEGORIES[category]}没有“${term}”这种类型`, help, '类型');
  // Either of the two lines may be the wrong one.
  return elsewhere ? { possible: [...known, ...typesNamed(elsewhere, term)] } : unclear;
}

function readCategory(map: MapNode, add: Add, folder: Category | undefined): Category | undefined {
  const all = Object.values(CATEGORIES).join('、');
  const entry = entryOf(map, '类别');
  if (!entry) {
    if (mayHave(map, '类别')) return undefined;
    const slip = map.entries.find((one) => near(one.key, ['类别']) && !labels.has(one.key));
    const help = `类别: …（${all}，选一个）`;
    if (slip) add('F201', slip.keySpan, `没有“${slip.key}”这一栏`, help, slip.key);
    else add('F202', map.entries[0]?.keySpan ?? map.span, '没有写“类别”', help, '类别');
    return undefined;
  }
  const text = oneWord(entry, `类别有：${all}`, add);
  if (text === undefined) return undefined;
  const category = categoryNamed(text);
  if (category) return category;
  const better = near(text, Object.values(CATEGORIES));
  const likely = folder && `类别: ${CATEGORIES[folder]}（文件放在它的文件夹里）；类别有：${all}`;
  const help = better ? `类别: ${better}` : (likely ?? `类别有：${all}`);
  add('F204', valueSpan(entry), `没有“${text}”这个类别`, help, '类别');
  return undefined;
}

/** The text of 类别 or 类型, which is one word. */
function oneWord({ key, keySpan, value }: MapEntry, help: string, add: Add): string | undefined {
  if (value.kind === 'unclear') return undefined;
  if (value.kind !== 'text') add('F207', keySpan, `“${key}”只写一个词`, help, key);
  else if (value.text.trim() === '') add('F206', keySpan, `“${key}”没有写内容`, help, key);
  else {
    const hidden = unreadableIn(value.text, '文字');
    if (!hidden) return value.text.trim();
    add(FIELD_CODE[hidden.kind], value.span, hidden.message, hidden.help, key);
  }
  return undefined;
}
