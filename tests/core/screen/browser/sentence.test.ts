import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf } from '../../../../src/core/screen/browser/lines.ts';
import {
  runsOf,
  RUNS,
  setSentence,
  setText,
  together,
  wordsOf,
  type Clause,
  type Piece,
} from '../../../../src/core/screen/browser/sentence.ts';

const time = (text: string): Piece => ({ role: 'time', text });
const names = ['示例路雨污分流改造', '示例路雨污分流', '示例路雨污'];
const opening = together(together(time('10:30'), time('303')), { role: 'state', text: '候标' });
const set = (clauses: readonly Clause[], width: number, isOld = false): readonly string[] =>
  setSentence({ names, clauses }, { width, isOld }).map(wordsOf);

test('a sentence is one cut as long as some name of the project leaves room for all of it', () => {
  const clauses = [opening];
  expect(set(clauses, 30)).toEqual(['示例路雨污分流改造 10:30 303 候标']);
  expect(set(clauses, 15.5)).toEqual(['示例路雨污分流 10:30 303 候标']);
  expect(set(clauses, 13.5)).toEqual(['示例路雨污 10:30 303 候标']);
});

test('what does not fit follows in a cut of its own that begins with the project again', () => {
  const clauses = [opening];
  expect(set(clauses, 12.5)).toEqual(['示例路雨污分流 10:30 303', '续 示例路雨污分流 候标']);
});

test('old and new come in one cut where they fit, else each with the project', () => {
  const label: Piece = { role: 'label', text: '投标截止' };
  const was = together(time('12月7日'), time('09:30'));
  const now = together(time('→ 12月10日'), time('09:30'));
  const clauses: readonly Clause[] = [
    { ...together(label, was, now), parts: [together(label, was), together(label, now)] },
  ];
  expect(set(clauses, 30)).toEqual(['示例路雨污分流 投标截止 12月7日 09:30 → 12月10日 09:30']);
  expect(set(clauses, 20.5)).toEqual([
    '示例路雨污分流 投标截止 12月7日 09:30',
    '续 示例路雨污 投标截止 → 12月10日 09:30',
  ]);
});

test('every sentence about old data begins with that word', () => {
  const clauses = [opening];
  expect(set(clauses, 30, true)).toEqual(['旧 示例路雨污分流改造 10:30 303 候标']);
  expect(set(clauses, 12.5, true)).toEqual(['旧 示例路雨污 10:30 303', '旧 示例路雨污 候标']);
  expect(setText('', ['已 3 小时没有连上服务器，请以网站为准'], { width: 16, isOld: true })).toEqual([
    '旧 已 3 小时没有连上服务器，',
    '旧 请以网站为准',
  ]);
});

test('a notice is told in cuts that begin with its word, or on a short strip with the word that it goes on', () => {
  const text = '示例楼 3 楼电梯检修，请走东侧楼梯';
  expect(setText('【提示】', [text], { width: 17, isOld: false })).toEqual([
    '【提示】示例楼 3 楼电梯检修，',
    '【提示】请走东侧楼梯',
  ]);
  expect(setText('【提示】', [text.replace(/ /gu, '')], { width: 12, isOld: false })).toEqual([
    '【提示】示例楼3楼电梯',
    '续 检修，请走东侧楼梯',
  ]);
});

const han = fc.constantFrom(...'示例路雨污分流改造工程桥');
const text = (min: number, max: number): fc.Arbitrary<string> =>
  fc.array(han, { minLength: min, maxLength: max }).map((chars) => chars.join(''));
const value = fc.constantFrom('10:30', '12月10日', '303', '→ 305', '候标', '开标中', '2027年', '暂停');
const valuePiece = value.map(time);
const textPiece = text(1, 40).map((words): Piece => ({ role: 'text', text: words }));
const group = fc.array(valuePiece, { minLength: 1, maxLength: 5 }).map((pieces) => together(...pieces));
const clause: fc.Arbitrary<Clause> = fc.oneof(
  valuePiece,
  textPiece,
  group,
  fc.tuple(group, group).map((both) => together(...both)),
);

test('whatever is said on whatever strip, every cut begins with the project, none is too wide, no value is torn', () => {
  fc.assert(
    fc.property(
      text(4, 30),
      fc.array(clause, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 8, max: 64 }),
      fc.boolean(),
      (longest, clauses, width, isOld) => {
        const all = [longest, longest.slice(0, 8), longest.slice(0, 4)];
        const lines = setSentence({ names: all, clauses }, { width, isOld });
        for (const [index, [name, ...rest]] of lines.entries()) {
          const subject = name!.text.replace(/^[旧续] ?/u, '');
          expect(subject.length).toBeGreaterThanOrEqual(2);
          expect(longest.startsWith(subject)).toBe(true);
          expect(name!.text.startsWith('旧')).toBe(isOld);
          if (!isOld) expect(name!.text.startsWith('续')).toBe(index > 0);
          expect(rest.length).toBeGreaterThan(0);
          expect(widthOf(wordsOf(lines[index]!))).toBeLessThanOrEqual(width);
        }
        const said = lines.flatMap(([, ...rest]) => rest);
        const meant = clauses.flatMap((one) => ('role' in one ? [one] : one.pieces));
        expect(said.filter(({ role }) => role === 'time')).toEqual(
          meant.filter(({ role }) => role === 'time'),
        );
        expect(said.map((one) => one.text).join('')).toBe(meant.map((one) => one.text).join(''));
      },
    ),
  );
});

test('a line is written in few places, those of one colour together, and no word is lost', () => {
  const pieces = [time('10:30'), time('303'), { role: 'state', text: '候标' } as const];
  expect(runsOf(pieces)).toEqual([
    { role: 'time', text: '10:30 303' },
    { role: 'state', text: ' 候标' },
  ]);
  const many = Array.from({ length: 40 }, (_, index) =>
    index % 2 === 0 ? time('1') : ({ role: 'text', text: '2' } as const),
  );
  const runs = runsOf(many);
  expect(runs).toHaveLength(RUNS);
  expect(runs.map((run) => run.text).join('')).toBe(wordsOf(many));
});
