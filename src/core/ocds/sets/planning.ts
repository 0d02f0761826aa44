import { moneyOf, momentOf } from '../values.ts';
import { documentsOf } from '../documents.ts';
import { filled, type Json } from '../json.ts';
import { officesOf } from '../parties.ts';
import { joined } from '../json.ts';
import { textOf, valueOf, type Statement } from '../statement.ts';
import { categoryOf, titleOf } from './title.ts';

/** A plan 计划, 意向: what is to be bought, for how much, and in which month it will be called for. */
export function setPlanning(statement: Statement): Json {
  const estimate = (valueOf(statement, 'estimateFen') ?? valueOf(statement, 'budgetFen')) as
    number | undefined;
  const month = textOf(statement, 'expectedTenderMonth') ?? textOf(statement, 'expectedMonth');
  return joined([
    officesOf(statement),
    {
      planning: filled({
        budget: filled({ amount: moneyOf(estimate), description: textOf(statement, 'fundSource') }),
        documents: documentsOf(statement, 'plannedProcurementNotice'),
      }),
      tender: filled({
        title: titleOf(statement),
        description: textOf(statement, 'scope') ?? textOf(statement, 'requirement'),
        status: 'planned',
        mainProcurementCategory: categoryOf(statement),
        milestones: month === undefined ? [] : [expected(month)],
      }),
    },
  ]);
}

const expected = (month: string): Json => ({
  id: 'expected',
  type: 'preProcurement',
  title: '预计发布时间',
  dueDate: momentOf(`${month}-01`),
});
