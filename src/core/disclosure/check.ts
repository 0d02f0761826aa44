import type { DisclosureClass } from './class.ts';
import type { ItemFields } from './item.ts';
import { nextIndex } from './next-index.ts';

/** An item with the folder that it lies in. */
interface Placed extends ItemFields {
  id: string;
  folder: string;
}

/** What is wrong with an item beside the form of its values, at an English key of its fields. */
interface ItemFault {
  id: string;
  code: string;
  at: keyof ItemFields;
  message: string;
  help: string;
}

/** Holds items against the classes, against each other, and their own values against each other. */
export function checkItems(
  items: readonly Placed[],
  classes: readonly DisclosureClass[] | undefined,
): readonly ItemFault[] {
  const indexes = items.map(({ index }) => index);
  // What was published first keeps its number.
  const firstOf = new Map(items.toSorted(byLatest).map((item) => [plain(item.index), item]));
  return items.flatMap((item) => {
    const faults = [
      classes && classFault(item, classes),
      indexFault(item, firstOf.get(plain(item.index))!, indexes),
      validityFault(item),
      reportFault(item),
      item.publishedOn < item.madeOn &&
        told(item, 'F345', 'publishedOn', '发布日期在成文日期之前', '核对这两个日期，对照文件的落款'),
    ];
    return faults.filter((fault) => fault !== undefined && fault !== false);
  });
}

const byLatest = (a: Placed, b: Placed): number =>
  a.publishedOn === b.publishedOn ? (a.id < b.id ? 1 : -1) : a.publishedOn < b.publishedOn ? 1 : -1;

const told = (
  { id }: Placed,
  code: string,
  at: ItemFault['at'],
  message: string,
  help: string,
): ItemFault => ({ id, code, at, message, help });

function classFault(item: Placed, classes: readonly DisclosureClass[]): ItemFault | undefined {
  const named = classes.find(({ name }) => name === item.class);
  const names = classes.map(({ name }) => name).join('、');
  if (!named)
    return told(
      item,
      'F341',
      'class',
      `没有“${item.class}”这个分类`,
      `分类有：${names}；要增加的写在 content/site.yaml 的“公开分类”里`,
    );
  if (named.id === item.folder) return undefined;
  const home = classes.find(({ id }) => id === item.folder);
  // That a folder belongs to no class is told of the folder.
  if (!home) return undefined;
  const message = `分类写的是“${item.class}”，文件却在“${home.name}”的文件夹里`;
  return told(item, 'F341', 'class', message, `把文件移到 disclosure/${named.id}/，或者改成 ${home.name}`);
}

function indexFault(item: Placed, first: Placed, indexes: readonly string[]): ItemFault | undefined {
  if (first === item) return undefined;
  const next = nextIndex(item.index, indexes);
  return told(
    item,
    'F342',
    'index',
    `索引号“${item.index}”已经是“${first.title}”（${first.id}）的`,
    `先发布的那一条不改；这一条换一个没有用过的${next === undefined ? '' : `，下一个是 ${next}`}`,
  );
}

/** Two index numbers that only a machine can tell apart are one to readers. */
const plain = (index: string): string => index.normalize('NFKC').replace(/\s/gu, '').toUpperCase();

function validityFault(item: Placed): ItemFault | undefined {
  const { validity, endedOn, madeOn } = item;
  if (validity === 'valid') {
    if (endedOn === undefined) return undefined;
    return told(
      item,
      'F343',
      'endedOn',
      '有效的信息写了失效日期',
      '删掉失效日期，或者把有效性改成废止、失效',
    );
  }
  if (endedOn === undefined || endedOn >= madeOn) return undefined;
  return told(item, 'F343', 'endedOn', '失效日期在成文日期之前', '核对这两个日期');
}

function reportFault(item: Placed): ItemFault | undefined {
  const isReport = item.part === 'annual-report';
  if (isReport && item.reportYear === undefined)
    return told(item, 'F344', 'part', '年报没有写是哪一年的', '加一行“年度: …”，写年报说的那一年');
  if (!isReport && item.reportYear !== undefined)
    return told(
      item,
      'F344',
      'reportYear',
      '不是年报，却写了年度',
      '删掉年度；是年报的加上“栏目: 政府信息公开年报”',
    );
  if (item.reportYear !== undefined && !/^(?:19|20|21)\d\d$/u.test(String(item.reportYear)))
    return told(item, 'F344', 'reportYear', `“${item.reportYear}”不是年份`, '写四位数的年份，例如 2025');
  return undefined;
}
