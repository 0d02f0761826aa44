import { isMap, LineCounter, parseDocument } from 'yaml';
import { ImportFailure } from './import-failure.ts';

/** A YAML file that the office fills in, with the line of each of its keys for messages. */
export interface OfficeFile {
  name: string;
  value: Readonly<Record<string, unknown>>;
  /** Line of a key of the file, or of a key below it. */
  lineOf(...keys: readonly string[]): number;
}

/**
 * Reads such a file; every value is a text, as it is written.
 * @throws {ImportFailure} where it is no YAML, or not one key with a value after another
 */
export function readOfficeFile(name: string, text: string): OfficeFile {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/u, ''), {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: true,
    logLevel: 'silent',
  });
  const [fault] = document.errors;
  if (fault) {
    const line = lines.linePos(fault.pos[0]).line;
    const same =
      fault.code === 'DUPLICATE_KEY' ? '同一项写了两次，只留一次' : '冒号后面空一格，各行对齐，用半角符号';
    throw new ImportFailure(`${name} 第 ${line} 行看不懂：${same}。`);
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  if (typeof value !== 'object' || Array.isArray(value))
    throw new ImportFailure(`${name} 第 1 行看不懂：每行写一项，“名称: 内容”。`);
  const lineOf = (...keys: readonly string[]): number => {
    let node: unknown = document.contents;
    let line = 1;
    for (const key of keys) {
      const pair = isMap(node) ? node.items.find((item) => String(item.key) === key) : undefined;
      if (!pair) return line;
      const { range } = pair.key as { range?: readonly number[] };
      line = lines.linePos(range?.[0] ?? 0).line;
      node = pair.value;
    }
    return line;
  };
  return { name, value: value as OfficeFile['value'], lineOf };
}

/** @throws {ImportFailure} that names file, line, what is wrong and what to write */
export function refuse({ name, lineOf }: OfficeFile, keys: readonly string[], fault: string): never {
  throw new ImportFailure(`${name} 第 ${lineOf(...keys)} 行：${fault}。`);
}
