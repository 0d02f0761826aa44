// It follows OpenCC's dictionaries, is kept up (1.4.2 is of August 2026) and has no dependencies.
import { Converter } from 'opencc-js/t2cn';
import { isUsual } from './query-expansion/usual-characters.ts';

/** The Han characters of the first block of Unicode; those of later blocks are in no name and no keyboard. */
const FIRST = 0x4e00;
const LAST = 0x9fff;

/**
 * The simplified character that each traditional one became, those of Taiwan and Hong Kong too, in the order of
 * Unicode. What became a character that no announcement is written in is left out.
 */
export function simplifiedForms(): ReadonlyMap<string, string> {
  const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  const forms = new Map<string, string>();
  for (let point = FIRST; point <= LAST; point += 1) {
    const char = String.fromCodePoint(point);
    const form = converters.map((convert) => convert(char)).find((converted) => converted !== char);
    if (form !== undefined && isUsual(form)) forms.set(char, form);
  }
  // 么 is what 麼 became, and in Taiwan the form of 幺.
  for (const form of [...forms.values()]) forms.delete(form);
  return forms;
}
