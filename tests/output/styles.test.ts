import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesLike, textOf } from './site.ts';

/** What Chrome 90, Safari 14 or Firefox 90 does not know; one such rule can cost a page its whole style. */
const TOO_NEW = /@layer|@container|oklch\(|color-mix\(|:has\(/u;

const sheets = [
  ...filesLike('assets/*.css').map((file) => ({ file, css: textOf(file) })),
  ...filesLike('display/*/index.html').map((file) => ({
    file,
    css: /<style>(.*?)<\/style>/su.exec(textOf(file))![1]!,
  })),
];

test('the style sheets hold nothing that the oldest browsers do not know', () => {
  expect(sheets.length).toBeGreaterThan(1);
  for (const { file, css } of sheets) {
    const known = css.replaceAll(/@supports selector\(:has\([^{]*\{(?:[^{}]*\{[^{}]*\})*\}/gu, '');
    expect(TOO_NEW.exec(known)?.[0], file).toBeUndefined();
    expect(nestedRules(css), file).toEqual([]);
  }
});

/** Functions of style sheets, of values and of selectors, that Chrome 90, Safari 14.0 and Firefox 90 all have. */
const KNOWN = new Set(
  (
    'attr calc clamp cubic-bezier format hsl hsla inset linear-gradient max min minmax radial-gradient rect repeat rgb rgba ' +
    'repeating-linear-gradient rotate scale translate translateX translateY url var is lang not nth-child nth-last-child nth-of-type where'
  ).split(' '),
);

test('no style sheet asks for a function that the oldest browsers lack', () => {
  for (const { file, css } of sheets) {
    // What stands behind a condition is for browsers that meet it.
    const plain = css.replaceAll(
      /\/\*.*?\*\/|"[^"]*"|'[^']*'|@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gsu,
      '',
    );
    const used = [...plain.matchAll(/(?<![\w-])([a-z][a-zA-Z-]*)\(/gu)].map(([, name]) => name!);
    expect(
      used.filter((name) => !KNOWN.has(name)),
      file,
    ).toEqual([]);
  }
});

test('a rule inside a rule is seen', () => {
  expect(nestedRules('a{color:red;&:hover{color:blue}}@media print{a{b:c}}')).toEqual(['&:hover']);
});

/** The rules that stand inside another rule, not inside a condition such as `@media`. */
function nestedRules(css: string): string[] {
  const nested: string[] = [];
  const around: string[] = [];
  const plain = css.replaceAll(/\/\*.*?\*\/|"[^"]*"|'[^']*'/gsu, '');
  for (const [, before, brace] of plain.matchAll(/([^{};]*)([{};])/gu)) {
    if (brace === '}') around.pop();
    if (brace !== '{') continue;
    const name = before!.trim();
    if (around.some((one) => !one.startsWith('@')) && !/^(from|to|\d)/u.test(name)) nested.push(name);
    around.push(name);
  }
  return nested;
}

interface Pair {
  readonly ink: string;
  readonly ground: string;
  readonly stated: number;
}

const WHITE = '#ffffff';

/** Text of these has the sharper contrast of WCAG's AAA. */
const BODY = ['--ink', '--link', '--visited'];

/** Borders of controls, not text. */
const BORDERS = ['--edge'];

const { colours, pairs } = readTokens(readFileSync('src/styles/tokens.css', 'utf8'));

test('each pair of colours has the contrast that stands beside it, and enough of it', () => {
  expect(pairs.length).toBeGreaterThan(10);
  for (const { ink, ground, stated } of pairs) {
    const measured = contrast(colours.get(ink) ?? ink, colours.get(ground) ?? ground);
    const least = BODY.includes(ink) ? 7 : BORDERS.includes(ink) ? 3 : 4.5;
    // Stated to one place.
    expect(Math.abs(measured - stated), `${ink} on ${ground}: ${measured}`).toBeLessThan(0.06);
    expect(measured, `${ink} on ${ground}`).toBeGreaterThanOrEqual(least);
  }
});

test('each tint of a tag states the contrast of its text', () => {
  const tints = [...colours.keys()].filter((name) => name.endsWith('-ground'));
  expect(tints.filter((tint) => !pairs.some(({ ground }) => ground === tint))).toEqual([]);
});

/** A line is `--muted: #4a5663;` and a remark, `7.5 on white, 6.9 on --ground`; a tint's is of the colour it is named for. */
function readTokens(css: string): { colours: ReadonlyMap<string, string>; pairs: readonly Pair[] } {
  const lines = [...css.matchAll(/(--[\w-]+): (#[0-9a-f]{6});(?: \/\* (.*?) \*\/)?/gu)];
  return {
    colours: new Map(lines.map(([, name, colour]) => [name!, colour!])),
    pairs: lines.flatMap(([, name, , remark = '']) =>
      [...remark.matchAll(/(\d+\.\d)(?: (on|under) (white|--[\w-]+))?/gu)].map(([, figure, side, other]) => {
        const second = other === undefined || other === 'white' ? WHITE : other;
        const stated = Number(figure);
        if (name!.endsWith('-ground')) return { ink: name!.replace('-ground', ''), ground: name!, stated };
        return side === 'under'
          ? { ink: second, ground: name!, stated }
          : { ink: name!, ground: second, stated };
      }),
    ),
  };
}

/** The contrast of WCAG 2.2, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
