import { namedOtherwise, otherNamesOf } from '../announcement/also-called.ts';
import { CATEGORIES, categories, otherTermsOf, type Category } from '../announcement/category.ts';
import type { Field } from '../announcement/field.ts';
import { isLegacy } from '../announcement/legacy.ts';
import { formOf, ownNamesOf, typeOf, types, typesIn, writtenTypesIn } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { anchorOf } from './anchor.ts';
import { exampleOf, notationOf } from './notation.ts';

/** A record that is not an announcement: where its file lies and what is in it. */
export interface SettingsForm {
  title: string;
  file: string;
  fields: readonly Field[];
}

/** The field handbook as Markdown: every category, type and field, in the clerk's words. */
export function handbook(settings: readonly SettingsForm[]): string {
  return [
    '# 栏目手册',
    '> 本手册由 `npm run docs:fields` 按程序里的栏目定义生成，与检查用的是同一份定义。请不要直接修改。',
    '先确定公告的**类别**和**类型**，再到那一节查要填哪些栏。“必填”不写就不能发布；“可填”没有就整行删掉；“二选一”只写其中一个。',
    contents(),
    ...writing(),
    ...otherNames(),
    ...everywhere(),
    ...categories.flatMap(categorySection),
    ...settings.flatMap(settingsSection),
    ...inEditor,
  ]
    .join('\n\n')
    .concat('\n');
}

function contents(): string {
  const rows = categories.map((category) => {
    const links = typesIn(category).map((spec) => `[${spec.term}](#${anchorOf(nameOf(spec))})`);
    return `- **[${CATEGORIES[category]}](#${CATEGORIES[category]})**：${links.join('、')}`;
  });
  return rows.join('\n');
}

/** How each kind of value is written, once. */
function writing(): readonly string[] {
  const kinds = new Map<string, Field>();
  for (const field of types.flatMap(formOf).flatMap((one) => [one, ...(one.fields ?? [])])) {
    const kind = field.kind ?? field.item;
    if (kind && !field.terms && kind.name !== 'choice' && field.shape === 'scalar' && !kinds.has(kind.name)) {
      kinds.set(kind.name, field);
    }
  }
  return [
    '## 值的写法',
    '一栏一行，栏目名后面是半角冒号和一个空格。时间都是北京时间。金额、面积必须带单位。',
    table(
      ['写法', '例如这一栏'],
      [...kinds.values()].map((field) => [notationOf(field), `${field.label}: ${exampleOf(field)}`]),
    ),
  ];
}

/** What else a form may call a field, once for all types. */
const otherNames = (): readonly string[] => [
  '## 栏目的其他名称',
  '正式格式里同一栏常有别的名称，照抄就行，网页上印成这里的名称。一份公告里同一栏只写一个名称；公告另有一栏正好叫这个名称的，就是那一栏。名称后面可以带单位，例如“预算金额（万元）: 358.6”。编辑器的提示只认本名。',
  table(
    ['栏目', '也可以写'],
    namedOtherwise.map((label) => [label, otherNamesOf(label).join('、')]),
  ),
];

/** Fields that every type may have; they are told once. Of an old announcement one of them is required. */
const common: readonly Field[] = formOf(types[0]!).filter(
  ({ key }) =>
    key !== 'region' &&
    categories
      .flatMap(writtenTypesIn)
      .every((spec) => formOf(spec).some((field) => field.key === key && !field.required)),
);

const isCommon = ({ key }: Field): boolean => common.some((field) => field.key === key);

const everywhere = (): readonly string[] => ['## 各类公告都可填的栏目', fieldTable(common), ...lists(common)];

function categorySection(category: Category): readonly string[] {
  const specs = typesIn(category);
  const seen = new Set<string>();
  const listed = specs
    .flatMap(formOf)
    .filter((field) => field.fields && !isCommon(field) && !seen.has(field.key) && seen.add(field.key));
  const also = otherTermsOf(category);
  return [
    `## ${CATEGORIES[category]}`,
    [
      `类别写“${CATEGORIES[category]}”${also.length > 0 ? `，也可以写${quoted(also)}` : ''}。`,
      `文件放在 \`content/announcements/${category}/<年份>/<标识>.md\`，网页是 \`/announcements/<标识>/\`，列表在 \`/${category}/\`。`,
    ].join(''),
    ...specs.flatMap(typeSection),
    ...(listed.length > 0 ? [`### ${CATEGORIES[category]}的列表栏目`, ...lists(listed)] : []),
  ];
}

