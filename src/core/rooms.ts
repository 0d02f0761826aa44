import type { Site } from './corpus/settings/site.ts';

/** A room of the centre, as content/site.yaml names it. */
export interface Room {
  /** By which doors and live tables know it. */
  id: string;
  /** As announcements name it: `303 开标室`. */
  name: string;
}

/** A room as a board has it: `303`, and its id where the centre's settings name it. */
interface RoomLabel {
  label: string;
  id?: string;
}

/** The rooms 场所 of a centre's settings; none where they are not written or cannot be read. */
export const roomsOf = (site: Pick<Site, 'rooms'> | undefined): readonly Room[] => site?.rooms ?? [];

/** What of a site's settings tells its rooms from those of other houses. */
export type House = Pick<Site, 'rooms'> & Partial<Pick<Site, 'centreName'>>;

/**
 * The room that the place of an announcement names. The centre's own name is no part of it. Nothing where the place is
 * no room of a short name: another house, a platform, two rooms at once.
 * @param place as the announcement has it, `示例交易中心 303 开标室`
 * @param house nothing where the settings cannot be read
 */
export function roomIn(place: string, house: House | undefined): RoomLabel | undefined {
  const bare = plain(place);
  const named = roomsOf(house).filter(({ name }) => placeIn(bare, plain(name)) >= 0);
  // 一号开标室 is within 十一号开标室.
  const whole = named.filter(
    ({ name }) => !named.some((other) => other.name !== name && plain(other.name).includes(plain(name))),
  );
  const { centreName = '' } = house ?? {};
  if (whole.length === 1) {
    const { id, name } = whole[0]!;
    return isOurs(bare.slice(0, placeIn(bare, plain(name))), centreName)
      ? { label: labelOf(name), id }
      : undefined;
  }
  return whole.length > 1 ? undefined : labelIn(bare, centreName);
}

/** Where a place names a room; -1 where the figures of its name go on before it: 1305 is not 305. */
function placeIn(bare: string, name: string): number {
  const at = bare.indexOf(name);
  return at > 0 && /[A-Za-z\d-]/u.test(bare[at - 1]!) && /^[A-Za-z\d]/u.test(name) ? -1 : at;
}

/** What stands before a room and says nothing of the house: floors, sides, the way in. */
const WITHIN = /[一二三四五六七八九十\d]+[楼层]|[东南西北]侧|设在|位于|[，、（(]/gu;
/** Samples put 示例 in the place of a name. */
const INVENTED = /示例[市区县镇]?/gu;

/** Whether what stands before the name of a room is this centre, or nothing. */
function isOurs(before: string, centreName: string): boolean {
  const house = before.replace(WITHIN, '').replace(INVENTED, '');
  if (house === '' || /^(?:本|我)?(?:交易)?中心$/u.test(house)) return true;
  const centre = plain(centreName).replace(INVENTED, '');
  return (
    centre !== '' &&
    (centre.includes(house) || house.endsWith(centre) || endsAlike(house, centre) >= OWN_NAME)
  );
}

/** Characters at their end in which two ways of writing the name of one centre are alike: 交易中心高明分中心. */
const OWN_NAME = 6;

function endsAlike(one: string, other: string): number {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one.at(-1 - count) === other.at(-1 - count))
    count += 1;
  return count;
}

/** What a board calls a room: `303 开标室` is 303, `开标一室` stays as long as it is short. */
export const labelOf = (name: string): string => {
  const [number] = /(?<![A-Z\d-])[A-Z]?\d{2,4}[A-Z]?(?=\p{Script=Han}{0,4}[室厅]?$)/u.exec(plain(name)) ?? [];
  return number ?? plain(name);
};

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

/** A board has no room for more characters than these. */
const LONGEST_LABEL = 5;

const NUMBERED = /(?<![A-Z\d-])([A-Z]?\d{2,4}[A-Z]?)\p{Script=Han}{0,5}?[室厅]/gu;
const NAMED =
  /(?:[一二三四五六七八九十]+[号楼]|\d号)?(?:开标|评标|评审|谈判|磋商|竞价|拍卖|会议|交易)[一二三四五六七八九十]?号?[室厅]|\d+号[室厅]/gu;
const ONLINE = /网上|线上|不见面|远程/u;

function labelIn(bare: string, centreName: string): RoomLabel | undefined {
  const [numbers, names] = [[...bare.matchAll(NUMBERED)], [...bare.matchAll(NAMED)]];
  if (numbers.length > 1 || (numbers.length === 0 && names.length > 1)) return undefined;
  const found = numbers[0] ?? names[0];
  if (ONLINE.test(bare) && !/室/u.test(found?.[0] ?? '')) return { label: '网上' };
  if (!found || !isOurs(bare.slice(0, found.index), centreName)) return undefined;
  const label = found[1] ?? found[0];
  return label.length <= LONGEST_LABEL ? { label } : undefined;
}
