import type { Category } from '../../core/announcement/category.ts';
import { toMarkdown, type Written } from '../../core/import/markdown.ts';
import { takeStruck, toldOfStruck } from '../../core/import/struck.ts';
import { recognise, type Recognised } from '../../core/import/recognise.ts';
import { attributeOf, isTag, type AnyNode } from '../../core/import/tree.ts';
import { lossOf } from '../../core/import/verify.ts';
import { checkPersonal } from '../../core/privacy.ts';
import type { DocumentRead } from './read.ts';
import { otherPartIn } from './other-parts.ts';
import { titledOf } from './title.ts';

/** A document as the draft of an announcement. */
export interface Notice {
  recognised: Recognised;
  /** The body in our dialect, without the title. */
  markdown: string;
  /** Sentences: what was not carried, what to look at. */
  notes: readonly string[];
  /** Personal numbers in it, as they may be printed. */
  personal: readonly string[];
  /** Why its file had better not be published. */
  notForReaders: readonly string[];
}

/** What is known before the document is read: of the flags, or of the clerk's choice. */
interface Known {
  category?: Category;
  /** Id or name. */
  type?: string;
}

/** Makes the draft of a document: title, category, type and fields recognised, all the rest in the body. */
export function noticeOf({ tree, notes, notForReaders }: DocumentRead, known: Known = {}): Notice {
  const struck = toldOfStruck(takeStruck(tree));
  const { title, body, before, behind } = titledOf(tree);
  const other = title === '' ? undefined : otherPartIn(behind, title);
  // What a second announcement or a form says is not said of the first.
  const own = other ? body.slice(0, body.indexOf(other.node)) : body;
  const recognised = recognise({ title, body: own.filter((node) => !isCut(node)), ...known });
  const written = toMarkdown(body, TARGETS);
  const personal = [...new Set(checkPersonal(`${title}\n${written.markdown}`).map(({ message }) => message))];
  return {
    recognised,
    markdown: written.markdown.trim(),
    notes: [
      ...(title === '' ? ['没有认出标题，请自己写'] : []),
      ...(before === '' && recognised.typeEvidence?.words === title
        ? [`标题只有“${title}”，没有说是哪个项目，请补全`]
        : []),
      ...(before === '' ? [] : [`标题前面的“${before}”没有算进标题，留在正文里，请核对`]),
      ...(other ? [NOTES[other.kind](other.words)] : []),
      ...recognised.removed.map((words) => `标题里的“${words}”不是标题的内容，没有带过来`),
      ...(struck === undefined ? [] : [struck]),
      ...notes,
      ...ofBody(body, written),
    ],
    personal,
    notForReaders: [...(personal.length > 0 ? ['里面有不能公开的号码'] : []), ...notForReaders],
  };
}

/** A line of a table in a PDF whose values may go on in the line below. */
const isCut = (node: AnyNode): boolean => isTag(node) && attributeOf(node, 'class') === 'cut';

const NOTES = {
  announcement: (words: string): string =>
    `后面好像还有一份公告“${words}”：栏只从第一份认，正文里两份都在。一份公告一个文件，把第二份从正文里删掉，另写一份`,
  annex: (words: string): string =>
    `“${words}”往后像是附件，栏没有从那里认，字都在正文里；不是公告的内容，从正文里删掉，作附件发布`,
};

/** Links into the web stay; of pictures and places in the document itself the words stay, and it is told. */
const TARGETS = {
  link: (address: string): string | undefined => (/^https?:\/\/\S+$/iu.test(address) ? address : undefined),
  image: (): undefined => undefined,
};

function ofBody(body: readonly AnyNode[], written: Written): readonly string[] {
  const loss = lossOf(body, written);
  const drops = Object.entries(written.drops).filter(([reason]) => TOLD.has(reason));
  return [
    ...(loss === undefined ? [] : [`正文与文件里的文字不完全一样，请对照原文：${loss}`]),
    ...drops.map(([reason, count]) => `${reason} ${count} 处没有带过来`),
    ...written.doubts.map(({ message }) => message),
  ];
}

/** Of what the writer of the body drops, what a reader would miss. */
const TOLD: ReadonlySet<string> = new Set(['图片', '链接']);
