import { recordsOf, type Answer } from '../../core/drafting/draft.ts';

/** The attachments that a front matter names, each under what readers see. */
export const attachedIn = (answer: Answer | undefined): readonly { name: string; label: string }[] =>
  recordsOf(answer).map(({ 文件: name = '', 名称: label = withoutEnding(name) }) => ({ name, label }));

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/u, '');
