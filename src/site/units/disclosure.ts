import { CATALOGUE } from '../../core/disclosure/class.ts';
import type { Edition } from '../../core/edition.ts';
import { filesOfCatalogue, filesOfItem } from '../disclosure/files.ts';
import { page, type Kind } from '../unit.ts';

/** An item of the catalogue of government information, with its attachments. */
const item: Kind = {
  name: 'item of disclosure',
  keys: ({ disclosure }) => disclosure.map(({ id }) => id),
  pages: (_, id) => [page('disclosure/[id]', { id })],
  files: (edition, id) => filesOfItem(edition, itemWith(edition, id)),
};

/** The catalogue, where a centre has one, and its data. */
const catalogue: Kind = {
  name: 'disclosure',
  keys: ({ hasDisclosure }) => (hasDisclosure ? [''] : []),
  pages: () => [
    page('disclosure/[...home]', { home: undefined }),
    page('disclosure/[catalogue]', { catalogue: CATALOGUE }),
  ],
  files: filesOfCatalogue,
};

const itemWith = ({ disclosure }: Edition, id: string) => disclosure.find((one) => one.id === id)!;

export const disclosure: readonly Kind[] = [catalogue, item];
