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

/**
 * The room that the place of an announcement names. The centre's own name is no part of it. Nothing where the place is
 * no room of a short name: another house, a platform, two rooms at once.
 * @param place as the announcement has it, `示例交易中心 303 开标室`
 */
export function roomIn(place: string, rooms: readonly Room[]): RoomLabel | undefined {
  const bare = plain(place);
  const named = rooms.filter(({ name }) => bare.includes(plain(name)));
  // 一号开标室 is within 十一号开标室.
  const whole = named.filter(
    ({ name }) => !named.some((other) => other.name !== name && plain(other.name).includes(plain(name))),
  );
  if (whole.length === 1) return { label: labelOf(whole[0]!.name), id: whole[0]!.id };
  if (whole.length > 1) return undefined;
  const label = labelIn(bare);
  return label === undefined ? undefined : { label };
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

function labelIn(bare: string): string | undefined {
  const [numbers, names] = [
    [...bare.matchAll(NUMBERED)].map(([, number]) => number!),
    [...bare.matchAll(NAMED)].map(([name]) => name),
  ];
  if (numbers.length > 0) return numbers.length === 1 ? numbers[0] : undefined;
  if (ONLINE.test(bare) && !names.some((name) => /室/u.test(name))) return '网上';
  return names.length === 1 && names[0]!.length <= LONGEST_LABEL ? names[0] : undefined;
}
