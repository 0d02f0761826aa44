import { pinyin, polyphonic } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { find } from '../../../src/core/kiosk/find.ts';
import { KEYS } from '../../../src/core/kiosk/living-keys.ts';
import { startOf, tap, trailOf } from '../../../src/core/kiosk/trail.ts';
import { announced, shelvesOf } from './announced.ts';

const everything = { now: 0, first: 0, count: 1 };
const PLAIN = { toneType: 'none', type: 'array', v: true } as const;

/** Whether a visitor can type keys one after another, none of them dead, and then has the announcement on the glass. */
function canType(title: string, keys: string): boolean {
  let trail = startOf(shelvesOf([announced({ title })]));
  for (const key of keys) {
    if (!find(trail, {}, everything).nextKeys.has(key)) return false;
    trail = tap(trail, key);
  }
  return find(trail, {}, everything).hits[0]?.announcement.title === title;
}

test.each([
  ['曾屋村', 'ZWC CWC zengwucun'],
  ['单家村', 'SJC DJC shanjiacun'],
  ['解家庄', 'XJZ JJZ'],
  ['仇村', 'QC CC'],
  ['任村', 'RC'],
  ['华村', 'HC'],
  ['查村', 'ZC CC zhacun'],
  ['盖家坪', 'GJP gejiaping gaijiaping'],
  ['尉迟村', 'YCC WCC yuchicun'],
  ['长孙村', 'ZSC CSC'],
  ['区村', 'OC QC'],
  ['朴村', 'PC piaocun pucun'],
  ['覃村', 'QC TC'],
  ['翟村', 'ZC DC'],
  ['冼村', 'XC xiancun'],
  ['乐家村', 'YJC LJC'],
  ['缪村', 'miaocun moucun'],
  ['洗村', 'xicun xiancun'],
  ['员村', 'yuncun yuancun'],
  ['折家村', 'SJC ZJC shejiacun zhejiacun'],
  ['种家庄', 'CJZ ZJZ chongjiazhuang'],
  ['黑石村', 'HSC'],
  ['逄家台', 'PJT'],
  ['令狐村', 'LHC'],
  ['万俟村', 'MQC WSC'],
  ['澹台村', 'TTC DTC'],
])('%s can be typed as its people say it and as it is looked up: %s', (place, keys) => {
  const title = `示例镇${place}道路改造工程招标公告`;
  for (const own of keys.toLowerCase().split(' ')) expect(canType(title, own), own).toBe(true);
});

/** Every Chinese character of the national standard's basic table (GB 2312 and beyond, in Unicode's first block). */
const characters = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, place) =>
  String.fromCodePoint(0x4e00 + place),
);

describe('whatever character a place is named by', () => {
  const readingsOf = (char: string): readonly string[] =>
    [...pinyin(char, { ...PLAIN, surname: 'head' }), ...polyphonic(char, PLAIN)[0]!].filter((one) =>
      /^[a-z]+$/u.test(one),
    );
  const read = characters.map((char) => ({ char, readings: readingsOf(char) }));
  const several = read.filter(({ readings }) => new Set(readings).size > 1);
  const shelves = shelvesOf(several.map(({ char }) => announced({ id: char, title: `${char}村` })));

  test('there are some thousands that are read in several ways', () => {
    expect(several.length).toBeGreaterThan(2000);
  });

  test('it is found by its reading as a surname and by every other one', () => {
    const byKeys = new Map<string, string[]>();
    for (const { char, readings } of several)
      for (const one of new Set(readings)) byKeys.set(one, [...(byKeys.get(one) ?? []), char]);
    for (const [reading, chars] of byKeys) {
      const { hits } = find(trailOf(shelves, `${reading}cun`), {}, { ...everything, count: Infinity });
      const found = new Set(hits.map(({ announcement }) => announcement.id));
      expect(
        chars.filter((char) => !found.has(char)),
        reading,
      ).toEqual([]);
    }
  });
});

test('on the way to a place no key is dead that some reading of the next character begins with', () => {
  const trail = trailOf(shelvesOf([announced({ title: '示例乐平' })]), 'shili');
  expect([...find(trail, {}, everything).nextKeys].sort()).toEqual(['l', 'y']);
  expect(KEYS.split('').filter((key) => find(tap(trail, key), {}, everything).total > 0)).toEqual(['l', 'y']);
});
