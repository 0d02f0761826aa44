import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../src/core/ocds/check.ts';
import type { Release } from '../../src/core/ocds/merge.ts';
import {
  OCDS_OPENERS,
  OCDS_RECORDS,
  OCDS_RELEASES,
  ocdsRecord,
  ocdsRecords,
  ocdsReleases,
} from '../../src/site/ocds.ts';
import { validators } from '../core/ocds/validators.ts';
import { sampleEdition } from './edition.ts';

const sample = sampleEdition();
const openers = sample.keys(OCDS_OPENERS);

const recordIn = (
  opener: string,
): { releases: readonly Release[]; compiledRelease: Release; versionedRelease: unknown } =>
  (ocdsRecord(sample, opener)['records'] as readonly never[])[0]!;

describe('the sample as OCDS', () => {
  test.each(Object.entries(validators))('is valid %s', (_, { records, releases }) => {
    const faults = [
      ...openers.flatMap((opener) =>
        records(ocdsRecord(sample, opener)).map((fault) => `${opener}: ${fault}`),
      ),
      ...sample.keys(OCDS_RELEASES).flatMap((month) => releases(ocdsReleases(sample, month))),
      ...sample.keys(OCDS_RECORDS).flatMap((month) => records(ocdsRecords(sample, month))),
    ];
    expect(faults).toEqual([]);
  });

  test('has no fault that the schemas cannot see', () => {
    const faults = openers.flatMap((opener) => {
      const { releases, compiledRelease } = recordIn(opener);
      return faultsOf(releases, compiledRelease);
    });
    expect(faults).toEqual([]);
  });
});
