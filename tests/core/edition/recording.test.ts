import { beforeEach, describe, expect, test } from 'vitest';
import { editionOn, type Edition, type View } from '../../../src/core/edition.ts';
import { recording, type Recording } from '../../../src/core/edition/recording.ts';
import { editionWith } from '../../site/tenders.ts';

const IDS: View<string> = { name: 'ids', map: (_, id) => [['all', id]] };

let recorder: Recording;
let edition: Edition;

beforeEach(() => {
  recorder = recording(editionWith());
  edition = editionOn(recorder.answers);
});

const readBy = (work: () => unknown): readonly string[] => {
  recorder.begin();
  work();
  return [...recorder.end()].sort();
};

describe('what a page has asked the edition', () => {
  test('an announcement, its row, what stands under a key, each once', () => {
    const reads = readBy(() => {
      edition.entry('tender');
      edition.events('tender');
      edition.row('t1');
      edition.values(IDS, 'all');
      edition.newest(IDS, 'all', 2);
      edition.keys(IDS);
      edition.groups(IDS);
    });
    expect(reads).toEqual([
      ...['entry tender', 'groups ids', 'keys ids'],
      ...['newest-16 ids all', 'row t1', 'values ids all'],
    ]);
  });

  test('the newest by about how many were asked for, and all where they were', () => {
    for (const [count, read] of [
      [1, 'newest-1 ids all'],
      [17, 'newest-128 ids all'],
      [1025, 'values ids all'],
      [Infinity, 'values ids all'],
    ] as const)
      expect(readBy(() => edition.newest(IDS, 'all', count))).toEqual([read]);
  });

  test('what was made once is noted for each page that uses it, with all that its making asked', () => {
    const first = () => edition.once('first', () => edition.row('t1').title);
    const both = () => edition.once('both', () => [first(), edition.row('t2').title]);
    expect(readBy(both)).toEqual(['row t1', 'row t2']);
    expect(readBy(both)).toEqual(['row t1', 'row t2']);
    expect(readBy(first)).toEqual(['row t1']);
  });

  test('a making that fails leaves nothing noted elsewhere', () => {
    const fails = () =>
      edition.once('fails', () => {
        edition.row('t1');
        throw new Error('no');
      });
    expect(readBy(() => expect(fails).toThrow('no'))).toEqual([]);
    expect(readBy(() => edition.row('t2'))).toEqual(['row t2']);
  });

  test('the present moment, whoever asks for it', () => {
    expect(readBy(() => edition.now)).toEqual(['now']);
    expect(readBy(() => edition.open())).toContain('now');
  });

  test('the month alone, for what stays as it is all the month', () => {
    expect(readBy(() => expect(edition.now.startsWith(edition.month)).toBe(true))).toEqual(['month', 'now']);
    expect(readBy(() => edition.month)).toEqual(['month']);
  });

  test('settings are not noted: when they change, all is made again', () => {
    expect(readBy(() => [edition.site, edition.base, edition.address('x/'), edition.hasDisclosure])).toEqual(
      [],
    );
  });
});
