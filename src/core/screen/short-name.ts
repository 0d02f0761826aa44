import type { Collection } from '../edition.ts';
import type { Item, Part } from './browser/feed.ts';
import { linesOf, widthOf } from './browser/lines.ts';

/** Who publishes: said elsewhere on the glass. */
const BEFORE = /^(?:[\p{Script=Han}]{2,20}(?:局|委员会|办事处|政府|管理处|中心|学校|公司))?关于/u;
/** In which round: of no use to whoever looks for a room. */
const ROUND = /（(?:第[一二三四五六七八九十]+次|重新招标|重新采购|二次|示例)）/gu;
const BRACKETS = /（[^（）]*）/gu;
/** What kind of announcement it is, before brackets at the end. */
const KIND =
  /(?:(?:重新|公开|邀请|竞争性)*(?:招标|磋商|谈判|询价|询比|竞价|拍卖|挂牌|出让|招租|转让|资格预审|比选)*(?:公告|公示)|(?:项目)?(?:招标|采购)(?:计划|意向)(?:公开)?)(?=(?:（[^（）]*）)*$)/u;

/** What the end of a name may lose, one after the other, and be known by the rest. 监理, 设计 and the like stay: they tell two openings apart. */
const TAILS = [
  /(?<=地)国有建设用地使用权$/u,
  /(?<!采购)项目$/u,
  /(?:采购)?项目$/u,
  /(?<!设计)施工(?:总承包)?$/u,
  /(?:建设)?工程$/u,
  /服务$/u,
  /采购$/u,
  /(?:及|和|与)(?:配套设施|相关服务|安装)$/u,
] as const;

/** A name shorter than this names nothing. */
const LEAST = 4;

/**
 * The short names 简称 by which a project can be called, the longest first: its title without what every title says,
 * and each time without a little more. Each is made of the title's own characters in their order: a screen says nothing
 * that the notice does not.
 * @param regions the areas of the centre, which need not be said in its own hall
 */
export function shortNamesOf(title: string, regions: readonly string[]): readonly string[] {
  const name = title.replace(BEFORE, '').replace(ROUND, '').replace(KIND, '').trim() || title;
  const names = [name];
  const add = (shorter: string): void => {
    if (shorter !== names.at(-1) && [...shorter].length >= LEAST) names.push(shorter);
  };
  add(withoutArea(name, regions));
  add(names.at(-1)!.replace(BRACKETS, ''));
  for (const tail of TAILS) add(names.at(-1)!.replace(tail, '').trim());
  return names;
}

/** 高明区更合镇示例片区… in Gaoming is 示例片区…, but 更合镇道路养护 stays: of that too little would be left. */
function withoutArea(name: string, regions: readonly string[]): string {
  const area = regions.find((region) => name.startsWith(region));
  if (area === undefined) return name;
  const rest = withoutArea(name.slice(area.length), regions);
  return [...rest].length >= LEAST_PLACE ? rest : name;
}

/** What is left without the area must still name a place. */
const LEAST_PLACE = 7;

/** What is asked for the names of announcements. */
export type Named = Pick<Collection, 'entry' | 'site'>;

/** The parts whose rows are about a project, not about an announcement of it. */
export const OF_PROJECTS: readonly Part['kind'][] = ['openings', 'closing', 'open', 'corrections'];

/**
 * The items of a part, each with the longest of its names that takes one line of `em`, else two. Two projects never
 * bear one name, though clerks have written one for both: they keep what their titles call them.
 */
export function withShortNames(
  { kind, items }: Pick<Part, 'kind' | 'items'>,
  collection: Named,
  em: number,
): readonly Item[] {
  if (OF_PROJECTS.indexOf(kind) < 0) return items;
  const titles = new Map<string, string>();
  for (const item of items) titles.set(item.title, nameFor(usualNames(item, collection), em));
  return items.map((item) => {
    const short = titles.get(item.title)!;
    const isShared = [...titles].some(([title, other]) => other === short && title !== item.title);
    const name = isShared ? namesOf(item, collection).derived[0]! : short;
    return name === item.title ? item : { ...item, short: name };
  });
}

/** What the clerk wrote comes before what is derived. */
function usualNames(item: Item, collection: Named): readonly string[] {
  const { written, derived } = namesOf(item, collection);
  return written === undefined ? derived : [written];
}

/** What a project can be called by: the short name that a clerk wrote, and those that its title has, the longest first. */
export function namesOf(
  { id, title }: Item,
  { entry, site }: Named,
): { written: string | undefined; derived: readonly string[] } {
  const { announcement } = entry(id);
  const about = 'related' in announcement && announcement.title !== title ? announcement.related : undefined;
  const written = about === undefined ? announcement.shortName : entry(about).announcement.shortName;
  return { written, derived: shortNamesOf(title, site?.regions ?? []) };
}

const nameFor = (names: readonly string[], em: number): string =>
  names.find((name) => widthOf(name) <= em) ?? names.find((name) => linesOf(name, em) <= 2) ?? names.at(-1)!;
