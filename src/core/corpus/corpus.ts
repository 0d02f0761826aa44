import type { Announcement } from '../announcement/schema.ts';
import type { Calendar } from '../calendar.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import type { ItemFields } from '../disclosure/item.ts';
import type { Attachment } from './attachments.ts';
import type { ScreenSettings } from './settings/screen.ts';
import type { KioskSettings } from './settings/kiosk.ts';
import type { PageSettings } from './settings/page.ts';
import type { Site } from './settings/site.ts';
import type { TakenNames } from './taken-names.ts';

/** The words of an announcement and where they stand. */
export interface Words {
  /** Path from the content folder, with `/`. */
  file: string;
  frontMatter: string;
  /** Line of the file on which the front matter begins. */
  frontMatterLine: number;
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  /** Whether the file is cut by its fences; else front matter and body are what was probably meant. */
  isSound: boolean;
  attachments: readonly Attachment[];
  /** Files that the body may link to: named as attachments, or lying beside it. Absent where links name pages. */
  linkable: ReadonlySet<string> | undefined;
}

/** One announcement as it was read. */
export interface Entry extends Words {
  id: string;
  announcement: Announcement;
}

export interface Page extends PageSettings, Words {
  id: string;
}

/** An item of the catalogue of government information; `attachments` are the files that lie beside it. */
export interface DisclosureItem extends Words {
  id: string;
  fields: ItemFields;
  /** Folder of its class. */
  folder: string;
}

/** A file of settings, such as that of a screen. */
export interface Placed {
  id: string;
  file: string;
  /**
   * Where each setting stands in the file, by its English key, `parts.0.limit` inside a list; the first line of its
   * record for one that is not written.
   */
  places: Readonly<Record<string, Span>>;
}

export interface LobbyScreen extends Omit<ScreenSettings, 'parts'>, Placed {
  /** Of a sign the openings of its room; none where a board or a strip was given none. */
  parts: NonNullable<ScreenSettings['parts']>;
}

export interface Kiosk extends KioskSettings, Placed {}

/** Everything under the content folder. */
export interface Corpus {
  entries: readonly Entry[];
  /** Those of them that stand: no list, search, screen or figure shows one that was withdrawn 撤下. */
  current: readonly Entry[];
  /** Announcements and pages whose front matter has errors; their words can be checked all the same. */
  unreadable: readonly Words[];
  /** Paths of all announcement files, readable or not. */
  files: readonly string[];
  /** Paths of all files of settings and pages, readable or not. */
  settings: readonly string[];
  /** Their ids, and those of what should be one, such as a folder without `index.md`. */
  ids: ReadonlySet<string>;
  site: Site | undefined;
  calendar: Calendar;
  screens: readonly LobbyScreen[];
  kiosks: readonly Kiosk[];
  pages: readonly Page[];
  /** The catalogue of government information, in the order of its classes, the newest first in each; mostly none. */
  disclosure: readonly DisclosureItem[];
  /** Words that mean the same to who searches, a group each, as `content/synonyms.yaml` has them. */
  synonyms: readonly (readonly string[])[];
  /** The names in the root of the site that its own pages take. */
  taken: TakenNames;
  findings: readonly Diagnostic[];
}
