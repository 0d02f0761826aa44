import { instantAt, printInstant } from '../core/announcement/instant.ts';
import type { Edition } from '../core/edition.ts';
import { witnessesOf } from '../core/transparency-log/cosignature.ts';
import type { Leaf } from '../core/ledger/leaf.ts';
import { toBase64 } from '../core/transparency-log/base64.ts';
import { ledgerPath, VERIFY } from './address.ts';
import type { SiteFile } from './unit.ts';

/** What the page of the ledger says. */
interface LedgerPage {
  /** For ever; also the name of its key. */
  readonly name: string;
  readonly size: number;
  /** In base64. */
  readonly root: string;
  readonly vkey: string | undefined;
  /** How many leaves are signed for; undefined where none is. */
  readonly signedSize: number | undefined;
  /** Who else has signed the last checkpoint, and when. */
  readonly witnesses: readonly string[];
  /** Address of the last checkpoint. */
  readonly checkpoint: string;
  /** Address of the page where a reader holds a receipt against what it is of. */
  readonly verify: string;
}

export function ledgerPage(edition: Edition): LedgerPage {
  const { size, root, signed, vkey } = edition.ledger!.facts();
  return {
    ...{ size, vkey, name: edition.site!.ledger! },
    root: toBase64(root),
    signedSize: signed?.size,
    witnesses: signed ? witnessLines(signed.note, edition.site!.ledger!) : [],
    checkpoint: edition.address(ledgerPath(signed ? 'checkpoint' : 'checkpoint.unsigned')),
    verify: edition.address(VERIFY),
  };
}

const witnessLines = (note: string, origin: string): readonly string[] =>
  witnessesOf(note, origin).map(({ name, seconds }) => `${name}，${printInstant(instantAt(seconds * 1000))}`);

/** What the page of receipts says. */
interface VerifyPage {
  /** Address of the page of the ledger. */
  readonly ledger: string;
  /** As a line; undefined where nothing is signed. */
  readonly vkey: string | undefined;
  /** Of the site, for whoever checks it from elsewhere. */
  readonly site: string;
}

export const verifyPage = (edition: Edition): VerifyPage => ({
  ledger: edition.address(ledgerPath()),
  vkey: edition.ledger!.facts().vkey,
  site: edition.absolute(''),
});

/** What there is once: the last checkpoint and the key. */
export function* filesOfLedger(edition: Edition): Generator<SiteFile> {
  const { size, root, signed, vkey } = edition.ledger!.facts();
  if (signed) yield { path: ledgerPath('checkpoint'), text: signed.note };
  else
    yield {
      path: ledgerPath('checkpoint.unsigned'),
      text: `${edition.site!.ledger!}\n${size}\n${toBase64(root)}\n`,
    };
  if (vkey !== undefined) yield { path: ledgerPath('vkey'), text: `${vkey}\n` };
}

/** The record and the receipt of a leaf. */
export function* filesOfLeaf(edition: Edition, index: number): Generator<SiteFile> {
  const { leaf, record, receipt } = edition.ledger!.leaf(index);
  if (record !== undefined)
    yield { path: ledgerPath(`records/${record}`), copyOf: `${edition.contentDir}/ledger/records/${record}` };
  yield { path: ledgerPath(receiptName(leaf)), text: receipt };
}

const receiptName = ({ id, rev }: Leaf): string => `proofs/${id}-${rev}.tlog-proof`;

/** How an announcement is registered: the number of its last leaf, and where its receipt is. */
export interface RegistrationNote {
  /** From 1. */
  readonly number: number;
  /** Address of the page of the ledger, as those of the files. */
  readonly page: string;
  readonly receipt: string;
  /** Where it is held against what it is of. */
  readonly verify: string;
  /** The record of that version; undefined where the law has removed it. */
  readonly record: string | undefined;
}

/**
 * Undefined where the site keeps no ledger, and as long as it has no number.
 * @param version an earlier one; undefined is how it stands now, also taken down
 */
export function registrationOf(edition: Edition, id: string, version?: number): RegistrationNote | undefined {
  const last = edition.ledger
    ?.registered(id)
    .findLast(
      ({ leaf }) =>
        version === undefined ||
        (leaf.rev === version && leaf.event !== 'withdraw' && leaf.event !== 'redact'),
    );
  if (!last) return undefined;
  const { record } = edition.ledger!.leaf(last.index);
  return {
    number: last.index + 1,
    page: edition.address(ledgerPath()),
    receipt: edition.address(ledgerPath(receiptName(last.leaf))),
    verify: edition.address(VERIFY),
    record: record === undefined ? undefined : edition.address(ledgerPath(`records/${record}`)),
  };
}
