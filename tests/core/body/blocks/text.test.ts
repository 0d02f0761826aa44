import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut } from '../../../../src/core/body/blocks.ts';
import { levelOf, pictureOf, textOf } from '../../../../src/core/body/blocks/read.ts';
import { boldToggled, linked, bareText, typed, type Text } from '../../../../src/core/body/blocks/text.ts';
import { written, writtenPicture, type Form } from '../../../../src/core/body/blocks/write.ts';
import { checkBody } from '../../../../src/core/body/check-body.ts';
import { plainText as shownOf } from '../../../../src/core/body/render.ts';
import { anyBody, sampleBodies } from '../../../generated/bodies.ts';
import { runsOf } from '../../../repeatable.ts';

const FORMS: readonly Form[] = [{ kind: 'paragraph' }, { kind: 'list' }, { kind: 'heading', level: 2 }];

const bare = (words: string): string => words.normalize('NFC').replaceAll(/[\s\u00a0\u3000]+/gu, '');

const only = (source: string): Text => textOf(cut(source).blocks[0]!)!;

/** What a clerk can type into a field: marks and words, but no signs that no keyboard has. */
const typedWords = anyBody.map((words) =>
  words.replaceAll(/\r\n?/gu, '\n').replaceAll(/[^\n\p{L}\p{N}\p{P}\p{S}\p{Zs}]/gu, ''),
);

describe('words typed into a block', () => {
  test.each([
    ['1. 甲', '1. 甲'],
    ['# 甲', '\\# 甲'],
    ['- 甲', '\\- 甲'],
    ['> 甲', '\\> 甲'],
    ['---', '\\---'],
    ['甲 | 乙', '甲 \\| 乙'],
    ['| 甲 | 乙 |\n| --- | --- |', '\\| 甲 \\| 乙 \\|\n\\| --- \\| --- \\|'],
    ['甲*乙*丙', '甲*乙*丙'],
    ['**甲**', '\\*\\*甲\\*\\*'],
    ['[甲](乙)', '\\[甲](乙)'],
    ['```', '\\`\\`\\`'],
    ['　　第一行\n\n\n\n　　第二行\n', '第一行\n\n第二行'],
  ])('are shown as they were typed: %s', (words, source) => {
    expect(written(bareText(words), { kind: 'paragraph' })).toBe(source);
    expect(bare(shownOf(source))).toBe(bare(words));
  });

  test('are shown as they were typed, whatever they are and wherever they stand', () => {
    fc.assert(
      fc.property(typedWords, fc.constantFrom(...FORMS), (words, form) => {
        const source = written(bareText(words), form);
        const shown = cut(source).blocks.map((block) => textOf(block)?.words ?? `原样 ${block.source}`);
        expect([source, bare(shown.join('\n'))]).toEqual([source, bare(words)]);
      }),
      { numRuns: runsOf(1500) },
    );
  });

  test('pass the check of bodies when they pass it as words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[甲乙丙 *|#>[\]()`.\-\d\n]{1,30}$/u), (words) => {
        const source = written(bareText(words), { kind: 'paragraph' });
        const found = checkBody(source, new Set()).filter(({ code }) => /C1(?:0[2378]|20|24)/u.test(code));
        expect([words, source, found]).toEqual([words, source, []]);
      }),
      { numRuns: runsOf(500) },
    );
  });

  test('make one heading, one line however many were typed', () => {
    expect(written(bareText('一、概况\n说明'), { kind: 'heading', level: 3 })).toBe('### 一、概况 说明');
    expect(only('### 一、概况 说明').words).toBe('一、概况 说明');
    expect(only(written(bareText('甲 ##'), { kind: 'heading', level: 2 })).words).toBe('甲 ##');
    expect(levelOf({ source: '### 甲' })).toBe(3);
    expect(written(bareText(' \n　'), { kind: 'heading', level: 2 })).toBe('');
  });

  test('make a list, an item a line, with the bullet or number that stands before it', () => {
    const source = written(bareText('- 甲\n- 1. 乙\n- *丙\n\n1. 丁\n2. 戊\n（一）己\n（二）庚\n\n辛'), {
      kind: 'list',
    });
    expect(source).toBe('- 甲\n- 1.\u00a0乙\n- *丙\n\n1. 丁\n2. 戊\n（一）己\n（二）庚\n\n辛');
    expect(cut(source).blocks.map(({ kind }) => kind)).toEqual(['list', 'list', 'paragraph']);
    expect(written(bareText('- 甲\n续行\n- 乙\n1. 丙\n续行'), { kind: 'list' })).toBe(
      '- 甲\n  续行\n- 乙\n\n1. 丙\n   续行',
    );
    expect(only('- 甲\n  续行\n- 乙').words).toBe('- 甲\n续行\n- 乙');
    expect(only('- 甲\n- 乙').words).toBe('- 甲\n- 乙');
    expect(only('1. 甲\n2. 乙').words).toBe('1. 甲\n2. 乙');
    expect(only('（一）甲\n（二）乙').words).toBe('（一）甲\n（二）乙');
  });
});

