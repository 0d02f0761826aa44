import type { Site } from './site.ts';

interface RoomFault {
  /** Of which room, counted from 0. */
  at: number;
  key: 'id' | 'name';
  message: string;
  help: string;
}

/** Rooms that a door or an announcement could not tell apart: two with one id, or with one name. */
export function checkRooms(rooms: NonNullable<Site['rooms']>): readonly RoomFault[] {
  return rooms.flatMap(({ id, name }, at): RoomFault[] => {
    const sameId = rooms.findIndex((other) => other.id === id);
    if (sameId < at)
      return [
        {
          at,
          key: 'id',
          message: `标识“${id}”已经是“${rooms[sameId]!.name}”的`,
          help: '每个场所的标识要不一样',
        },
      ];
    const sameName = rooms.findIndex((other) => plain(other.name) === plain(name));
    if (sameName < at)
      return [
        {
          at,
          key: 'name',
          message: `“${name}”写了两遍，公告的地点不知道是哪一间`,
          help: '删掉一项，或者把名称写得不一样，例如加上楼层',
        },
      ];
    return [];
  });
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/gu, '');
