import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bodyOf,
  editedBody,
  firstLines,
  shifted,
  withNew,
  without,
  withSource,
  withPasted,
  withText,
  withWords,
  type EditedBody,
} from '../../../src/client/desk/body/document.ts';

const body = '## 一、招标条件\n本工程已批准建设。\n\n1. 建设地点\n2. 工期\n\n> “引文”\n';

test('打开一份正文，不动它，一个字节也不变', () => {
  expect(bodyOf(editedBody(body))).toBe(body);
  for (const file of globSync('content/announcements/**/*.md').slice(0, 60)) {
    const text = readFileSync(file, 'utf8');
    expect(bodyOf(editedBody(text))).toBe(text);
  }
});

test('改一块，别的行都不变；打的字照字显示', () => {
  const edited = withWords(editedBody(body), 1, '1. 不是编号 *也不加粗*');
  expect(bodyOf(edited).split('\n').slice(2)).toEqual(body.split('\n').slice(2));
  expect(bodyOf(edited).split('\n')[0]).toBe('## 一、招标条件');
  expect(edited.blocks[1]!.text!.words).toBe('1. 不是编号 *也不加粗*');
});

test('标题改了字，还是标题', () => {
  expect(bodyOf(withWords(editedBody(body), 0, '一、条件'))).toBe(body.replace('招标条件', '条件'));
});

test('加的一块还没有写字，正文不变；写了字才有；写空了又没有了', () => {
  const added = withNew(editedBody(body), 1, 'paragraph');
  expect(bodyOf(added)).toBe(body);
  expect(added.blocks).toHaveLength(5);
  const filled = withWords(added, 4, '新的一段');
  expect(bodyOf(filled)).toContain('## 一、招标条件\n\n新的一段\n\n本工程');
  const emptied = withWords(filled, 4, '');
  expect(bodyOf(emptied)).not.toContain('新的一段');
  expect(emptied.blocks).toHaveLength(5);
});

test('上移、下移、删去，别的块不变', () => {
  const moved = shifted(editedBody(body), 3, -1);
  expect(moved.blocks.map(({ id }) => id)).toEqual([0, 1, 3, 2]);
  expect(bodyOf(moved).indexOf('引文')).toBeLessThan(bodyOf(moved).indexOf('建设地点'));
  expect(bodyOf(shifted(editedBody(body), 0, -1))).toBe(body);
  expect(bodyOf(without(editedBody(body), 2))).toBe(body.replace('1. 建设地点\n2. 工期\n\n', ''));
});

test('贴进来的几块，跟在那一块后面；空的一块被换掉', () => {
  const pasted = withPasted(editedBody(body), 1, '甲\n\n| 一 | 二 |\n| --- | --- |\n| 三 | 四 |\n');
  expect(pasted.blocks.map(({ kind }) => kind)).toEqual([
    'heading',
    'paragraph',
    'paragraph',
    'table',
    'list',
    'source',
  ]);
  const added = withNew(editedBody(body), 1, 'paragraph');
  expect(withPasted(added, 4, '甲').blocks.map(({ text }) => text?.words)[1]).toBe('甲');
});

test('检查说的那一行，找得到是哪一块', () => {
  expect(firstLines(editedBody(body))).toEqual([0, 1, 3, 6]);
  expect(firstLines(withNew(editedBody(body), 1, 'paragraph'))).toEqual([0, 1, 1, 3, 6]);
});

describe('怎么改都行', () => {
  type Step = (edited: EditedBody) => EditedBody;
  const any = fc.nat({ max: 9 });
  const words = fc.constantFrom('', '甲', '# 乙', '1. 丙\n2. 丁', '| 戊 |', '```', '> 己');
  const pick = ({ blocks }: EditedBody, at: number) => blocks[at % Math.max(1, blocks.length)];
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(any, words).map(([at, text]): Step => (edited) => {
      const block = pick(edited, at);
      if (!block) return edited;
      return block.text ? withWords(edited, block.id, text) : withSource(edited, block.id, text);
    }),
    any.map(
      (at): Step =>
        (edited) =>
          withNew(edited, at % (edited.blocks.length + 1), 'paragraph'),
    ),
    any.map(
      (at): Step =>
        (edited) =>
          pick(edited, at) ? without(edited, pick(edited, at)!.id) : edited,
    ),
    any.map(
      (at): Step =>
        (edited) =>
          pick(edited, at) ? shifted(edited, pick(edited, at)!.id, 1) : edited,
    ),
  );

  test('屏幕上有字的块，就是正文里的块，次序一样', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const edited = steps.reduce((all, one) => one(all), editedBody(body));
        const shown = edited.blocks.filter(({ source }) => source.trim() !== '');
        expect(edited.body.blocks.map(({ source }) => source)).toEqual(shown.map(({ source }) => source));
        expect(new Set(edited.blocks.map(({ id }) => id)).size).toBe(edited.blocks.length);
      }),
    );
  });
});

test('加粗以后接着打字，粗的还是那几个字；别的块不变', () => {
  const text = { words: '本工程已批准建设。', looks: [{ from: 0, to: 3 }] };
  const bold = withText(editedBody(body), 1, text);
  expect(bodyOf(bold)).toBe(body.replace('本工程', '**本工程**'));
  expect(bodyOf(withWords(bold, 1, '兹有本工程已批准建设。'))).toBe(body.replace('本工程', '兹有**本工程**'));
});
