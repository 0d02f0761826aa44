import { LIVE_SCHEMA, LONGEST_LIVE, MOST_COLUMNS, MOST_ROWS } from './browser/live.ts';

/** What can stand on one line; the screen refuses some characters more. */
const words = (description: string, maxLength: number, ...examples: readonly string[]): object => ({
  description,
  type: 'string',
  minLength: 1,
  maxLength,
  pattern: String.raw`^(?=.*\S)[^\u0000-\u001f\u007f-\u009f]*$`,
  ...(examples.length > 0 && { examples }),
});

const moment = (description: string): object => ({
  description: `${description}；北京时间，写到秒`,
  type: 'string',
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$`,
  examples: ['2026-11-23T10:30:00+08:00'],
});

const count = (description: string): object => ({ description, type: 'integer', minimum: 0 });

const value = {
  ...words('', LONGEST_LIVE.value),
  minLength: 0,
  pattern: String.raw`^[^\u0000-\u001f\u007f-\u009f]*$`,
};

const column = {
  type: 'object',
  properties: {
    label: words('列名', LONGEST_LIVE.label, '报价'),
    unit: words('单位', LONGEST_LIVE.unit, '万元'),
  },
  required: ['label'],
};

const properties = {
  schema: { description: '格式的版本', const: LIVE_SCHEMA },
  room: {
    description: '在哪个场所：content/site.yaml 场所里的标识，也就是文件名',
    type: 'string',
    pattern: '^[a-z0-9-]+$',
    examples: ['kb303'],
  },
  kind: { description: 'opening 是唱标，table 是叫号等别的小表', enum: ['opening', 'table'] },
  announcement: {
    description: '唱标写：开的是哪份公告的标，写公告的标识，也就是不带 .md 的文件名',
    type: 'string',
    pattern: '^[a-z0-9-]{1,80}$',
    examples: ['gm-js-2026-012-tender'],
  },
  read: count('唱标写：已经唱到第几家；后面的行只写名称，写了报价屏幕也不显示'),
  title: words('小表写：表的名称', LONGEST_LIVE.title, '叫号'),
  current: count('小表可以写：正在叫第几行，从 1 数起'),
  starts: moment('什么时候开始；在此之前屏幕什么也不显示'),
  seq: count('每改一次就加大；比屏幕上的小，屏幕不理'),
  updatedAt: moment('这一次是什么时候写的；屏幕页脚显示它的时分'),
  source: words('谁录入的：写职务或者单位', LONGEST_LIVE.source, '开标主持人录入'),
  columns: {
    description: '各列，第一列是名称',
    type: 'array',
    minItems: 1,
    maxItems: MOST_COLUMNS,
    items: column,
  },
  rows: {
    description: '各行，按唱标的先后；每行第一个是名称，后面依次是各列的内容',
    type: 'array',
    maxItems: MOST_ROWS,
    items: {
      type: 'array',
      minItems: 1,
      maxItems: MOST_COLUMNS,
      items: [words('名称', LONGEST_LIVE.name)],
      additionalItems: value,
    },
  },
  ended: moment('可以写：什么时候结束；从此屏幕不再显示这张表'),
};

/** The JSON Schema of a live table, for programs that write one; draft 7 as our others are. */
export const liveJsonSchema = (): object => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '唱标和小表',
  type: 'object',
  properties,
  required: ['schema', 'room', 'kind', 'starts', 'seq', 'updatedAt', 'source', 'columns', 'rows'],
  oneOf: [
    { properties: { kind: { const: 'opening' } }, required: ['announcement', 'read'] },
    { properties: { kind: { const: 'table' } }, required: ['title'] },
  ],
});
