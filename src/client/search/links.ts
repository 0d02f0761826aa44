import { addressOf, type Question } from '../../core/search/question.ts';

/** A link that asks a question by its address; `search.ts` answers it without leaving the page. */
export function linkTo(label: string, question: Question): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = location.pathname + addressOf(question);
  link.textContent = label;
  return link;
}