describe('bold words and links of a block', () => {
  const text = only('请在**投标截止**前[下载](招标文件.pdf)文件');

  test('are read with their places, and written again', () => {
    expect(text).toEqual({
      words: '请在投标截止前下载文件',
      looks: [
        { from: 2, to: 6 },
        { from: 7, to: 9, target: '招标文件.pdf' },
      ],
    });
    expect(written(text, { kind: 'paragraph' })).toBe('请在**投标截止**前[下载](招标文件.pdf)文件');
  });

  test.each([
    ['请您在投标截止前下载文件', '请您在**投标截止**前[下载](招标文件.pdf)文件'],
    ['请在投标的截止前下载文件', '请在**投标的截止**前[下载](招标文件.pdf)文件'],
    ['请在投标截止前下文件', '请在**投标截止**前[下](招标文件.pdf)文件'],
    ['请在投标截止时间前下载文件', '请在**投标截止**时间前[下载](招标文件.pdf)文件'],
    ['请在开标前下载文件', '请在**开标**前[下载](招标文件.pdf)文件'],
    ['', ''],
  ])('stay where they are while somebody types: %s', (words, source) => {
    expect(written(typed(text, words), { kind: 'paragraph' })).toBe(source);
  });

  test('can be made and taken away', () => {
    const one = boldToggled(bareText('甲乙丙丁'), 1, 3);
    expect(written(one, { kind: 'paragraph' })).toBe('甲**乙丙**丁');
    expect(written(boldToggled(one, 1, 2), { kind: 'paragraph' })).toBe('甲乙**丙**丁');
    expect(written(boldToggled(one, 0, 4), { kind: 'paragraph' })).toBe('**甲乙丙丁**');
    const led = linked(bareText('见附件一'), 1, 4, '附件 (1).pdf');
    expect(written(led, { kind: 'paragraph' })).toBe('见[附件一](%E9%99%84%E4%BB%B6%20%281%29.pdf)');
    expect(only(written(led, { kind: 'paragraph' })).looks).toEqual([
      { from: 1, to: 4, target: '附件 (1).pdf' },
    ]);
    expect(linked(led, 0, 4, undefined).looks).toEqual([]);
  });

  test('never cost a word, whatever is typed and wherever they are', () => {
    const places = fc
      .tuple(fc.nat(12), fc.nat(12))
      .map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);
    fc.assert(
      fc.property(
        typedWords,
        places,
        places,
        fc.constantFrom<Form>({ kind: 'paragraph' }, { kind: 'heading', level: 2 }),
        (words, bold, link, form) => {
          const [from = 0, to = 0] = bold.map((place) => Math.min(place, words.length));
          const [start = 0, end = 0] = link.map((place) => Math.min(place, words.length));
          const looked = linked(boldToggled(bareText(words), from, to), start, end, '附件.pdf');
          const source = written(looked, form);
          expect([source, bare(shownOf(source))]).toEqual([source, bare(words)]);
        },
      ),
      { numRuns: runsOf(800) },
    );
  });

  test('of all samples are written as they were read', () => {
    for (const [path, body] of sampleBodies()) {
      for (const block of cut(body).blocks) {
        const text = textOf(block);
        if (!text || block.kind === 'source' || !path.startsWith('content')) continue;
        const { kind } = block;
        const form: Form = kind === 'heading' ? { kind, level: levelOf(block) } : { kind: kind as 'list' };
        expect([path, textOf({ kind, source: written(text, form) })]).toEqual([path, text]);
      }
    }
  });
});

describe('a picture', () => {
  test('has a file and words, which may hold what would be a mark', () => {
    const source = writtenPicture('平面图 (1).png', '一层[平面]图');
    expect(cut(source).blocks[0]!.kind).toBe('image');
    expect(pictureOf(cut(source).blocks[0]!)).toEqual({ file: '平面图 (1).png', words: '一层 平面 图' });
  });
});
