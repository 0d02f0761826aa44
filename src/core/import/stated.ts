import type { Cell } from './flow.ts';
import { namesIn } from '../announcement/joined-names.ts';
import { isKnownLabel, plainLabel, withoutOrdinal } from './label.ts';
import type { LinePair } from './line-pairs.ts';
import type { Evidence, Pair } from './evidence.ts';
import {
  isAccount,
  isContact,
  isLotHeading,
  isPartyLabel,
  isPerson,
  isSideOfChange,
  labelBelow,
  mayBeAsked,
  ownedLabel,
  ownerIn,
  ownerOfContact,
} from './section.ts';

/** A pair with what is known of it from where it stands. */
export interface Stated extends Pair {
  /** What it is called where it stands: 采购人地址 of 地址 below 采购人信息. */
  name: string;
  /** Said of one lot, plot or asset, not of the whole. */
  isOfLot: boolean;
  /** What may be more than the value: lines follow that could belong to it. */
  isOpen: boolean;
}

/** Rows of values below their head. */
export interface Table {
  head: readonly Cell[];
  rows: readonly (readonly Cell[])[];
  isOfLot: boolean;
}

/** What a body states: pairs of labels and values, and tables of records. */
export interface Statements {
  pairs: readonly Stated[];
  tables: readonly Table[];
}

/** Longest line that can be a heading, with what stands in its brackets. */
const LONGEST_HEADING = 80;

/** Longest words of evidence. */
const LONGEST = 60;

/**
 * Reads pairs in the order of a page and knows of each below which heading it stands, and whose a contact is. A label
 * without a value has the next line for it, where that is all that stands below it.
 */
export class Reader {
  readonly #stated: Stated[] = [];
  readonly #tables: Table[] = [];
  #heading = '';
  #isOfLot = false;
  /** Below 更正前 or 更正后, until the next part of the notice. */
  #isOfChange = false;
  /** Owner by the heading: for all that stands below it. */
  #fixed: string | undefined;
  /** Owners by labels side by side in a row, for the contacts right below. */
  #owners: readonly string[] = [];
  /** A label or heading that waits for a value below it. */
  #waiting: { label: string; names: readonly string[]; lines: { text: string; line: number }[] } | undefined;

  /** Pairs side by side, in a line or in a row of a table. */
  row(pairs: readonly LinePair[], evidence: Evidence): void {
    this.#settle();
    const depth = withoutOrdinal(pairs[0]?.label ?? '').depth ?? withoutOrdinal(evidence.words).depth;
    if (depth === 0) this.#leave();
    const plain = pairs.map(({ label }) => plainLabel(label));
    if (pairs.length > 0 && isLotHeading(plain[0]!)) this.#isOfLot = true;
    if (pairs.length === 1 && pairs[0]!.value.trim() === '' && isSideOfChange(plain[0]!)) {
      this.#isOfChange = true;
      return;
    }
    const isSameTwice = new Set(plain).size < plain.length;
    let owner: string | undefined;
    pairs.forEach(({ label, value }, at) => {
      const isOwned = !isSameTwice && owner !== undefined && isContact(plain[at]!);
      const name = isOwned
        ? ownedLabel(plain[at]!, owner!)
        : this.#nameOf(plain[at]!, at, isSameTwice ? plain.length : 1);
      if (isPartyLabel(plain[at]!)) owner = ownerIn(plain[at]!) ?? plain[at]!;
      else owner = ownerOfContact(plain[at]!) ?? owner ?? (isAccount(plain[at]!) ? UNSURE : undefined);
      if (value.trim() !== '') this.#add(label, value, name, evidence);
    });
    this.#follow(pairs, plain);
  }

  /** A line without a pair: a heading, a sentence, or the value of the label before it. */
  words(text: string, line: number): void {
    const { rest, depth } = withoutOrdinal(text);
    const plain = plainLabel(rest.slice(0, LONGEST_HEADING + 1));
    if (isSideOfChange(plain)) {
      this.#settle();
      this.#isOfChange = true;
      return;
    }
    const isShort = rest.length <= LONGEST_HEADING && plain.length <= 30 && !/[。；，]/u.test(rest);
    const isHeading =
      isShort &&
      (depth !== undefined || isKnownLabel(plain) || ownerIn(plain) !== undefined || isLotHeading(plain));
    if (!isHeading) {
      const last = this.#stated.at(-1);
      if (this.#waiting) this.#waiting.lines.push({ text, line });
      // A sentence that begins anew does not go on from the value before it.
      else if (
        last &&
        !/^(?:本(?:项目|次|公告|招标|采购)|原|现|特此|请|附件|以上|联系|\d{4}\s*年)/u.test(rest)
      )
        last.isOpen = true;
      return;
    }
    this.#settle();
    this.#head(plain, depth ?? 1);
    this.#waiting = { label: rest, names: isKnownLabel(plain) ? [plain] : namesIn(plain), lines: [] };
  }

  /** The head of a group of rows. */
  group(text: string): void {
    this.#settle();
    this.#head(plainLabel(text), 1);
  }

  /** What follows stands in another cell. */
  apart(): void {
    this.#settle();
    this.#owners = [];
  }

  /** Rows below a head: their values are those of records. */
  table(head: readonly Cell[], rows: readonly (readonly Cell[])[]): void {
    this.#settle();
    this.#tables.push({ head, rows, isOfLot: this.#isOfLot });
  }

  end(): Statements {
    this.#settle(true);
    return { pairs: this.#stated, tables: this.#tables };
  }

  /** A heading ends what the one before it said. */
  #head(plain: string, depth: 0 | 1): void {
    if (depth === 0) this.#leave();
    if (isLotHeading(plain)) this.#isOfLot = true;
    this.#fixed = ownerIn(plain) ?? (isPartyLabel(plain) ? plain : undefined);
    this.#owners = [];
    this.#heading = plain;
  }

  #leave(): void {
    this.#isOfLot = false;
    this.#isOfChange = false;
    this.#fixed = undefined;
    this.#owners = [];
    this.#heading = '';
  }