function typeSection(spec: TypeSpec): readonly string[] {
  if (isLegacy({ type: spec.id })) return legacySection(spec);
  const form = formOf(spec).filter((field) => !isCommon(field));
  return [
    `### ${nameOf(spec)}`,
    [
      ...(spec.also.length > 0 ? [`- 类型也可以写${quoted(spec.also)}`] : []),
      ...inUse(spec),
      `- 关联公告：${linkRule(spec)}`,
    ].join('\n'),
    fieldTable(form, spec),
  ];
}

/** What an old announcement must say; what it may is told at the types of its category. */
const legacySection = (spec: TypeSpec): readonly string[] => [
  `### ${nameOf(spec)}`,
  [
    '- 从旧网站导入、栏目不全的公告，由导入程序写，不用手写；新的公告不用这个类型',
    `- 下面几栏必填；${CATEGORIES[spec.category]}其他类型的栏目都可填，原文有才写`,
    `- 关联公告：有前一份公告时才写，可以接在${CATEGORIES[spec.category]}的任何公告后面；别的公告也可以接在它后面，只要原类型接得上`,
  ].join('\n'),
  fieldTable(
    formOf(spec).filter(({ required }) => required),
    spec,
  ),
];

/** Names of platforms that mean this type alone. */
function inUse(spec: TypeSpec): readonly string[] {
  const names = ownNamesOf(spec).filter((name) => name !== spec.term && !spec.also.includes(name));
  return names.length === 0 ? [] : [`- 各平台的叫法也认得：${names.join('、')}`];
}

function linkRule({ category, link, follows }: TypeSpec): string {
  if (link === 'never') return '不写，它是一件事的开头';
  const terms = follows.map((id) => typeOf(category, id).term).join('、');
  return `${link === 'must' ? '必须写' : '有前一份公告时才写'}，可以接在${terms}后面`;
}

function settingsSection({ title, file, fields }: SettingsForm): readonly string[] {
  return [
    `## ${title}`,
    `文件是 \`${file}\`。`,
    fieldTable(fields),
    ...lists(fields.filter((field) => field.fields)),
  ];
}

/** Red Hat's YAML extension does not see front matter in Markdown: redhat-developer/vscode-yaml#207, open since 2019. */
const inEditor: readonly string[] = [
  '## 在 VS Code 里填写',
  '直接打开整个项目文件夹，设置已经带好。',
  [
    '- **写公告**：新建 .md 文件，输入类型名称（例如“招标公告”），选中跳出来的模板，全部必填栏目和例子就写好了；按 Tab 键逐栏修改，只能选一项的栏目会列出选项。不用装扩展。',
    '- **写站点设置、屏幕和节假日**（.yaml 文件）：装上推荐的 YAML 扩展（redhat.vscode-yaml），栏目会有提示和说明，写错的地方会画线。',
    '- 这个扩展看不到 .md 文件里的栏目，所以公告里写错了不会画线，要运行 `npm run check`。想在写公告时也逐栏提示，可以先在一个 .yaml 文件里写两行“---”之间的内容，第一行写上 `# yaml-language-server: $schema=` 和 `docs/announcement.schema.json` 的完整路径，写好再复制过去。',
    '- 提示只看写法。期限、关联公告、附件对不对，以 `npm run check` 为准。',
  ].join('\n'),
];

/** The fields within each item of the lists. */
const lists = (fields: readonly Field[]): readonly string[] =>
  fields.flatMap((field) =>
    field.fields ? [`**${field.label}**的每一项（用“-”开头）：`, fieldTable(field.fields)] : [],
  );

const fieldTable = (fields: readonly Field[], spec?: TypeSpec): string =>
  table(
    ['栏目', '要不要填', '写法', '说明', '例子'],
    fields.map((field) => [
      field.label,
      need(field, spec),
      notationOf(fixed(field, spec) ?? field),
      field.help,
      exampleOf(field),
    ]),
  );

/** Of category and type a form knows the one term. */
function fixed(field: Field, spec: TypeSpec | undefined): Field | undefined {
  if (!spec || (field.key !== 'category' && field.key !== 'type')) return undefined;
  return { ...field, terms: [field.key === 'category' ? CATEGORIES[spec.category] : spec.term] };
}

function need({ key, required }: Field, spec: TypeSpec | undefined): string {
  if (required) return '必填';
  const form = spec ? formOf(spec) : [];
  const others = (spec?.oneOf ?? [])
    .filter((group) => group.includes(key))
    .flatMap((group) => group.filter((other) => other !== key))
    .map((other) => form.find((field) => field.key === other)!.label);
  return others.length === 0 ? '可填' : `二选一，与${quoted([...new Set(others)])}`;
}

/** Types of one term occur in several categories. */
const nameOf = ({ category, term }: TypeSpec): string => `${CATEGORIES[category]} ${term}`;

const quoted = (terms: readonly string[]): string => terms.map((term) => `“${term}”`).join('、');

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
