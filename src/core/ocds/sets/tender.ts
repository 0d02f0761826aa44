import { daysOf, endOf, moneyOf, momentOf, periodIn, priceOf } from '../values.ts';
import { documentsOf } from '../documents.ts';
import { joined, filled, type Json } from '../json.ts';
import { officesOf, partiesNamed } from '../parties.ts';
import { dateOf, labelled, recordsIn, textOf, valueOf, type Statement } from '../statement.ts';
import { methodOf } from './method.ts';
import { categoryOf, titleOf } from './title.ts';

/** A call: all that bidders go by. */
export const setTender = (statement: Statement): Json =>
  joined([
    officesOf(statement),
    {
      parties: partiesNamed(statement, textOf(statement, 'onlySupplier'), ['tenderer'], {
        address: textOf(statement, 'onlySupplierAddress'),
      }),
      tender: filled({
        title: titleOf(statement),
        description: textOf(statement, 'scope') ?? textOf(statement, 'requirement'),
        status: 'active',
        value: valueOfTender(statement),
        mainProcurementCategory: categoryOf(statement),
        ...methodOf(statement),
        tenderPeriod: tenderPeriod(statement),
        bidOpening: bidOpening(statement),
        contractPeriod:
          daysOf(valueOf(statement, 'durationDays')) ?? periodIn(textOf(statement, 'contractTerm')),
        eligibilityCriteria: labelled(statement, ['qualification', 'smeOnly', 'consortium']),
        lots: recordsIn(statement, 'lots').map((lot) =>
          filled({
            id: lot['code'],
            title: lot['name'],
            description: lot['scope'],
            status: 'active',
            value: moneyOf(lot['budgetFen'] as number | undefined),
            contractPeriod: daysOf(lot['durationDays']),
          }),
        ),
        items: itemsOf(statement),
        milestones: milestonesOf(statement),
        documents: documentsOf(statement, 'tenderNotice', beside(statement)),
      }),
    },
  ]);

/** The budget; where none is stated, the highest price that is accepted. */
export const valueOfTender = (statement: Statement): Json | undefined =>
  moneyOf(valueOf(statement, 'budgetFen') as number | undefined) ??
  priceOf(valueOf(statement, 'priceCeilingFen'));

/** What has no place in OCDS 1.1 is said of the document. */
const beside = (statement: Statement): string | undefined =>
  labelled(statement, ['priceCeilingFen', 'depositFen', 'frameworkKind', 'frameworkTerm', 'contractTerm']);

function tenderPeriod(statement: Statement): Json | undefined {
  const end = ['bidDeadline', 'responseDeadline', 'applicationDeadline']
    .map((key) => dateOf(statement, key))
    .find((at) => at !== undefined);
  return end === undefined
    ? undefined
    : { startDate: momentOf(statement.announcement.publishedAt), endDate: momentOf(end) };
}

export function bidOpening(statement: Statement): Json | undefined {
  const place = textOf(statement, 'openingPlace');
  const opening = filled({
    date: momentOf(dateOf(statement, 'openingAt')),
    location: place === undefined ? undefined : { description: place },
  });
  return Object.keys(opening).length === 0 ? undefined : opening;
}

function itemsOf(statement: Statement): readonly Json[] {
  const code = textOf(statement, 'catalogueCode');
  if (code === undefined) return [];
  const classification = { scheme: 'x_CN-政府采购品目分类目录', id: code };
  return [{ id: '1', description: titleOf(statement), classification }];
}

/** Until when documents can be had and objected to. An objection is no enquiry, so `enquiryPeriod` stays empty. */
function milestonesOf(statement: Statement): readonly Json[] {
  const [from, until] = [dateOf(statement, 'documentsFrom'), dateOf(statement, 'documentsUntil')];
  const objection = dateOf(statement, 'objectionDeadline');
  const publicity = dateOf(statement, 'publicityUntil');
  const place = textOf(statement, 'documentsPlace');
  const milestone = (id: string, title: string, rest: Json): Json =>
    filled({ id, title, type: 'engagement', ...rest });
  return [
    ...(from === undefined
      ? []
      : [milestone('documents-from', '文件获取开始', { description: place, dueDate: momentOf(from) })]),
    ...(until === undefined
      ? []
      : [milestone('documents-until', '文件获取结束', { description: place, dueDate: endOf(until) })]),
    ...(objection === undefined
      ? []
      : [milestone('objections', labelOf(statement), { dueDate: endOf(objection) })]),
    ...(publicity === undefined
      ? []
      : [milestone(`publicity:${statement.id}`, '公示结束', { dueDate: endOf(publicity) })]),
  ];
}

const labelOf = ({ announcement }: Statement): string =>
  announcement.category === 'procurement' ? '质疑截止' : '异议截止';
