/** What a document shows, or hides, that did not become a part of the draft as it was. */
type Left =
  | 'pictures'
  | 'charts'
  | 'objects'
  | 'comments'
  | 'hidden'
  | 'headers'
  | 'footers'
  | 'prompts'
  | 'contents'
  | 'date-fields'
  | 'fields'
  | 'formulas'
  | 'notes'
  | 'boxes'
  | 'covered-cells'
  | 'numbers'
  | 'macros'
  | 'ruby';

/** In the order in which they are told: what is lost first, what was changed in form then. */
const SENTENCES: Readonly<Record<Left, (count: number, words: string) => string>> = {
  pictures: (count) => `图 ${count} 处没有带过来（公章、照片、扫描的图），要公开的放进附件`,
  charts: (count) => `图表 ${count} 处没有带过来`,
  objects: (count) => `嵌在里面的文件 ${count} 个没有带过来，要公开的单独放进附件`,
  headers: (_, words) => `页眉没有带过来${words}`,
  footers: (_, words) => `页脚没有带过来${words}`,
  contents: (count) => `目录 ${count} 处没有带过来：网页不分页，页码没有用`,
  comments: (count) => `批注 ${count} 条没有带过来，它们不是正文`,
  hidden: (count, words) => `隐藏文字 ${count} 处没有带过来${words}`,
  'covered-cells': (count, words) => `合并单元格里看不见的字 ${count} 处没有带过来${words}`,
  prompts: (count) => `填表控件 ${count} 处还没有填，提示文字没有带过来`,
  fields: (count) => `域 ${count} 处没有显示出来的字，没有带过来`,
  ruby: (count) => `拼音 ${count} 处没有带过来，汉字都在`,
  'date-fields': (count) => `自动更新的日期 ${count} 处，带过来的是文件里最后存的那个，请核对`,
  formulas: (count, words) => `公式 ${count} 处改写成了一行，请核对${words}`,
  numbers: (count, words) => `编号的样式认不出来，${count} 处写成了阿拉伯数字，请核对${words}`,
  notes: (count) => `脚注、尾注 ${count} 条移到了文末，用〔注1〕这样的记号对应`,
  boxes: (count) => `文本框 ${count} 个里的字放在了它旁边那一段的后面，核对次序`,
  macros: () => '文件里有宏，只读了文字，没有运行',
};

/** What its author would not see published with the file itself, and what nobody may download. */
const NOT_FOR_READERS: Readonly<Partial<Record<Left, string>>> = {
  comments: '里面有批注',
  hidden: '里面有隐藏文字',
  macros: '里面有宏',
};

/** Most words of what is told, in characters, and how many of them are shown. */
const LONGEST = 40;
const MOST_SHOWN = 3;

/** Counts what was left, with some of the words. */
export class Notes {
  readonly #found = new Map<Left, string[]>();

  add(left: Left, words = ''): void {
    const before = this.#found.get(left);
    if (before) before.push(words);
    else this.#found.set(left, [words]);
  }

  count(left: Left): number {
    return this.#found.get(left)?.length ?? 0;
  }

  /** Why the file itself had better not be published. */
  get notForReaders(): readonly string[] {
    return (Object.keys(NOT_FOR_READERS) as Left[]).flatMap((left) =>
      this.#found.has(left) ? [NOT_FOR_READERS[left]!] : [],
    );
  }

  /** Sentences for the clerk. */
  get lines(): readonly string[] {
    return (Object.keys(SENTENCES) as Left[]).flatMap((left) => {
      const found = this.#found.get(left);
      return found ? [SENTENCES[left](found.length, quoted(found))] : [];
    });
  }
}

function quoted(words: readonly string[]): string {
  const told = [
    ...new Set(words.map((text) => text.replaceAll(/\s+/gu, ' ').trim()).filter((text) => text !== '')),
  ];
  if (told.length === 0) return '';
  const shown = told.slice(0, MOST_SHOWN).map((text) => `“${cut(text)}”`);
  return `：${shown.join('、')}${told.length > MOST_SHOWN ? '等' : ''}`;
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')}…`;
}
