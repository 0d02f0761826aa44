import { printDate, printInstant } from './instant.ts';
import { dateKind, instantKind } from './instant-forms.ts';
import type { Kind } from './kind.ts';

/** When something was published elsewhere: other platforms often give the day alone, and no hour is made up for it. */
export const dayOrInstantKind: Kind<string> = {
  name: 'day-or-instant',
  parse: (text) => {
    const day = dateKind.parse(text);
    return 'value' in day ? day : instantKind.parse(text);
  },
  print: (value) => (isDay(value) ? printDate(value) : printInstant(value)),
  toJson: (value) => value,
};

const isDay = (value: string): boolean => !value.includes('T');
