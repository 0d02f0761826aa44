import { hash } from 'node:crypto';
import { partyName } from '../announcement/party.ts';

/** Hexadecimal digits of an address: at 10,000 names two share one with a chance of less than one in 20,000. */
const DIGITS = 10;

/** The form of a name in which all its spellings are one: brackets of one kind, no blanks, one encoding. */
export const keyOfName = (name: string): string => partyName(name).normalize('NFC');

/**
 * The address of a unit, `/parties/<id>/`: of its name alone, so that it never changes. No credit code, which may come
 * later, and no pinyin, which changes with its tables.
 */
export const partyIdOf = (name: string): string => hash('sha256', keyOfName(name)).slice(0, DIGITS);
