import { expect, test } from 'vitest';
import { faultsOf } from '../../../src/core/ocds/check.ts';
import type { Json } from '../../../src/core/ocds/json.ts';
import type { Release } from '../../../src/core/ocds/merge.ts';

const release = (says: Json = {}): Release => ({
  ocid: 'ocds-zb0000-a',
  id: 'a-v1',
  date: '2026-03-01T09:00:00+08:00',
  tag: ['tender'],
  ...says,
});

const sound = {
  parties: [{ id: 'u', roles: ['supplier'] }],
  tender: {
    id: '1',
    status: 'complete',
    lots: [{ id: '01' }],
    tenderPeriod: { endDate: '2026-03-10T09:30:00+08:00' },
  },
  awards: [
    {
      id: 'w',
      status: 'active',
      date: '2026-03-12T00:00:00+08:00',
      suppliers: [{ id: 'u' }],
      relatedLots: ['01'],
    },
  ],
  contracts: [{ id: 'c', awardID: 'w' }],
};

const faults = (says: Json): readonly string[] => faultsOf([release()], release({ ...sound, ...says }));

test('what is sound has no fault', () => {
  expect(faults({})).toEqual([]);
});

test.each<[string, Json, string]>([
  [
    'an id twice in a list',
    {
      contracts: [
        { id: 'c', awardID: 'w' },
        { id: 'c', awardID: 'w' },
      ],
    },
    'a-v1/contracts has c twice',
  ],
  ['a contract of no award', { contracts: [{ id: 'c', awardID: 'x' }] }, 'contract c has no award x'],
  [
    'a lot that the tender does not list',
    { bids: { details: [{ id: 'b', relatedLots: ['02'] }] } },
    'b has no lot 02',
  ],
  ['a supplier that is no party', { awards: [{ id: 'w', suppliers: [{ id: 'v' }] }] }, 'no party v'],
  ['a buyer that is no party', { buyer: { id: 'v' } }, 'no party v'],
  [
    'an award from before the bids were due',
    { awards: [{ id: 'w', date: '2026-03-09T00:00:00+08:00' }] },
    'award w is older than the end of the tender',
  ],
  [
    'an award of what found nobody',
    { tender: { id: '1', status: 'unsuccessful', lots: [{ id: '01' }] } },
    'award w of a tender that is unsuccessful',
  ],
])('%s is told', (_, says, told) => {
  expect(faults(says)).toEqual([told]);
});

test('releases with one id, and one that is older than the one before it, are told', () => {
  const older = { ...release(), date: '2026-02-01T09:00:00+08:00' };
  expect(faultsOf([release(), older], release())).toEqual([
    'two releases ocds-zb0000-a a-v1',
    'a-v1 is older than the one before it',
  ]);
});
