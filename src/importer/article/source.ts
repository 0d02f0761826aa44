import type { Line, SavedPage } from '../page/saved.ts';
import { placesOf } from '../systems/list.ts';
import type { System } from '../systems/system.ts';
import { labelledIn } from './header.ts';
import type { Found } from './found.ts';
import { evidenceOf, isIn, standingAt, type Extent } from './places.ts';

/** Labels of where a notice comes from, and of who published it. */
const SOURCE = [/来源$/u, /^(?:供稿(?:单位)?|信息提供(?:者|单位)?)$/u, /^发布(?:机构|单位|部门|机关)$/u];

/** What a page names as the source of a notice. */
export function findSource(
  page: SavedPage,
  system: System,
  lines: readonly Line[],
  body: Extent,
): Found | undefined {
  return [...placed(page, system, body), ...labelled(lines)].find(({ text }) => isSource(text));
}

function placed(page: SavedPage, system: System, body: Extent): readonly Found[] {
  return placesOf(system, 'source').flatMap((place) =>
    standingAt(page, place)
      .filter(({ nodes }) => !nodes.some((node) => isIn(page, body, node)))
      .flatMap(({ words, evidence }) => {
        const labels = labelledIn([{ text: words, line: evidence.line, size: words.length } as Line]);
        const own = labels.find(({ label }) => SOURCE[0]!.test(label));
        if (own) return [{ text: own.value, evidence }];
        return labels.length > 0 ? [] : [{ text: words, evidence }];
      }),
  );
}

function labelled(lines: readonly Line[]): readonly Found[] {
  const all = labelledIn(lines);
  return SOURCE.flatMap((form) =>
    all
      .filter(({ label }) => form.test(label))
      .map(({ label, value, line }) => {
        const text = value.split('\t')[0]!;
        return { text, evidence: evidenceOf('段落', `${label}：${text}`, line) };
      }),
  );
}

const isSource = (text: string): boolean =>
  text.length <= 60 &&
  /\p{L}/u.test(text) &&
  !/^(?:未知|无|网络|来源|信息来源|文章来源|网站名称|null|undefined|none|admin|-+)$/iu.test(text) &&
  !/^\d{4}\s*[-年/.]/u.test(text) &&
  !/[{}]|<%/u.test(text);
