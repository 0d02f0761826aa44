import { DATES, PRICES, PRICE_UNITS, STAGES } from './disposal.ts';
import { VERSION } from './document.ts';
import { KINDS } from './rows.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The description of a month of disposals in JSON Schema 2020-12. @param id its own address */
export const disposalsSchema = (id: string): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: id,
  title: '土地、矿业权和产权处置',
  description:
    '一个月里开始的处置，一宗地块、一个矿业权、一项标的一个对象。标的由转让方（出让方）交给受让方，价款由受让方付给转让方，对转让方是收入，不要和招标、采购的支出相加。',
  ...object({
    $schema: text('本说明的网址。'),
    version: { const: VERSION, description: '栏目的意思改变时加一。' },
    month: { type: 'string', pattern: '^\\d{4}-\\d{2}$', description: '第一份公告发布的月份。' },
    publisher: text('发布单位。'),
    licence: orNull(object({ name: text('使用许可。'), url: orNull(text('许可全文的网址。')) })),
    disposals: { type: 'array', items: { $ref: '#/$defs/disposal' } },
  }),
  $defs: { disposal, party, price, area, measure },
});

const measure = object({ value: decimal('数值。'), unit: { enum: ['m2', 'ha', 'mu', 'km2'] } });

const area: Schema = {
  type: 'object',
  description: '面积，照公告的单位；also 是公告同时写的另一个单位，about 是“约”。',
  properties: { ...propertiesOf(measure), also: { $ref: '#/$defs/measure' }, about: { const: true } },
  required: ['value', 'unit'],
  additionalProperties: false,
};

const party = object({
  name: text('名称，照公告写。'),
  code: orNull(text('统一社会信用代码。')),
  members: { type: 'array', items: { type: 'string' }, description: '每一个单位；联合体有几个。' },
});

const price = object({
  amount: orNull(decimal('元。不是确定的数的（约、费率、文字）为 null。')),
  unit: terms(PRICE_UNITS),
  text: text('照公告印的价格。'),
  together: {
    type: 'integer',
    minimum: 1,
    description: '这一笔价格是几宗合在一起的；合在一起的写在第一宗，其余为 null。',
  },
});

const disposal = object({
  id: text('永久不变：公告标识，有几宗的后面加 / 和编号（没有编号的加 # 和顺序）。'),
  url: text('公告的网址。'),
  direction: { const: 'transferor-to-transferee', description: '标的由转让方交给受让方。' },
  payment: { const: 'transferee-to-transferor', description: '价款由受让方付给转让方，是转让方的收入。' },
  title: text('公告的标题。'),
  projectCode: orNull(text('项目编号。')),
  region: orNull(text('镇街。')),
  kind: terms(KINDS),
  stage: terms(STAGES),
  withdrawn: orNull(object({ at: moment('撤下的时间。'), reason: text('原因。') })),
  method: orNull(object({ id: text('交易、供应方式。'), term: text('它的中文。') })),
  transferor: ref('party', '转让方、出让人、出租方；增资的是标的企业。'),
  transferee: ref('party', '受让方，以有效的结果为准；没有结果为 null。'),
  proposedTransferee: ref('party', '协议出让、转让公示里拟定的受让方，还没有结果。'),
  object: orNull(
    object({
      code: orNull(text('编号。')),
      name: orNull(text('名称；股权和增资的是标的企业。')),
      location: orNull(text('位置。')),
      area: ref('area'),
      use: orNull(text('规划用途。')),
      termMonths: orNull({ type: 'number', description: '年限、租期，按月。' }),
      termText: orNull(text('不是一个月数的年限，照公告写。')),
      plotRatio: orNull(text('容积率，2.5、≤2.5 或者 1-2.5。')),
      coverage: share('建筑密度'),
      greenRatio: share('绿地率'),
      mineral: orNull(text('矿种。')),
      miningRight: orNull(terms({ exploration: '探矿权', mining: '采矿权' })),
      licenceCode: orNull(text('许可证号。')),
      shareRatio: orNull({ type: 'number', description: '转让的股权比例，%。' }),
      raisedRatio: share('增资后新增投资方持股比例'),
      heldRatio: orNull({ type: 'number', description: '投资方实际持股比例，%。' }),
    }),
  ),
  price: orNull(
    object({
      currency: { const: 'CNY' },
      ...Object.fromEntries(Object.entries(PRICES).map(([key, title]) => [key, ref('price', `${title}。`)])),
    }),
  ),
  dates: orNull(
    object(
      Object.fromEntries(
        Object.entries(DATES).map(([key, { title, kind }]) => [
          key,
          orNull(kind === 'day' ? day(`${title}。`) : moment(`${title}，北京时间。`)),
        ]),
      ),
    ),
  ),
  offeredBefore: orNull(text('前一次没有成交、在这里重新公告的，前一次的流标、终止或者结果公告的标识。')),
  offeredAgain: orNull(text('没有成交、后来重新公告的，那份公告的标识。')),
  announcements: {
    type: 'array',
    items: { type: 'string' },
    minItems: 1,
    description: '属于它的公告的标识，先后排列，预披露也在内。',
  },
});

function text(description: string): Schema {
  return { type: 'string', description };
}

function decimal(description: string): Schema {
  return { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$', description };
}

function moment(description: string): Schema {
  return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+08:00$', description };
}

function day(description: string): Schema {
  return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description };
}

function share(title: string): Schema {
  return {
    type: ['number', 'string', 'null'],
    description: `${title}，%；上限、下限和范围是文字，例如 ≤30%。`,
  };
}

function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

function ref(name: string, description?: string): Schema {
  return { ...(description !== undefined && { description }), ...orNull({ $ref: `#/$defs/${name}` }) };
}

function terms(all: Readonly<Record<string, string>>): Schema {
  const said = Object.entries(all).map(([id, term]) => `${id} ${term}`);
  return { enum: Object.keys(all), description: said.join('；') };
}

/** Every key is there, with null for what is not known, and no other. */
function object(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  return schema['properties'] as Readonly<Record<string, Schema>>;
}
