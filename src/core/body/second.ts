import { ofLine, type BodyFinding } from './finding.ts';

/** Fields that every announcement has; two of them behind `---` begin one. */
const FIELD = /^(?:标题|类别|类型|发布时间)\s*[:：]/u;
/** Lines behind `---` in which they are looked for. */
const NEAR = 6;

/** Finds a second announcement in the body of the first. */
export function findSecond(lines: readonly string[]): BodyFinding | undefined {
  const index = lines.findIndex(
    (line, at) =>
      line.startsWith('---') &&
      line.trimEnd() === '---' &&
      lines.slice(at + 1, at + 1 + NEAR).filter((next) => FIELD.test(next)).length > 1,
  );
  if (index < 0) return undefined;
  const help = '一个文件只写一份公告：从这里起剪切出来，另存为一个文件';
  return ofLine('C121', lines[index]!, index, '正文里又开始了一份公告', help);
}
