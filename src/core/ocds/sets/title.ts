import { textOf, type Statement } from '../statement.ts';

/** What is bought: the name of the project, else the title of the announcement. */
export const titleOf = (statement: Statement): string =>
  textOf(statement, 'projectName') ?? statement.announcement.title;

/** Words of a construction tender that is no building: supervision, survey, design, other services. */
const SERVICES = /监理|勘察|设计|咨询|服务|检测|造价/u;

/** Goods, works or services; nothing where a procurement does not say which. */
export function categoryOf(statement: Statement): string | undefined {
  if (statement.announcement.category !== 'construction') return textOf(statement, 'procurementKind');
  const title = titleOf(statement);
  if (/施工/u.test(title)) return 'works';
  return SERVICES.test(title) ? 'services' : 'works';
}
