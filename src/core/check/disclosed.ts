import { remedyIn } from '../announcement/kind.ts';
import { fieldsOf } from '../announcement/field.ts';
import { dayOf, type Instant } from '../announcement/instant.ts';
import { checkAttached } from '../attached.ts';
import type { Inspect } from '../corpus/attachment-content.ts';
import type { DisclosureItem } from '../corpus/corpus.ts';
import { diagnostic, FRONT_MATTER_LINE } from '../corpus/front-matter.ts';
import { labelsIn } from '../corpus/labels.ts';
import { placeOf } from '../corpus/places.ts';
import { readTree } from '../corpus/read-tree.ts';
import type { Diagnostic, Finding } from '../diagnostic.ts';
import { itemSchema } from '../disclosure/item.ts';

/** Looks into the attachments of the disclosure catalogue, as into those of announcements. */
export function checkDisclosed(
  items: readonly DisclosureItem[],
  contentDir: string,
  inspect: Inspect,
): readonly Diagnostic[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return checkAttached(
    items.map(({ fields, ...words }) => ({
      ...words,
      announcement: { publishedAt: fields.publishedOn, attachments: fields.attachments },
    })),
    undefined,
    ({ file }, name) => `${contentDir}/${file.replace(/[^/]*$/u, () => name)}`,
    inspect,
    () => [],
  ).map((finding) => placed(byId.get(finding.id)!, finding));
}

/** Items that say they will be published later: what is in the folder is published at once. */
export const checkItemsAhead = (items: readonly DisclosureItem[], now: Instant): readonly Diagnostic[] =>
  items
    .filter(({ fields }) => fields.publishedOn > dayOf(now))
    .map((item) =>
      placed(item, {
        id: item.id,
        code: 'K107',
        at: 'publishedOn',
        message: '发布日期还没有到，生成网站以后马上就能看到',
        help: '写今天的日期；要到那一天才公开的，到时候再放进来',
      }),
    );

const form = fieldsOf(itemSchema);

function placed({ file, frontMatter }: DisclosureItem, finding: Finding): Diagnostic {
  const { code, at, message, severity } = finding;
  const { tree } = readTree(frontMatter, FRONT_MATTER_LINE, labelsIn(file));
  const path = at.split('.');
  const field = form.find(({ key }) => key === path[0])?.label;
  const said = diagnostic(file, code, {
    ...placeOf(tree!, path, form),
    ...(field === undefined ? {} : { field }),
    message,
    ...remedyIn(finding),
  });
  return severity === undefined ? said : { ...said, severity };
}
