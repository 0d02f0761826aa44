import { expect, test } from 'vitest';
import type { Item } from '../../../../src/core/screen/browser/feed.ts';
import type { Opening } from '../../../../src/core/screen/browser/openings.ts';
import type { Panel } from '../../../../src/core/screen/browser/panel.ts';
import {
  isLegible,
  settingOf,
  signLayoutOf,
  withNotices,
} from '../../../../src/core/screen/browser/sign-layout.ts';
import { signWords } from '../../../../src/core/screen/browser/sign-words.ts';
import { signTurns } from '../../../../src/core/screen/browser/sign-turns.ts';
import { doorOf } from '../../../../src/core/screen/door.ts';
import { at, feedWith, opening } from '../busy-day.ts';

const upright: Panel = { inches: 21.5, width: 1080, height: 1920, distanceM: 2 };
const lying: Panel = { inches: 21.5, width: 1920, height: 1080, distanceM: 2 };
const door = { room: ['303'], kind: '开标室' };

/** A name of so many words of four characters. */
const named = (words: number): Partial<Item> => ({ words: Array.from({ length: words }, () => '示例工程') });

const moved = { at: '2026-12-08T09:30:00+08:00', room: '305' };

const setAs = (state: Opening['state'], item: Partial<Item>, panel: Panel, isOld = false) => {
  const layout = signLayoutOf(panel, door);
  const main: Opening = { item: opening('10:00', '303', item), state, phase: 'coming', isNext: false };
  return settingOf(
    signWords({ main, hasHad: true }, at('10:10')),
    layout,
    withNotices(layout, [], isOld).taken,
  );
};

test.each([
  ['upright', upright],
  ['lying', lying],
])('on an %s sign a short name is large, one of four lines stands in the body tier', (_, panel) => {
  expect(setAs('running', named(3), panel)).toEqual({ names: 'large', fits: true });
  expect(setAs('running', named(8), panel)).toMatchObject({ fits: true });
  expect(setAs('running', named(8), panel, true)).toMatchObject({ fits: true });
  expect(setAs('running', named(24), panel)).toMatchObject({ names: 'tight', fits: false });
});

test.each([
  ['upright', upright],
  ['lying', lying],
])(
  'on an %s sign a moved opening of three lines has room for when and where, with old data too',
  (_, panel) => {
    for (const isOld of [false, true])
      expect(setAs('moved', { ...named(6), moved }, panel, isOld)).toMatchObject({ fits: true });
  },
);

test.each([
  ['upright', upright],
  ['lying', lying],
])('on an %s sign the longest notices leave room for a name of two lines', (_, panel) => {
  const layout = signLayoutOf(panel, door);
  const notices = (['change', 'inform'] as const).map((level) => ({ level, text: '提'.repeat(60) }));
  const { taken } = withNotices(layout, notices, true);
  const main: Opening = {
    item: opening('10:00', '303', named(4)),
    state: 'waiting',
    phase: 'coming',
    isNext: true,
  };
  expect(settingOf(signWords({ main, hasHad: true }, at('09:10')), layout, taken)).toMatchObject({
    fits: true,
  });
});

test('what has no room below the big field has a turn in it', () => {
  const items = [opening('10:00', '303', named(8)), opening('11:00', '303', { ...named(8), id: 'sl-next' })];
  const turns = signTurns(feedWith(items), at('10:10'), {
    layout: signLayoutOf(lying, door),
    factor: 1,
  });
  expect(turns.map(({ words }) => [words.state, words.label])).toEqual([
    ['开标中', ''],
    ['候标', ''],
  ]);
  expect(turns.every(({ dwell }) => dwell >= 8)).toBe(true);
});

test('a 告知 and the age of the data are told before what comes next has a place of its own', () => {
  const items = [opening('10:00', '303', named(3)), opening('11:00', '303', { ...named(3), id: 'sl-next' })];
  const notice = {
    id: 'sl-word',
    level: 'inform',
    text: '提'.repeat(40),
    from: at('09:00'),
    until: at('17:00'),
  } as const;
  for (const panel of [upright, lying])
    for (const isOld of [false, true]) {
      const turns = signTurns(feedWith(items, { notices: [notice] }), at('10:10'), {
        layout: signLayoutOf(panel, door),
        factor: 1,
        isOld,
      });
      expect(turns.map(({ names }) => names)).not.toContain('tight');
    }
});

test.each(['303', '开标一室', '二楼多功能开标厅', '示例市公共资源交易中心评标区'])(
  'the room %s is as large as its field, and never below the key tier',
  (room) => {
    for (const panel of [upright, lying]) {
      const layout = signLayoutOf(panel, doorOf({ name: room }));
      expect(layout.room).toBeGreaterThanOrEqual(layout.key);
      expect(isLegible(layout)).toBe(true);
    }
  },
);

test('a sign larger than its distance asks for is filled all the same', () => {
  const large = signLayoutOf({ ...upright, inches: 55 }, door);
  expect(large.body).toBe(signLayoutOf(upright, door).body);
});
