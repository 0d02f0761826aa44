import { AutocompletePrompt, wrapTextWithPrefix } from '@clack/core';
import {
  limitOptions,
  S_BAR,
  S_BAR_END,
  S_CHECKBOX_ACTIVE,
  S_CHECKBOX_INACTIVE,
  S_CHECKBOX_SELECTED,
  S_RADIO_ACTIVE,
  S_RADIO_INACTIVE,
  symbol,
} from '@clack/prompts';
import type { Readable } from 'node:stream';
import { styleText } from 'node:util';
import { dim } from './dim.ts';

/** A line of a list. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

interface ListOptions {
  message: string;
  choices: readonly Choice[];
  /** Whether several can be ticked, else one is taken. */
  multiple: boolean;
  /** Values that are taken at first. */
  initial: readonly string[];
  /** Lines of the list that are shown at once. */
  most: number;
  input: Readable;
  signal: AbortSignal;
}

/** Puts a list in which what is typed finds the lines that have it in their words. */
export const askFromList = (options: ListOptions) => new ListPrompt(options).prompt();

class ListPrompt extends AutocompletePrompt<Choice> {
  constructor({ choices, multiple, initial, input, signal, message, most }: ListOptions) {
    super({
      options: [...choices],
      multiple,
      input,
      signal,
      ...(initial.length > 0 && { initialValue: [...initial] }),
      filter: (typed, choice) => wordsOf(choice).includes(typed.trim().toLowerCase()),
      validate: (value) => (value === undefined ? '没有这样的一项，换几个字，或者删掉再找' : undefined),
      render(): string {
        const list = this as ListPrompt;
        const title = wrapTextWithPrefix(undefined, message, `${bar()}  `, `${symbol(this.state)}  `);
        const head = `${bar()}\n${title}\n`;
        if (this.state === 'submit') return `${head}${bar()}  ${dim(list.answerIn(choices))}`;
        if (this.state === 'cancel') return `${head}${bar()}`;
        return [
          `${head}${bar()}  ${dim('查找：')}${this.userInput}`,
          ...list.lines(most),
          S_BAR_END,
          '',
        ].join('\n');
      },
    });
  }

  /** The space bar ticks, also before a line was gone to: no name has a space in it. */
  protected override _isActionKey(char: string | undefined, key: Key): boolean {
    if (this.multiple && key.name === 'space') this.isNavigating = true;
    return super._isActionKey(char, key);
  }

  /** What was taken, in one line. */
  answerIn(choices: readonly Choice[]): string {
    const labels = choices
      .filter(({ value }) => this.selectedValues.includes(value))
      .map(({ label }) => label);
    return labels.join('、') || '没有选';
  }

  lines(most: number): readonly string[] {
    if (this.filteredOptions.length === 0) return [`${bar()}  ${this.error || '没有找到'}`];
    const shown = limitOptions({
      cursor: this.cursor,
      options: this.filteredOptions,
      maxItems: most,
      columnPadding: 3,
      rowPadding: 5,
      style: (choice, isActive) => this.#line(choice, isActive),
    });
    return shown.map((line) => `${bar()}  ${line}`);
  }

  #line({ value, label, hint }: Choice, isActive: boolean): string {
    const words = isActive ? `${label}${hint === undefined ? '' : ` ${dim(`（${hint}）`)}`}` : dim(label);
    return `${this.#mark(this.selectedValues.includes(value), isActive)} ${words}`;
  }

  #mark(isTaken: boolean, isActive: boolean): string {
    if (!this.multiple) return isActive ? styleText('green', S_RADIO_ACTIVE) : dim(S_RADIO_INACTIVE);
    if (isTaken) return styleText('green', S_CHECKBOX_SELECTED);
    return isActive ? styleText('cyan', S_CHECKBOX_ACTIVE) : dim(S_CHECKBOX_INACTIVE);
  }
}

type Key = Parameters<AutocompletePrompt<Choice>['_isActionKey']>[1];

const wordsOf = ({ label, hint = '' }: Choice): string => `${label} ${hint}`.toLowerCase();

const bar = (): string => styleText('gray', S_BAR);
