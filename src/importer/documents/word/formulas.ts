import type { Notes } from '../notes.ts';
import {
  ancestorNamed,
  elementsIn,
  elementsNamed,
  newRun,
  removeNode,
  type Element,
  type Node,
} from './xml.ts';

/** Writes formulas in one line, as Word itself does in its linear form: `(A+B)/C`, `x^2`, `√(x)`. */
export function writeFormulas(story: Node, notes: Notes): void {
  for (const formula of elementsNamed(story, 'oMath')) {
    const words = lineOf(formula);
    const like = ancestorNamed(formula, 'p');
    if (words.trim() !== '' && like) {
      notes.add('formulas', words);
      formula.parentNode?.insertBefore(newRun(like, words), formula);
    }
    removeNode(formula);
  }
  for (const paragraph of elementsNamed(story, 'oMathPara')) {
    while (paragraph.firstChild) paragraph.parentNode?.insertBefore(paragraph.firstChild, paragraph);
    removeNode(paragraph);
  }
}

function lineOf(node: Element): string {
  const part = (name: string): string => {
    const found = elementsIn(node).find(({ localName }) => localName === name);
    return found ? lineOf(found) : '';
  };
  switch (node.localName) {
    case 't':
      return node.textContent ?? '';
    case 'f':
      return `${grouped(part('num'))}/${grouped(part('den'))}`;
    case 'sSup':
      return `${grouped(part('e'))}^${grouped(part('sup'))}`;
    case 'sSub':
      return `${part('e')}_${grouped(part('sub'))}`;
    case 'sSubSup':
      return `${part('e')}_${grouped(part('sub'))}^${grouped(part('sup'))}`;
    case 'rad':
      return part('deg') === '' ? `√(${part('e')})` : `${part('deg')}√(${part('e')})`;
    case 'd':
      return `(${elementsIn(node)
        .filter(({ localName }) => localName === 'e')
        .map(lineOf)
        .join(',')})`;
    case 'nary':
      return `∑_${grouped(part('sub'))}^${grouped(part('sup'))}${part('e')}`;
    case 'rPr':
    case 'ctrlPr':
      return '';
    default:
      return elementsIn(node).map(lineOf).join('');
  }
}

const grouped = (words: string): string =>
  [...words].length > 1 && !/^[\d.]+$/u.test(words) ? `(${words})` : words;
