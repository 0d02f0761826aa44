import { recordsOf } from '../../core/drafting/draft.ts';
import type { Said } from './sources.ts';
import { dim } from './dim.ts';
import { terminal } from './terminal.ts';

/** Where a proposal stands in the document, behind a question; `found` is the candidate that was chosen. */
export function fromDocument(said: Said | undefined, found?: string): string {
  if (!said) return '';
  const source = said.candidates.find(({ text }) => text === found)?.source ?? said.source;
  return dim(`（来自文件：${source}）`);
}

/** Whether what the document says is looked at one by one or taken at once. */
export const chooseWay = (count: number): Promise<string> =>
  terminal.choose(`文件里认出 ${count} 项，怎么核对？`, [
    { value: 'each', label: '逐项核对', hint: '每一项按回车' },
    { value: 'all', label: '全部照用', hint: '拿不准的、没有认出的照样问；写入以前还能改' },
  ]);

/** Of several values in a document the one that is meant; nothing where none is, or the document says nothing. */
export async function chooseCandidate(said: Said | undefined): Promise<string> {
  if (!said || said.candidates.length === 0) return '';
  return terminal.choose(`${said.label}：文件里${said.why ?? ''}，是哪一个？`, [
    ...said.candidates.map(({ text, source }) => ({ value: text, label: text, hint: source })),
    { value: '', label: '都不是，自己写' },
  ]);
}

/** What becomes of a list that the document has: taken, looked at, or left. */
export async function chooseRecords(said: Said | undefined): Promise<'all' | 'each' | 'none'> {
  const records = recordsOf(said?.answer);
  if (said && said.candidates.length > 0) {
    const places = said.candidates.map(({ text, source }) => `${text}（${source}）`).join('\n');
    terminal.warn(`${said.label}：文件里${said.why ?? ''}，没有照用：\n${places}`);
  }
  if (!said || records.length === 0) return 'none';
  terminal.say(
    records.map((record, index) => `${index + 1}. ${Object.values(record).join('，')}`).join('\n'),
  );
  return (await terminal.choose(`“${said.label}”文件里有 ${records.length} 项${fromDocument(said)}`, [
    { value: 'all', label: '照用' },
    { value: 'each', label: '改几项' },
    { value: 'none', label: '不用，自己写' },
  ])) as 'all' | 'each' | 'none';
}
