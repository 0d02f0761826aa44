import type { Category } from '../core/announcement/category.ts';
import type { Answers } from '../core/drafting/draft.ts';

/** Raised whenever the same page may come out otherwise: what was read by older rules is read again. */
export const RULES_VERSION = 1;

/** What the import says of a page: a finding with its permanent code. */
export interface Told {
  code: string;
  message: string;
  help?: string;
  /** Line of the page's source, from 1. */
  line?: number;
  /** The field in doubt, by its Chinese label, with what stands in the page for it. */
  label?: string;
  candidates?: readonly { text: string; rule: string; words: string }[];
}

/** A file that is published with the announcement. */
export interface CarriedFile {
  /** Where it lies in the folder of saved pages, in base 64 for names that are not UTF-8; absent where `data` has it. */
  from?: string;
  data?: string;
  sha256: string;
  bytes: number;
  /** Its name in the announcement's folder, and the name that readers see. */
  name: string;
  label: string;
  /** Path and query on the old site. */
  address?: string;
}

/**
 * What was found in one page, without its words: what is needed to join it with the others. `ready`: it can become an
 * announcement; `blocked`: it waits for an answer; `refused`: it is none, or could not be read.
 */
export interface PageRecord {
  page: string;
  sha256: string;
  /** Of everything that decides what comes out: the page, the rules, the part of the map and the answers for it. */
  key: string;
  state: 'ready' | 'blocked' | 'refused';
  system?: string;
  sure?: number;
  title?: string;
  category?: Category;
  /** Id of the type that it would have. */
  type?: string;
  publishedAt?: string;
  projectCode?: string;
  /** Hash of the words of the body and of its files. */
  body?: string;
  host?: string;
  addresses: readonly string[];
  breadcrumb?: readonly string[];
  /** Whether everything that its type asks for was found, a 关联公告 aside. */
  isWhole: boolean;
  missing: readonly string[];
  doubtful: readonly string[];
  dropped: Readonly<Record<string, number>>;
  findings: readonly Told[];
  /** Whether numbers of persons stand in its source: the original is then not kept in the content. */
  isPersonal: boolean;
  /** Where its files lay on the old site, with their lengths. */
  attached?: readonly { address: string; bytes: number }[];
  /** What the files that it names looked like, so that one that was added is seen. */
  files?: string;
}

/** What was made of a page: kept beside the journal until it is written. */
export interface PageDraft {
  page: string;
  /** Without category, type, id and links to other announcements, which are known when all pages were read. */
  answers: Answers;
  /** Links to other pages stand in it as `import-link-0001`. */
  body: string;
  /** By placeholder, path and query of the page that a link leads to. */
  links: Readonly<Record<string, string>>;
  files: readonly CarriedFile[];
  formerType: string;
  /** Where each value stands in the page: the rule that found it, its words, its line. */
  evidence: Readonly<Record<string, { rule: string; words: string; line: number }>>;
  /** What a reader of the page sees, for the report. */
  seen: string;
}
