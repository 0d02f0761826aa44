import type { Fault } from '../../announcement/kind.ts';
import type { Severity } from '../../diagnostic.ts';
import { shortened, type Authors, type Mark, type What } from './mark.ts';

/** What is said of a mark: its code, and where it speaks more softly than its code allows. */
interface Words {
  code: string;
  severity?: Severity;
  /** Follows the name of the attachment. */
  message: string;
  help: string;
}

interface MarkFault extends Fault {
  severity?: Severity;
}

const INSPECT =
  '用 Word、Excel 打开，点“文件→信息→检查问题→检查文档”，删掉“文档属性和个人信息”；WPS 里点“文件→文档加密→属性”，清空“摘要”里的作者和单位';
const AGAIN = '重新导出或者重新压缩这个文件，打开看一遍再放进来；从别处拷来的，看看大小与原来的是否一样';

/** In the order in which they are told. */
const WORDS: Readonly<Record<What, Words>> = {
  encrypted: {
    code: 'A112',
    message: '加了密码，读者打不开',
    help: '去掉密码再放进来：Word、Excel 点“文件→信息→保护文档（工作簿）→用密码进行加密”，WPS 点“文件→文档加密→密码加密”，把密码删空，保存；PDF 重新导出；压缩包重新压缩，不设密码',
  },
  damaged: { code: 'A113', message: '不完整或者已经损坏', help: AGAIN },
  bomb: {
    code: 'A114',
    message: '解开以后大得反常，会让读者的电脑卡死',
    help: '检查文件是从哪里来的；重新做一份，压缩包不要一层套一层',
  },
  macros: {
    code: 'A111',
    message: '里有宏，打开时可能在读者的电脑上运行',
    help: '另存为不带宏的格式：Word、Excel、WPS 点“文件→另存为”，选 .docx 或者 .xlsx（不带“启用宏”）；不用改的文件导出成 PDF',
  },
  controls: {
    code: 'A111',
    severity: 'warning',
    message: '里有控件或者动态内容，很多软件会拦住或者显示不出来',
    help: '换成普通的文字和表格，或者打印成普通的 PDF',
  },
  script: {
    code: 'A116',
    message: '打开时会自动运行里面的内容',
    help: 'PDF 用 WPS 或者浏览器打开，“打印→打印成 PDF”得到一份没有脚本的；Word、Excel 的内容复制到新建的文件里再保存',
  },
  program: {
    code: 'A118',
    message: '里藏着程序或者网页',
    help: '把程序、网页和快捷方式拿掉再放进来；要让读者看的内容另存为 PDF 或者图片',
  },
  'unsafe-path': {
    code: 'A119',
    message: '里有文件名会把文件放到别的文件夹里，或者看起来是另一个名字',
    help: '把要发的文件放进一个新建的文件夹，改成普通的名字，选中文件夹重新压缩',
  },
  unread: {
    code: 'A115',
    message: '没有能查完，里面有没有宏、脚本和个人信息要您自己看',
    help: '打开看一遍；可能的话拆成几个小文件，或者重新导出一份',
  },
  'partly-read': {
    code: 'A115',
    severity: 'info',
    message: '没有全部查完，其余的要您自己看',
    help: '打开看看后面有没有身份证号码、手机号码这样的个人信息',
  },
  tracked: {
    code: 'A120',
    message: '里留着修订记录，删掉的和改过的话读者都看得到',
    help: '点“审阅→接受→接受所有修订”（Word、WPS 一样），再关掉“修订”，保存',
  },
  comments: {
    code: 'A121',
    message: '里留着批注，内部的意见读者看得到',
    help: '点“审阅→删除→删除文档中的所有批注”；Excel 和 WPS 表格先全选，再点“审阅→删除批注”。批注本来就是给读者看的，不用管',
  },
  annotations: {
    code: 'A121',
    severity: 'info',
    message: '里有后来加上去的注释或者标记',
    help: '不是给读者看的，就从原文件重新导出 PDF',
  },
  hidden: {
    code: 'A122',
    message: '里有隐藏的内容，读者点一下就看得到',
    help: '不公开的内容删掉：在工作表标签上点右键“取消隐藏”，看过以后删除；隐藏的文字先点“文件→选项→显示→隐藏文字”，再删',
  },
  embedded: {
    code: 'A117',
    message: '里嵌着别的文件，很多软件看不到、打不开',
    help: '要让读者看的，取出来单独作附件；不要的删掉',
  },
  place: {
    code: 'A124',
    message: '里有拍照的地点（经纬度）',
    help: '不想公开地点的，在 Windows 里右键点图片“属性→详细信息→删除属性和个人信息”；或者截图另存一份',
  },
  author: { code: 'A123', message: '的属性里写着', help: `不想公开的：${INSPECT}` },
  restricted: {
    code: 'A125',
    message: '限制了打印、复制或者修改',
    help: '要让读者打印、摘录或者填写的，重新导出一份不加限制的 PDF；盖了电子印章的不用管',
  },
};

/**
 * One fault for each thing that was met in an attachment, however often it was met. A name that the announcement's own
 * words have is nothing to tell.
 */
export function markFaults(file: string, marks: readonly Mark[], words: string): readonly MarkFault[] {
  const met = Map.groupBy(
    marks.flatMap((mark) => withoutKnown(mark, words)),
    ({ what }) => what,
  );
  return (Object.keys(WORDS) as What[]).flatMap((what) => {
    const same = met.get(what);
    if (!same) return [];
    const { code, severity, message, help } = WORDS[what];
    const said = what === 'author' ? namesOf(same) : inBrackets(same);
    return [
      { code, message: `${placeOf(file, same)}${message}${said}`, help, ...(severity && { severity }) },
    ];
  });
}

function withoutKnown(mark: Mark, words: string): readonly Mark[] {
  if (!mark.authors) return [mark];
  const unknown = (names: readonly string[]): readonly string[] =>
    names.filter((name) => !words.includes(name));
  const authors: Authors = {
    persons: unknown(mark.authors.persons),
    organisations: unknown(mark.authors.organisations),
  };
  return authors.persons.length + authors.organisations.length === 0 ? [] : [{ ...mark, authors }];
}

/** A person by the first character of the name. */
function namesOf(marks: readonly Mark[]): string {
  const persons = marks.flatMap(({ authors }) => authors?.persons ?? []);
  const organisations = marks.flatMap(({ authors }) => authors?.organisations ?? []);
  const first = (names: readonly string[]): string => [...new Set(names)].slice(0, 3).join('、');
  return [
    ...(persons.length === 0 ? [] : [`作者 ${first(persons.map((name) => `${[...name][0]!}**`))}`]),
    ...(organisations.length === 0 ? [] : [`单位 ${first(organisations.map(shortened))}`]),
  ].join('，');
}

/** The attachment, and the file in it where it is an archive. */
function placeOf(file: string, [first, ...more]: readonly Mark[]): string {
  const within = first!.within;
  if (within === undefined) return `附件“${file}”`;
  const others = new Set(more.map((mark) => mark.within)).size;
  return `附件“${file}”里的“${within}”${others > 1 ? ` 等 ${others} 个文件` : ''}`;
}

const detailOf = ({ detail }: Mark): string => detail ?? '';

function inBrackets(same: readonly Mark[]): string {
  const details = [...new Set(same.map(detailOf).filter((detail) => detail !== ''))].slice(0, 3);
  return details.length === 0 ? '' : `（${details.join('；')}）`;
}
