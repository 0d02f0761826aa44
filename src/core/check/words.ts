import { isLegacy } from '../announcement/legacy.ts';
import { formOf, typeOf, types } from '../announcement/schema.ts';
import { checkBody } from '../body/check-body.ts';
import { checkLegible } from '../body/legible.ts';
import type { SitePages } from '../body/site-links.ts';
import type { DisclosureItem, Entry, Words } from '../corpus/corpus.ts';
import { diagnostic } from '../corpus/front-matter.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { checkPersonal, type PersonalFinding } from '../privacy.ts';
import { checkWording } from '../wording/check-wording.ts';

/** What is wrong with the words themselves, wherever in the file they stand. */
export function checkWords(words: Words, pages: SitePages): readonly Diagnostic[] {
  const { file, frontMatter, frontMatterLine, body, bodyLine, isSound, linkable } = words;
  const name = file.replace(/^.*\/(?=[^/]+\/index\.md$)|^.*\/(?!index\.md$)/u, '').replaceAll('-', '、');
  return [
    // Where the fences are at fault, the body may stand among the fields.
    // An item of the disclosure catalogue may be a file alone, or be told of and given on request.
    ...((isSound && !mayBeEmpty(words)) || body.trim() !== ''
      ? [...checkBody(body, linkable, { from: pathOf(file), pages }), ...checkLegible(body)]
      : []
    ).map((finding) => atLine(file, bodyLine, finding)),
    ...checkPersonal(name).map((finding) => atLine(file, 1, { ...finding, column: 1, length: 1 })),
    ...[
      { text: frontMatter, from: frontMatterLine },
      { text: body, from: bodyLine },
    ].flatMap(({ text, from }) =>
      [
        ...checkPersonal(text).map((finding) => ofContact(text, finding)),
        ...(isOld(words) ? [] : checkWording(text, { isProcurementResult: isProcurementResult(words) })),
      ].map((finding) => atLine(file, from, finding)),
    ),
  ];
}

/** The names of the fields for telephone numbers. */
const CONTACTS = new RegExp(
  `^\\s*(?:${[
    ...new Set(
      types
        .flatMap(formOf)
        .filter(({ kind }) => kind?.name === 'phone')
        .flatMap(({ label, alsoCalled }) => [label, ...alsoCalled]),
    ),
  ].join('|')})\\s*[:：]`,
  'u',
);

/** A mobile number as the contact of an announcement is asked about: many small buyers have no other. */
function ofContact(text: string, finding: PersonalFinding): PersonalFinding {
  if (finding.code !== 'P102' || !CONTACTS.test(text.split('\n')[finding.line - 1]!)) return finding;
  return {
    ...finding,
    code: 'P104',
    message: finding.message.replace('不能公开', '是个人的，公开了会招来骚扰'),
    help: '改成带区号的办公电话，例如 0757-88880000；确实只有手机的，在“例外”里写明代码 P104 和原因',
  };
}

const mayBeEmpty = (words: Words): boolean => {
  if (!words.file.startsWith('disclosure/')) return false;
  const { openness } = 'fields' in words ? (words as DisclosureItem).fields : {};
  return words.attachments.length > 0 || openness === 'on-request';
};

/** The path of the page that a file becomes. */
const pathOf = (file: string): string => {
  const id = file.replace(/(?:\/index)?\.md$/u, '').replace(/^.*\//u, '');
  if (file.startsWith('disclosure/')) return `disclosure/${id}/`;
  return file.startsWith('pages/') ? `${id}/` : `announcements/${id}/`;
};

const atLine = (
  file: string,
  from: number,
  { code, ...rest }: Omit<Diagnostic, 'file' | 'severity'>,
): Diagnostic => diagnostic(file, code, { ...rest, line: from + rest.line - 1 });

/** What an old site has published stays as it was, sums in words and weekdays too. */
const isOld = (words: Words): boolean => 'announcement' in words && isLegacy((words as Entry).announcement);

const isProcurementResult = (words: Words): boolean => {
  const announcement = 'announcement' in words ? (words as Entry).announcement : undefined;
  return (
    announcement?.category === 'procurement' &&
    typeOf(announcement.category, announcement.type).stage === 'result'
  );
};
