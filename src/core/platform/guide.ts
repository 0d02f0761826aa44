import { nameOfSource, type MappedColumn, type Mapping } from './mapping.ts';

/** The mapping as tables of Markdown, for the guide of the IT person. */
export const mappingTables = ({ 表 }: Mapping): string =>
  表
    .map(({ 名称, 标题, 每行, 栏 }) =>
      [
        `### ${名称} ${标题}`,
        '',
        每行 === '公告' ? '一份公告一行。' : '一份结果里每个成交的标段（包、地块）一行。',
        '',
        '| 规范的栏 | 说明 | 取自 | 形式 |',
        '| --- | --- | --- | --- |',
        ...栏.map((column) => `| ${column.名称} | ${column.说明} | ${sourceOf(column)} | ${column.形式} |`),
      ].join('\n'),
    )
    .join('\n\n');

function sourceOf({ 固定值, 取自 = [], 代码 }: MappedColumn): string {
  if (固定值 !== undefined) return 固定值 === '' ? '固定值，没有填' : `固定值 ${固定值}`;
  const names = 取自.map(nameOfSource).join('，或者');
  return 代码 === undefined
    ? names
    : `${names}，换成代码${Object.keys(代码).length === 0 ? '（没有填）' : ''}`;
}
