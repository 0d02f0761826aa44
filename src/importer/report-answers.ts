import { CATEGORIES } from '../core/announcement/category.ts';
import { formOf, typeOf } from '../core/announcement/schema.ts';
import { LEGACY } from '../core/announcement/legacy.ts';
import { understand } from '../core/drafting/draft.ts';
import type { PageRecord, Told } from './page-record.ts';

/** The lines of `import-answers.yaml` that settle what is in doubt of a page, each to be looked at before it is pasted. */
export function answersToPaste(record: PageRecord, findings: readonly Told[]): string {
  const lines = new Set(findings.flatMap((finding) => linesFor(finding, record)));
  const isOpen = [...lines].every((line) => line.startsWith('#'));
  const answers = isOpen ? ['采用: 是', ...lines] : [...lines];
  return [`${quoted(record.page)}:`, ...answers.map((line) => `  ${line}`)].join('\n');
}

function linesFor({ code, label, candidates = [] }: Told, record: PageRecord): readonly string[] {
  const choices = candidates.map(({ text }) => text.replace(/\s+/gu, ' ').toWellFormed());
  const [first = '…', ...others] = choices.filter((text) => code !== 'G121' || isTaken(record, label, text));
  const or = others.length > 0 ? `   # 或者 ${others.join('、')}` : '';
  switch (code) {
    case 'G107':
      return ['遮盖: 是'];
    case 'G104':
    case 'G122':
    case 'G123':
      return [`发布时间: ${first === '…' ? (record.publishedAt ?? '…') : first}${or}`];
    case 'G118':
      return ['类别: …   # 建设工程、政府采购、土地、产权、通知公告', '类型: …   # 不知道就不写这一行'];
    case 'G121':
      if (label === undefined) return [];
      return [first === '…' ? `# ${label}: …   不写就不填这一栏` : `${label}: ${quoted(first)}${or}`];
    case 'G111':
      return [`项目编号: ${quoted(record.projectCode ?? '…')}`];
    case 'G110':
    case 'G119':
    case 'G120':
      return ['采用: 是   # 不要的写 采用: 否'];
    case 'G132':
      return record.category === undefined
        ? []
        : [
            `类别: ${CATEGORIES[record.category]}`,
            ...(record.type === undefined ? [] : [`类型: ${typeOf(record.category, record.type).term}`]),
          ];
    default:
      return [];
  }
}

/** Whether a field takes a text as its value: a line that is pasted must not be refused for its words. */
function isTaken({ category, type }: PageRecord, label: string | undefined, text: string): boolean {
  const form = category === undefined ? [] : formOf(typeOf(category, type ?? LEGACY));
  const field = form.find((one) => one.label === label);
  return field !== undefined && 'value' in understand(field, text);
}

/** A text as YAML takes it for one, whatever signs are in it. */
const quoted = (text: string): string =>
  /^[\p{L}\p{N}/_.\-（）]+$/u.test(text) ? text : JSON.stringify(text);