  #nameOf(plain: string, at: number, columns: number): string {
    if (isContact(plain)) {
      if (this.#fixed !== undefined) return ownedLabel(plain, this.#fixed);
      const { length } = this.#owners;
      if (length > 0)
        return ownedLabel(
          plain,
          length === 1 ? this.#owners[0]! : columns === length ? this.#owners[at]! : UNSURE,
        );
      if (columns > 1) return ownedLabel(plain, UNSURE);
    }
    return labelBelow(this.#heading, plain);
  }

  /** Who is named by labels, for the contacts that follow. */
  #follow(pairs: readonly LinePair[], plain: readonly string[]): void {
    const parties = plain.filter((label) => isPartyLabel(label));
    const named = plain.flatMap((label) => ownerOfContact(label) ?? []);
    if (parties.length > 0) {
      // One below the other: the contact below both could be of either.
      const isList =
        this.#owners.length > 0 &&
        parties.length === 1 &&
        plain.length === 1 &&
        mayBeAsked(ownerIn(parties[0]!) ?? '') &&
        !this.#hasContact;
      this.#last = isList ? (ownerIn(parties[0]!) ?? '') : '';
      this.#owners = isList ? [] : parties.map((label) => ownerIn(label) ?? label);
      this.#hasContact = plain.some(isContact);
    } else if (named.length > 0) {
      this.#owners = [...new Set(named)];
      this.#hasContact = true;
    } else if (plain.some(isAccount)) {
      if (this.#owners.length === 0) this.#owners = [UNSURE];
    } else if (plain.some(isContact)) {
      // What follows an address is of whom is named right before it.
      if (this.#last !== '' && plain.some((label) => /地址$/u.test(label))) this.#owners = [this.#last];
      this.#hasContact = true;
      this.#last = '';
    } else if (plain.some(isPerson)) this.#owners = this.#owners.length > 0 ? this.#owners : [UNSURE];
    else if (plain.length > 0) this.#owners = [];
    const last = pairs.at(-1);
    if (last && last.value.trim() === '') {
      const name = plain.at(-1)!;
      if (pairs.length === 1 && !isContact(name)) this.#head(name, 1);
      if (ownerIn(name) !== undefined && isPartyLabel(name)) this.#owners = [ownerIn(name)!];
      this.#waiting = { label: last.label, names: [this.#nameOf(name, 0, 1)], lines: [] };
    }
  }

  #hasContact = false;
  /** The last of those named one below the other, whose contacts could be of either. */
  #last = '';

  #add(label: string, value: string, name: string, { rule, words, line }: Evidence): void {
    this.#stated.push({
      label: label.trim(),
      value: value.trim(),
      name: this.#isOfChange ? `${CHANGED}${name}` : name,
      isOfLot: this.#isOfLot,
      isOpen: false,
      evidence: { rule, words: [...words].slice(0, LONGEST).join(''), line },
    });
  }

  /** Gives a label the one line below it. */
  #settle(isEnd = false): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    const [first, ...more] = waiting?.lines ?? [];
    // Of several lines, or of items with numbers, one is not the whole.
    if (!waiting || !first || more.length > 0 || withoutOrdinal(first.text).depth !== undefined) return;
    // Below a label that was left empty the notice may end with who issued it.
    if (
      isEnd &&
      waiting.names.some((name) => /(?:[人方位构门话]|供应商|方式|名称)$/u.test(name)) &&
      !/\d{7}/u.test(first.text)
    )
      return;
    // Of what several names join, only a moment is the value of each.
    if (waiting.names.length > 1 && !/^\d{4}\s*[年./-]/u.test(first.text)) return;
    for (const name of waiting.names) {
      const evidence = { rule: '小标题', words: `${waiting.label} ${first.text}`, line: first.line };
      this.#add(waiting.label, first.text, name, evidence);
    }
  }
}

/** Before a name of which a change is told: it is no field's. */
const CHANGED = '变更的';

/** An owner that nothing names: what is owned by it is no field's. */
const UNSURE = '某方';
