import { expect, test } from 'vitest';
import type { Edition } from '../../src/core/edition.ts';
import { registrationOf } from '../../src/site/ledger.ts';

const ID = 'gm-tz-2026-001';
const leaf = (index: number, rev: number, event: string) => ({ index, leaf: { id: ID, rev, event } });

/** An edition of an announcement that was published, put right and taken down. */
const edition = {
  ledger: {
    registered: () => [leaf(0, 1, 'publish'), leaf(4, 2, 'erratum'), leaf(9, 3, 'withdraw')],
    leaf: (index: number) => ({ record: `${ID}/${index}.json` }),
  },
  address: (path: string) => `/${path}`,
} as unknown as Edition;

test('each version names its own registration, and the announcement as it stands the last one', () => {
  const numbers = [undefined, 1, 2, 3].map((version) => registrationOf(edition, ID, version)?.number);
  expect(numbers).toEqual([10, 1, 5, undefined]);
  expect(registrationOf(edition, ID, 1)?.receipt).toBe(`/ledger/proofs/${ID}-1.tlog-proof`);
});
