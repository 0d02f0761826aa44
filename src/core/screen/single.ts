import type { Collection, Edition } from '../edition.ts';
import { drawQr } from '../qr.ts';
import { roomIn } from '../rooms.ts';
import type { Feed, Single } from './browser/feed.ts';
import { factIn, factOf, type Fact, type Values } from '../announcement/fact.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import { piecesOf } from '../typesetting/title.ts';
import { BREAK } from './browser/name.ts';
import { shortNamesOf } from './short-name.ts';

/** What such a feed is made of. */
type Ground = Pick<Collection, 'rows' | 'effective' | 'site'> & Pick<Edition, 'absolute'>;

/** A feed that holds one announcement alone with what the glass that is composed for it says, and its own code. */
export function withSingle(feed: Feed, ground: Ground): Feed {
  const items = feed.parts.flatMap((part) => part.items.map((item) => ({ ...item, kind: part.kind })));
  const [first] = items;
  const isAlone = first && items.every(({ id, moved }) => id === first.id && !moved);
  const isShort = feed.parts.every(({ leftOut }) => leftOut === 0);
  if (!isAlone || !isShort) return feed;
  const call = items.some(({ kind }) => ['openings', 'closing', 'open'].includes(kind));
  const single = call ? singleOf(first.id, ground) : undefined;
  return single ? { ...feed, single } : feed;
}

function singleOf(id: string, { rows, effective, absolute, site }: Ground): Single | undefined {
  const row = rows().find((one) => one.id === id);
  const gate = row && (row.deadline ?? row.opening);
  if (!row || !gate) return undefined;
  const { opening, projectCode } = row;
  const { announcement } = effective(id);
  const said = factOf(announcement, 'opening-place')?.text;
  const amount = ceilingOf(announcement) ?? row.amount;
  const place = said === undefined ? undefined : (roomIn(said, site)?.label ?? said);
  const [name = row.title] = shortNamesOf(row.title, []);
  return {
    id,
    name: piecesOf(name).join(BREAK),
    label: gate.label,
    at: gate.value,
    ...(opening && { opening: opening.value }),
    ...(place !== undefined && { place }),
    ...(amount && { amount: `${amount.label} ${amount.text}` }),
    ...(projectCode !== undefined && { code: projectCode }),
    qr: drawQr(absolute(`announcements/${id}/`)),
  };
}

/** What no bid may exceed says more to a bidder than the budget. */
function ceilingOf(announcement: Announcement): Fact | undefined {
  const form = formOf(typeOf(announcement.category, announcement.type));
  const ceiling = form
    .filter(({ key }) => key === 'priceCeilingFen')
    .map((field) => ({ ...field, role: 'amount' as const }));
  return factIn(ceiling, announcement as unknown as Values, 'amount');
}
