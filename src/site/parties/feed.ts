import { isLegacy } from '../../core/announcement/legacy.ts';
import type { Edition } from '../../core/edition.ts';
import { feedRows } from '../../core/feeds/select.ts';
import { byNewest } from '../../core/listing.ts';
import type { KnownParty } from '../../core/party/parties.ts';
import { partyFeedPath, partyPath } from '../address.ts';
import { toRss } from '../feed-text.ts';
import { WITHDRAWN_MENTIONS } from './known.ts';

/** RSS 2.0 of everything that names a unit, whatever its part; what was withdrawn comes again and says so. */
export function partyFeed(edition: Edition, { id, name, involvements }: KnownParty): Promise<string> {
  const ids = new Set([...involvements.map(({ by }) => by), ...edition.values(WITHDRAWN_MENTIONS, id)]);
  return toRss(
    edition,
    {
      name: id,
      title: name,
      description: `只看写到${name}的公告：它发起的、中标的、参加的。`,
      page: partyPath(id),
      rows: feedRows(
        [...ids]
          .map((one) => edition.row(one))
          // An archive that moves in is no news.
          .filter((row) => !isLegacy(row))
          .sort(byNewest),
      ),
    },
    partyFeedPath(id),
  );
}
