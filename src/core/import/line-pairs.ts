import { isAnyLabel, plainLabel, withoutOrdinal } from './label.ts';

/** A label and its value as they stand in one line; the value is '' where it stands below. */
export interface LinePair {
  label: string;
  value: string;
}

/** A colon behind a label: not that of a time of day, of an address of the web, or of a ratio. */
const COLON = /(?<![\d０-９])[:：∶﹕︰](?!\/\/)|(?<=[\d０-９])：(?![\d０-９]{2})/gu;

/** A label: words that are no sentence. */
const LABEL = /^[\p{L}\p{N}（）()、/／.\-·《》〈〉“”\s\p{Zs}%％㎡]{2,60}$/u;
/** Longest that is still a label, without what is said in its brackets. */
const LONGEST = 22;

/** What may stand between a value and the label that follows it in the same line. */
const BETWEEN = /[；;，,。]\s*|[\s\p{Zs}]+/gu;

/**
 * The `label：value` pairs of a line, in their order: `联系人：张工 联系电话：…`. What follows a value belongs to it unless
 * it begins with a label that forms have, or with words before a colon behind a wide blank.
 */
export function pairsInLine(text: string): readonly LinePair[] {
  const { rest } = withoutOrdinal(text);
  const first = pairAt(rest);
  if (!first) return [];
  const pairs: LinePair[] = [];
  let { label, value } = first;
  for (;;) {
    const cut = nextPair(value);
    if (!cut) break;
    // GM-2026-1 / 包号：1: the sign between them is of neither.
    pairs.push({
      label,
      value: value
        .slice(0, cut.at)
        .replace(/(?<=\S)[\s\p{Zs}]+[/／|｜]?\s*$/u, '')
        .trim(),
    });
    ({ label, value } = cut.pair);
  }
  return [...pairs, { label, value: value.trim() }];
}

/** How far from its beginning a label has its colon. */
const FARTHEST = 90;
/** How far into a value other labels are looked for: a longer one is a text. */
const DEEPEST = 2000;

function pairAt(text: string): LinePair | undefined {
  const start = text.slice(0, FARTHEST);
  // A colon within brackets is of what they say: 某工程（项目编号：…）, 预算金额（单位：万元）.
  const at = start
    .matchAll(COLON)
    .find(({ index }) => !/[（(][^（）()]*$/u.test(start.slice(0, index)))?.index;
  if (at === undefined) return undefined;
  const label = text.slice(0, at).trim();
  const core = label.replace(/[（(][^（）()]*[）)]/gu, '').replace(/[\s\p{Zs}]+/gu, '');
  const isLabel =
    LABEL.test(core) && core.length >= 2 && core.length <= LONGEST && /\p{Script=Han}|mail/iu.test(core);
  return isLabel ? { label, value: text.slice(at + 1) } : undefined;
}

/** The place in a value where another pair begins, and that pair. */
function nextPair(value: string): { at: number; pair: LinePair } | undefined {
  for (const { index, 0: between } of value.slice(0, DEEPEST).matchAll(BETWEEN)) {
    const pair = pairAt(withoutOrdinal(value.slice(index + between.length)).rest);
    if (!pair) continue;
    const plain = plainLabel(pair.label);
    // One blank stands in values too: only a label that forms have begins anew behind it, and behind a sign.
    const isWide =
      /^(?:[\s\p{Zs}]{2,}|\u3000+)$/u.test(between) &&
      plain.length <= 12 &&
      !/[\s\p{Zs}]/u.test(pair.label.trim());
    if (isAnyLabel(plain) || isWide) return { at: index, pair };
  }
  return undefined;
}
