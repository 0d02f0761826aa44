import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partsOf, phraseOf, searchable, traced, wordsOf } from '../../../src/core/search/text.ts';
import { openIndex, type OpenIndex } from './pagefind.ts';

describe('the form in which text is looked for', () => {
  test.each([
    ['ＧＭ－ＪＳ－２０２６', 'gm-js-2026'],
    ['第 2 次\n公告', '第2次公告'],
    ['（示例）', '(示例)'],
    ['预算 358.6万元', '预算358.6万元'],
    ['“合格”—‘优良’', '"合格"-\'优良\''],
    ['12㎡', '12m2'],
    ['零\u200b宽', '零宽'],
  ])('%j is %j', (text, form) => {
    expect(searchable(text)).toBe(form);
  });

  test('a part of a text has a part of its form, wherever it was cut', () => {
    const cut = fc.tuple(texts, fc.nat(), fc.nat()).map(([text, from, length]) => {
      const chars = [...text.normalize('NFC')];
      const start = from % (chars.length + 1);
      return { text, part: chars.slice(start, start + (length % 12)).join('') };
    });
    fc.assert(fc.property(cut, ({ text, part }) => searchable(text).includes(searchable(part))));
  });

  test('every unit of the form leads back to where it came from', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const whole = text.normalize('NFC');
        const { form, from, to } = traced(whole);
        expect(form).toBe(searchable(whole));
        const units = [...form].length === form.length ? [...form] : [];
        units.forEach((unit, place) =>
          expect(searchable(whole.slice(from[place], to[place]))).toContain(unit),
        );
      }),
    );
  });
});

describe('a question', () => {
  test.each([
    ['  污水　处理厂 ', ['污水', '处理厂']],
    ['道路 道路', ['道路']],
    ['   ', []],
    ['GM-JS 2026', ['gm-js', '2026']],
    ['第 2 次 公告', ['第2次公告']],
    ['2026 年 3 月 25 日 开标', ['2026年3月25日开标']],
    ['污水 处理 厂', ['污水', '处理厂']],
    ['水', ['水']],
  ])('%j has the parts %j', (question, parts) => {
    expect(partsOf(question)).toEqual(parts);
  });
});

describe('the words of an index', () => {
  test('are pairs of neighbours, and the end of a section is a neighbour too', () => {
    expect(wordsOf(['污水处', '甲'])).toMatch(/^污水 水处 处(ꀀ.) \1甲 甲\1$/u);
  });

  test('are of letters and digits alone, whatever the text is of', () => {
    fc.assert(fc.property(texts, (text) => /^[\p{L}\p{N} ]*$/u.test(wordsOf([text]))));
  });

  test('are as unlike as the texts they stand for', () => {
    const pair = fc
      .tuple(fc.constantFrom(...alphabet), fc.constantFrom(...alphabet))
      .map((two) => searchable(two.join('')))
      .filter((form) => [...form].length > 1);
    fc.assert(
      fc.property(pair, pair, (one, other) => (phraseOf(one) === phraseOf(other)) === (one === other)),
    );
  });
});

describe('asked of Pagefind', () => {
  const documents = sampled(60);
  let index: OpenIndex;
  beforeAll(async () => {
    index = await openIndex(documents.map(wordsOf));
  });
  afterAll(() => index.close());

  test('every part of 2 to 12 characters is found exactly where it is', async () => {
    const forms = documents.map((sections) => sections.map(searchable));
    for (const part of partsFrom(forms, 300)) {
      const right = forms.flatMap((sections, number) =>
        sections.some((section) => section.includes(part)) ? [number] : [],
      );
      expect(await index.find(phraseOf(part)), part).toEqual(right);
    }
  });

  test.each(['不存在的词汇组合', '魑魅', '☃☃', 'zz', '甲44号'])(
    '%s, which is nowhere, is not found',
    async (part) => {
      expect(await index.find(phraseOf(part))).toEqual([]);
    },
  );

  test('nothing is found across the end of a section', async () => {
    const [first, second] = documents[0]!.map(searchable) as [string, string];
    const across = `${first.slice(-3)}${second.slice(0, 3)}`;
    const right = documents.flatMap((sections, number) =>
      sections.some((text) => searchable(text).includes(across)) ? [number] : [],
    );
    expect(await index.find(phraseOf(across))).toEqual(right);
  });
});

/** What announcements are written with, and what could upset an index. */
const alphabet = [
  ...'污水处理厂道路改造工程施工招标公告第一二次的、，。：；（）《》“”—-·/%0123456789.,:GMJSgmjsaé㎡①Ⅲ×℃～~ \n　〇々𠮷😀ꀀ',
];
const texts = fc.array(fc.constantFrom(...alphabet), { maxLength: 60 }).map((chars) => chars.join(''));

/** Documents of three sections each; few different characters, so that wrong answers have every chance. */
function sampled(count: number): readonly (readonly string[])[] {
  return fc.sample(
    fc.array(
      texts.filter((text) => searchable(text).length > 12),
      { minLength: 3, maxLength: 3 },
    ),
    { numRuns: count, seed: 4 },
  );
}

function partsFrom(forms: readonly (readonly string[])[], count: number): readonly string[] {
  const place = fc.tuple(fc.nat(forms.length - 1), fc.nat(2), fc.nat(), fc.integer({ min: 2, max: 12 }));
  return fc.sample(place, { numRuns: count, seed: 5 }).map(([document, section, from, length]) => {
    const chars = [...forms[document]![section]!];
    const start = from % (chars.length - length + 1 > 0 ? chars.length - length + 1 : 1);
    return chars.slice(start, start + length).join('');
  });
}
