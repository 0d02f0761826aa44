/** How loudly a finding speaks: only errors stop publication. */
export type Severity = 'error' | 'warning' | 'info';

/** A stretch of one line. Lines and columns count from 1; a column counts characters (code points). */
export interface Span {
  line: number;
  column: number;
  /** Length in characters, at least 1. */
  length: number;
}

/** A second place that belongs to a finding, such as the other half of a conflict. */
interface Label extends Span {
  text: string;
}

/** What a check reports of one fault, at its place in a file. */
export interface Diagnostic extends Span {
  code: string;
  severity: Severity;
  /** Path from the content folder, with `/`. */
  file: string;
  /** Chinese label of the field, where the fault is in one. */
  field?: string;
  message: string;
  /** What to do about it, or between what to choose. */
  help?: string;
  /** What to write in place of the marked stretch, quotation marks left alone: it means the same. */
  fix?: string;
  /** What is right in form and not this announcement's. */
  example?: string;
  /** The law that asks for it, for statutory rules. */
  citation?: string;
  labels?: readonly Label[];
}

/** What a check that knows announcements but no files says of a fault; `check/place.ts` finds its place. */
export interface Finding {
  code: string;
  /** Id of the announcement. */
  id: string;
  /** Path of English keys into its fields, `corrections.0.from`; the type's line when empty. */
  at: string;
  message: string;
  help?: string;
  /** See `Diagnostic`. */
  fix?: string;
  example?: string;
  /** Another field of the same announcement that takes part in the fault. */
  also?: { at: string; text: string };
  /** Where it speaks more softly than its code allows. */
  severity?: Severity;
  /** The law that asks for it, for statutory rules. */
  citation?: string;
}

/** What is permanently known of a code. */
export interface Code {
  /** English name, kebab-case, as permanent as the code. */
  name: string;
  severity: Severity;
  /** 原因: why it is a fault, in Chinese. */
  why: string;
  /** Whether `npm run fix` may mend it, because the meaning cannot change. */
  fixable?: true;
  /** The version that retired the code; its number is never given to another. */
  retired?: string;
}

const error = (name: string, why: string): Code => ({ name, severity: 'error', why });
const warning = (name: string, why: string): Code => ({ name, severity: 'warning', why });
const info = (name: string, why: string): Code => ({ name, severity: 'info', why });
const fixable = (code: Code): Code => ({ ...code, fixable: true });

/**
 * Every code ever issued. F front matter, C content of the body, A attachments, L links between announcements,
 * P personal data, D dates, G import of old pages and documents, K what was published, S site. Numbers are never
 * reused.
 */
export const CODES: Readonly<Record<string, Code>> = {
  F101: error('not-utf8', '网站读不出文件里的文字，或者读出来是乱码。'),
  F102: fixable(warning('byte-order-mark', '文件开头有看不见的记号，有些程序会读错第一行。')),
  F103: error('no-front-matter', '文件要以一行“---”开头，写完各栏后再用一行“---”结束，下面才是正文。'),
  F104: fixable(error('full-width-colon', '字段名后面要用半角冒号加一个空格，否则整行都读不出来。')),
  F105: fixable(error('no-space-after-colon', '冒号后面少了一个空格，整行会被当成一段文字。')),
  F106: fixable(error('indent-not-spaces', '行首对齐只能用半角空格，Tab 键打的空白和全角空格读不出层次。')),
  F107: fixable(error('full-width-quotes', '整段内容被中文引号包住，引号会原样印在网页上。')),
  F108: error('unreadable-front-matter', '这一处不合书写格式，写在这里的内容读不出来。'),
  F109: error('duplicate-key', '同一栏写了两次，无法知道以哪一个为准。'),
  F110: error(
    'front-matter-engine',
    '第一行只能是三个短横“---”，后面不能跟别的字；别的写法会被当成程序执行。',
  ),
  F111: error('not-a-mapping', '这里应当一行一栏，写成“栏目名: 内容”。'),
  F112: error('yaml-trick', '用作记号的 & * ! # 会让读者看到的与文件里写的不一样。'),
  F113: fixable(error('list-dash', '列表每一项要以半角短横加一个空格开头。')),
  F114: fixable(error('full-width-value', '日期、金额、编号里的数字和符号要用半角，全角字符搜索不到。')),
  F115: error('too-large', '文件太大，多半是误粘了图片或者整份文件。'),
  F116: error('too-deep', '层次太深，读不下去。'),
  F117: error('invisible-character', '看不见的字符会让两个名称看起来一样，实际上不一样。'),
  F118: error(
    'more-than-one-line',
    '这一栏在列表和大厅的屏幕上只有一行的位置，里面有换行或者 Tab 键打的空白，大厅的屏幕就显示不出来。',
  ),
  F119: fixable(error('other-encoding', '按别的编码存的文字，网站读出来是乱码。')),
  F201: error('unknown-field', '没有这一栏，写了也不会发布。'),
  F202: error('missing-field', '这类公告必须有这一栏。'),
  F203: error('field-of-another-type', '这一栏属于别的公告类型。'),
  F204: error('unknown-type', '类别和类型决定要填哪些栏，必须是规定的名称。'),
  F205: error('unknown-choice', '这一栏只能从规定的几项里选。'),
  F206: error('empty-field', '写了栏目名，没有写内容。'),
  F207: error('wrong-shape', '这一栏的写法（一个值、一列值、几项内容）不对。'),
  F208: error('one-of', '这几栏写一个就够，也必须写一个。'),
  F209: error('unknown-region', '地区名称要与站点设置一致，读者按地区查找时才找得到。'),
  F301: error('unreadable-instant', '时间要写明年月日和时分，按北京时间。'),
  F302: error('no-such-day', '日历上没有这一天。'),
  F303: error('unreadable-date', '日期要写明年月日。'),
  F304: error('money-without-unit', '金额不带单位时分不清是元还是万元，差一万倍。'),
  F305: error('unreadable-money', '金额要写成阿拉伯数字加单位。'),
  F306: error('unreadable-area', '面积要写成数字加单位。'),
  F307: error('unreadable-percent', '百分比要写成 0% 到 100%。'),
  F308: error('unreadable-term', '年限要写成几年几个月。'),
  F309: error('unreadable-days', '天数要写明是日历天还是工作日。'),
  F310: error('unreadable-number', '这一栏要写数字。'),
  F311: error('credit-code-form', '统一社会信用代码有固定的位数和字符。'),
  F312: error('credit-code-check-digit', '统一社会信用代码的最后一位由前 17 位算出，对不上就是抄错了。'),
  F313: error('unreadable-code', '编号要认得出是哪一件事，也会成为网址的一部分。'),
  F315: error('unreadable-phone', '电话要让外地的读者也能打通。'),
  F316: error('unreadable-url', '网址不完整，点不开。'),
  F317: error('too-long', '这一栏太长，列表和屏幕上放不下。'),
  F318: error('unreadable-old-address', '旧网址写得不对，打开旧网址的人就转不到这里。'),
  F319: error(
    'too-long-for-a-screen',
    '大厅屏幕上的字要让站在远处的人看清，不能再小；这一栏太长，一整屏也放不下。',
  ),
  F320: error('stacked-marks', '叠在一起的附加符号会盖住别的字，搜索也搜不到。'),
  F321: error('title-without-words', '没有字的标题，列表里看不到，也点不开。'),
  F322: error('merge-conflict', '两个人改了同一处，两份都留在文件里，读者不知道以哪一份为准。'),
  F323: error('template-remains', '模板里要填的地方没有填，读者得不到要知道的内容。'),
  F324: warning('perhaps-template-remains', '模板里要填的地方可能没有填完。'),
  F325: error('garbled', '文字按错误的编码打开过，已经变成乱码，没有人看得懂。'),
  F326: warning('perhaps-garbled', '文字可能按错误的编码打开过，变成了乱码。'),
  F327: warning('variation-selector', '字形选择符看不见，带着它的姓名与不带的不一样，网站上一律去掉。'),
  F328: warning(
    'long-project-name',
    '大厅看板上一个项目最多占两行，名称太长就没有人一眼找得到；加一个简称。',
  ),
  F330: error(
    'old-address-too-long',
    '网站服务器的转址表放不下这么长的旧网址，整张表都会失效，别的旧网址也转不过来。',
  ),
  F331: error('id-too-long', '文件名就是公告的网址，太长了有的系统存不下，二维码也扫不出来。'),
  F333: error('capitals-and-figures-differ', '同一个金额，大写和小写必须一致；不一致时不知道以哪一个为准。'),
  F332: error('device-name', 'Windows 把这个名字当作设备，不能存成文件，网页就生成不出来。'),
  F334: info(
    'kept-among-other-facts',
    '公告里写了、没有专门栏目的内容不丢，放在“其他事项”里；名称写错的，会因此漏掉本来的栏目。',
  ),
  F335: error('unreadable-digest', '校验值差一个字符就对不上原文，读者没有办法核对。'),
  F341: error('disclosure-class', '目录按分类列出，分类写错的信息读者找不到。'),
  F342: error(
    'disclosure-index-twice',
    '索引号是一条信息的身份，两条信息同用一个，引用它的人不知道是哪一条。',
  ),
  F343: error(
    'disclosure-validity',
    '有效性和日期对不上，读者不知道现在能不能照着做，年度报告的件数也会数错。',
  ),
  F344: error('disclosure-annual-report', '年报按年度列出，不写年度就不知道是哪一年的。'),
  F345: error('disclosure-dates', '信息不可能在形成以前就公开，其中必有一个日期写错。'),
  F401: error('bad-id', '文件名就是公告的网址，发布后永远不变，只能用小写英文字母、数字和“-”。'),
  F402: error('duplicate-id', '两份公告的文件名相同，网址就会相同，其中一份会消失。'),
  F403: error('wrong-folder', '公告要放在自己类别和年份的文件夹里，以后才找得到。'),
  F404: error('stray-file', '放错了地方的文件不会发布，也没有人会发现它没有发布。'),
  F405: error('symlink', '快捷方式会把别处的文件带到网上。'),
  F406: error('submodule', '从别处整个取来的文件夹，里面的文件不会跟着保存，发布时就会缺少。'),
  F407: error('exception-not-possible', '例外只能针对法定期限、前后一致和个人信息的检查，代码要写对。'),
  F408: error('exception-for-nothing', '没有问题的例外会把以后的问题也盖住。'),
  F409: error('not-a-regular-file', '系统用的设备不是文件，读它会一直等下去，也不能发布。'),
  F410: error('cannot-be-read', '读不到的内容没有检查过，不能当作没有问题。'),
  C101: error('raw-html', '正文里的网页代码不会执行，会原样印出来。'),
  C102: warning('leftover-bold', '加粗符号 ** 没有起作用，会原样印在网页上。'),
  C103: error(
    'forbidden-link',
    '链接只能指向网页（http、https）、邮箱（mailto）、电话（tel）或者本公告的附件。',
  ),
  C104: error('foreign-image', '图片只能用本公告文件夹里的，不能引用别的网站。'),
  C105: error('empty-body', '公告没有正文。'),
  C106: error('body-too-deep', '列表或者引用一层套一层，超过了能看懂的程度。'),
  C107: error('missing-link-target', '正文链接的文件不在公告的文件夹里，读者点了会打不开。'),
  C108: error('table-without-rule', '没有分隔行的表格不是表格，会印成一行行的竖线。'),
  C109: error('misleading-link', '链接写的是一个网站，点下去却到另一个网站，读者会上当。'),
  C110: error('table-too-wide', '列数太多的表格在手机和纸上都看不了，多半是误粘了整张电子表格。'),
  C111: error('direction-mark', '看不见的方向符会让读者看到的顺序与写的不一样。'),
  C112: error('invisible-character-in-body', '正文里看不见的字符会让读者搜不到、抄不对，有的格式还装不下。'),
  C113: error('stacked-marks-in-body', '叠在一起的附加符号会盖住别的字，被划掉的数字也分不清算不算数。'),
  C115: error('template-remains-in-body', '模板里要填的地方没有填，读者得不到要知道的内容。'),
  C116: warning('perhaps-template-remains-in-body', '模板里要填的地方可能没有填完。'),
  C117: error('garbled-body', '文字按错误的编码打开过，已经变成乱码，没有人看得懂。'),
  C118: warning('perhaps-garbled-body', '文字可能按错误的编码打开过，变成了乱码。'),
  C119: warning('variation-selector-in-body', '字形选择符看不见，带着它的姓名与不带的不一样，搜索不到。'),
  C120: error('lost-words', '正文里的字没有全部印出来，读者看到的就不是公告的全文。'),
  C121: error(
    'second-announcement',
    '一个文件里写了两份公告，第二份没有自己的网页，它的各栏会印在第一份的正文里。',
  ),
  C122: fixable(warning('pasted-table', '用 Tab 键隔开的表格印不成表格，读者分不清哪个数是哪一列。')),
  C123: fixable(info('crowded-paragraphs', '两段之间没有空行，印出来只是换行，看不出分段。')),
  C124: warning('joins-nothing', '“^^”没有合并到上面的格子，会原样印在网页上。'),
  C125: warning('narrow-columns', '列这么多，打印出来每一列放不下三个字，手机上也要左右移动很多次才看得完。'),
  C126: warning('html-entity', '正文里的网页代码不会变成它代表的符号，会原样印出来。'),
  C127: warning('dead-site-link', '链接通向本站没有的网页或者网页上没有的一处，读者点了什么也看不到。'),
  C201: error('challenge-period-start', '对结果的质疑从公告期限届满之日起算，写早了会让供应商少几天。'),
  C202: error('capitals-and-figures', '大写和小写的金额不一致，读者不知道以哪一个为准。'),
  C203: error('wrong-weekday', '日期和星期对不上，其中必有一个写错，读者会来错日子。'),
  C204: warning('total-of-parts', '总数与各项之和不一致，其中必有一个写错。'),
  C205: warning('share-over-100', '占比超过 100% 不可能。'),
  C206: warning('absurd-sum', '这样大或者这样小的金额，多半是单位写错，差一万倍。'),
  C207: warning('absurd-date', '离发布这么远的日期，多半是年份写错。'),
  C208: warning('no-such-day-in-text', '日历上没有的日子，读者不知道是哪一天。'),
  C209: warning(
    'price-above-budget',
    '价格超过预算，多半是金额或者单位写错；没有写错的，钱从哪里来要说得清。',
  ),
  C210: warning('price-out-of-scale', '同一个项目的两个金额差上千倍，多半是把万元写成了元，或者反过来。'),
  C211: warning('attachment-not-there', '正文让读者看附件，却没有附件，读者看不到要看的内容。'),
  C212: warning(
    'stopped-in-words-only',
    '只在文字里说暂停，列表、日历和大屏仍然显示可以参加，读者会白跑一趟。',
  ),
  C213: warning('text-contradicts-field', '正文、附件和栏目写的不一样，读者不知道以哪一个为准。'),
  C214: error('lease-without-rent', '不写底价，意向方不知道从多少钱起租。'),
  C215: error('rent-without-unit', '同一个数，每月和每年、每亩和整块，差很多倍。'),
  C216: warning(
    'ceiling-above-budget',
    '超过预算的价格没有钱付，最高限价却让人报；多半是金额或者单位写错，政府采购的最高限价要在预算额度以内。',
  ),
  C217: warning(
    'deal-code-check-character',
    '标识码的最后一位是用前面各位算出来的，对不上，多半抄错了一位，上级平台就找不到这个项目。',
  ),
  A101: error('attachment-missing', '附件写在了“附件”里，但公告的文件夹里没有这个文件。'),
  A102: error('attachment-unnamed', '文件放在公告的文件夹里，但“附件”里没有写，读者看不到它。'),
  A103: error('attachment-kind', '这种文件不能作附件：要么会在读者的电脑上执行，要么很多人打不开。'),
  A104: error('attachment-too-large', '附件太大，手机用户下载不了。'),
  A105: error('attachment-empty', '附件是空文件。'),
  A106: error('attachment-name', '文件名里有不能用的字符，在别的系统上会打不开。'),
  A107: error('attachment-twice', '同一个附件写了两次。'),
  A108: error('attachment-content', '文件的内容与结尾不符，读者打不开；改了结尾的网页和程序也会混进来。'),
  A109: error(
    'attachment-name-clash',
    '只有大小写或者字形不同的两个文件名，在有的系统上是同一个文件，会丢掉一个。',
  ),
  A110: error('attachment-pointer', '放进来的不是文件本身，读者下载到的只有几行字。'),
  A111: error(
    'attachment-macros',
    '宏和控件会在读者的电脑上运行，病毒也这样传播；很多单位的电脑直接拦住这样的文件。',
  ),
  A112: error('attachment-encrypted', '公告的附件人人都要能打开，加了密码的文件拿到了也看不了。'),
  A113: error('attachment-damaged', '文件没有拷完或者坏了，读者打不开，或者只看得到一部分。'),
  A114: error('attachment-bomb', '文件解开以后比看上去大得多，会占满读者的内存和硬盘。'),
  A115: warning('attachment-not-looked-through', '检查没有看完这个附件，没有报告问题不等于没有问题。'),
  A116: error(
    'attachment-script',
    '文件一打开就自动运行里面的内容，读者的电脑会有危险，也会被杀毒软件拦住。',
  ),
  A117: warning(
    'attachment-embedded',
    '嵌在文件里的文件，在浏览器、手机和很多软件里看不到，有的投标人会漏掉。',
  ),
  A118: error('attachment-hides-program', '程序、网页和快捷方式会在读者的电脑上执行，藏在别的文件里也一样。'),
  A119: error('attachment-unsafe-path', '解压时会覆盖别处的文件，或者让人看错文件名。'),
  A120: warning(
    'attachment-tracked-changes',
    '修订记录把没有采用的内容也公开了，投标人会分不清以哪一句为准。',
  ),
  A121: warning('attachment-comments', '批注和注释多半是内部讨论，不该公开；留着也会让投标人误会。'),
  A122: warning(
    'attachment-hidden',
    '隐藏不等于删除，隐藏的工作表、文字里常有底价、计算过程这样不能公开的内容。',
  ),
  A123: info('attachment-author', '属性跟着文件一起公开，里面的人名和单位会让人看出文件是谁做的。'),
  A124: warning('attachment-place', '照片里的经纬度说得出是在哪里拍的，可能是某个人的家。'),
  A125: info('attachment-restricted', '限制了的 PDF 能打开，但可能不能打印、复制和填写。'),
  A126: error('original-of-nothing', '旧网页的原文要对得上一份公告，否则没有人知道它是哪一份的依据。'),
  A127: error('original-differs', '原文和校验值对不上，就证明不了公告是照原文来的。'),
  L101: error('related-not-found', '找不到它所属的公告，读者就不知道这份公告说的是哪件事。'),
  L102: error('wrong-predecessor', '这类公告不能接在那类公告后面。'),
  L103: error('other-project', '同一个项目的公告要用同一个项目编号，才能排在一条时间线上。'),
  L104: error('earlier-than-related', '后续公告不可能早于它所属的公告。'),
  L105: error('circular-link', '公告互相指向，分不出先后。'),
  L106: error('correction-field', '更正的栏目在原公告里不存在，或者不能这样更正。'),
  L107: error('correction-old-value', '“原”要与当时有效的内容一致，读者才看得出改了什么。'),
  L108: error('correction-new-value', '“新”的写法不对，更正之后的公告就读不出来。'),
  L109: error('correction-changes-nothing', '“原”和“新”相同，等于没有更正。'),
  L110: error('after-termination', '项目已经终止，不能再有评审、结果和合同。'),
  L111: error('result-during-publicity', '公示还没有结束，不能公布结果。'),
  L112: error('unknown-lot', '标段（包）的编号在项目的公告里没有出现过。'),
  L113: error('failed-lot-awarded', '这个标段（包）已经流标，不能又有中标人。'),
  L114: error('retender-without-failure', '重新招标要写明前一次是哪份流标或终止公告。'),
  L115: error('erratum-mismatch', '勘误的“新”要与本文件现在写的一致，否则还原不出原来的版本。'),
  L116: error('erratum-out-of-place', '日期、金额和资格影响投标人的权利，要另发更正公告，不能用勘误改。'),
  L117: error('winner-not-candidate', '中标人不在公示过的候选人里。'),
  L118: error(
    'correction-needs-one-target',
    '每一项更正要写明改的是哪一栏（字段），或者哪一处（事项），二者取一。',
  ),
  L119: error(
    'look-alike-code',
    '两个项目编号看起来一样（O 和 0、I 和 1），同一个项目的公告会排到两条时间线上。',
  ),
  L120: error('contract-party-not-winner', '合同只能与中标（成交）的单位签订。'),
  L121: warning('contract-amount-not-award', '合同金额与中标（成交）金额不同，改变了采购结果。'),
  L122: error('old-address-twice', '一个旧网址只能转到一份公告，写在两份里，读者会到错地方。'),
  L123: error('old-address-is-ours', '旧网址与本站自己的网页同在一处，转走的就是本站的读者。'),
  L124: warning('related-withdrawn', '前一份公告已经撤下，读者顺着它找不到还有效的内容。'),
  L125: error('withdrawn-before-published', '还没有发布的公告撤不下来，时间一定写错了。'),
  L126: error('withdrawn-twice', '一份公告只能撤下一次，写两项读者不知道以哪一项为准。'),
  L128: error(
    'old-address-one-page',
    '写法不同的旧网址会打开同一个网页（大小写、结尾的 index.html、百分号编码），只能转到一份公告。',
  ),
  L129: info('still-suspended', '项目中止以后，更正了别的内容不等于恢复；不写明，读者不知道还能不能参加。'),
  L130: error('result-without-call', '没有前一份公告的结果，读者不知道是怎样采购的；单一来源要写明。'),
  L131: warning('resumption-without-suspension', '没有中止过的项目谈不上恢复，读者不知道停过什么。'),
  L132: warning('same-announcement-twice', '同一份公告有两个网址，读者会收到两遍，统计也数两次。'),
  L134: error('codes-of-one-address', '两个项目编号会成为同一个网址，后一个项目就没有网页。'),
  L135: error('erratum-at-no-time', '勘误的时间是它公布的时间，写错了就不知道哪一天的网页上是哪一版。'),
  P101: error('identity-number', '身份证号码是个人隐私，公开以后收不回来。'),
  P102: error('mobile-number', '个人手机号码公开以后会招来骚扰和诈骗。'),
  P103: error('bank-card-number', '个人银行卡号公开以后会被人利用。'),
  P104: warning('mobile-as-contact', '个人手机号码公开以后会招来骚扰；有办公电话的写办公电话。'),
  D108: warning(
    'tender-notice-lacks-contents',
    '公告没有写明的，投标人就不知道要做什么、找谁、到哪里拿文件。',
  ),
  D104: error(
    'tender-period-too-short',
    '时间不够，投标人来不及编制投标文件，依法必须招标的项目会因此无效。',
  ),
  D105: error('opened-with-too-few-bidders', '投标人太少就没有竞争，开了标也要重新招标。'),
  D106: error('opening-not-at-deadline', '截止和开标之间有空隙，投标文件就有被拆看、调换的可能。'),
  D107: error('contract-signed-late', '合同迟迟不签，中标人的投标保证和报价就落了空。'),
  D121: error('documents-window-too-short', '发售时间太短，有意投标的单位拿不到文件。'),
  D122: error('prequalification-period-too-short', '时间不够，申请人来不及编制资格预审申请文件。'),
  D123: error('clarified-too-late', '改了内容又不留时间，投标人来不及修改投标文件。'),
  D124: error('prequalification-clarified-too-late', '改了内容又不留时间，申请人来不及修改申请文件。'),
  D125: error('objection-deadline-wrong', '写早了剥夺投标人提出异议的时间，写晚了会让人错过法定期限。'),
  D126: error(
    'prequalification-objection-deadline-wrong',
    '写早了剥夺申请人提出异议的时间，写晚了会让人错过法定期限。',
  ),
  D127: error('objection-answered-late', '异议没有答复，招标投标活动就要一直暂停。'),
  D128: error('consortium-not-stated', '不写明，投标人不知道能不能组成联合体。'),
  D129: error('candidates-not-ranked', '候选人多于三个或者没有排序，招标人就没有法定的定标依据。'),
  D130: error('candidates-published-late', '评标结果压着不公示，投标人无从监督。'),
  D131: error('candidate-publicity-too-short', '公示太短，投标人来不及提出异议。'),
  D133: error('first-candidate-passed-over', '不定第一名又不说原因，其他投标人有理由怀疑。'),
  D134: error('bid-above-ceiling', '高于最高投标限价的投标应当否决，不能成为候选人和中标人。'),
  D151: warning('reprint-without-original', '转载的以原文为准，读者要能找到原文。'),
  D152: warning(
    'tender-notice-lacks-duty-contents',
    '公告没有写明的，投标人就不知道能不能参加、怎样参加、找谁。',
  ),
  D153: warning('candidates-lack-contents', '不写评标情况和候选人的条件，投标人无从判断要不要提出异议。'),
  D161: warning('registration-before-download', '先报名才能拿文件，会让人在投标以前就知道有谁来投标。'),
  D162: info('objection-on-paper-only', '文件在平台上，异议却要送纸质的，外地的投标人赶不及。'),
  D201: error('deadline-before-publication', '截止时间在发布之前，没有人来得及参加。'),
  D202: error('end-before-start', '结束在开始之前。'),
  D203: error('deadline-before-documents', '文件还在发放，截止时间却已经过了。'),
  D204: error('opening-before-deadline', '开标早于截止时间。'),
  D205: error(
    'stage-before-deadline',
    '截止、开标以前不会有开标记录、候选人、结果和流标，要么时间写错，要么截止时间改过而没有更正。',
  ),
  D301: error('procurement-tender-too-short', '时间不够，供应商来不及编制投标文件。'),
  D302: error('procurement-contract-signed-late', '合同迟迟不签，采购结果就落了空。'),
  D311: error('procurement-prequalification-too-short', '时间不够，供应商来不及提交资格预审申请文件。'),
  D312: warning('documents-offered-too-short', '提供文件的时间太短，供应商拿不到文件。'),
  D313: error('procurement-clarified-too-late', '改了内容又不留时间，供应商来不及修改投标文件。'),
  D314: error('single-source-publicity-too-short', '公示太短，其他供应商来不及提出异议。'),
  D315: error('procurement-result-published-late', '结果压着不公告，供应商的质疑期就无从起算。'),
  D316: error('procurement-contract-published-late', '合同不及时公告，公众看不到钱花在哪里。'),
  D321: error('notice-period-not-five-working-days', '公告期限是法定的固定天数，质疑期限从它届满起算。'),
  D322: error('procurement-documents-window-too-short', '提供文件的时间太短，供应商拿不到文件。'),
  D323: error(
    'procurement-prequalification-clarified-too-late',
    '改了内容又不留时间，供应商来不及修改申请文件。',
  ),
  D324: error(
    'correction-changes-subject',
    '中途换了采购标的或者资格条件，等于另一次采购，看过原公告的供应商会被排除在外。',
  ),
  D325: error(
    'procurement-opening-not-at-deadline',
    '截止和开标之间有空隙，投标文件就有被拆看、调换的可能。',
  ),
  D326: error('result-period-not-one-working-day', '公告期限是法定的固定天数，质疑期限从它届满起算。'),
  D327: error('award-above-budget-or-ceiling', '超过预算金额或者最高限价的投标无效，不能中标。'),
  D328: warning(
    'procurement-call-lacks-contents',
    '公告没有写明的，供应商就不知道能不能参加、怎样参加、找谁。',
  ),
  D329: warning('award-lacks-contents', '不写明中标了什么、由谁评审、找谁，供应商和公众无从监督。'),
  D331: error('negotiation-too-short', '时间不够，供应商来不及编制响应文件。'),
  D332: error('inquiry-too-short', '时间不够，供应商来不及编制响应文件。'),
  D333: error('negotiation-clarified-too-late', '改了内容又不留时间，供应商来不及修改响应文件。'),
  D334: warning('deal-lacks-contents', '不写明成交了什么、由谁评审、找谁，供应商和公众无从监督。'),
  D335: warning('single-source-lacks-contents', '不写明向谁提出，其他供应商的异议就没有地方送。'),
  D336: warning('challenge-in-person-only', '拒收邮寄的质疑函，外地供应商的质疑期就短了，拒收也不合规定。'),
  D341: error('consultation-too-short', '时间不够，供应商来不及编制响应文件。'),
  D342: warning('consultation-documents-window-too-short', '发售时间太短，供应商拿不到文件。'),
  D343: error('consultation-clarified-too-late', '改了内容又不留时间，供应商来不及修改响应文件。'),
  D344: warning(
    'consultation-deal-lacks-contents',
    '不写明成交了什么、由谁评审、找谁，供应商和公众无从监督。',
  ),
  D351: warning('notice-period-not-three-working-days', '公告期限是规定的固定天数，质疑期限从它届满起算。'),
  D352: warning('deal-period-not-one-working-day', '公告期限是规定的固定天数，质疑期限从它届满起算。'),
  D361: warning('intention-published-late', '意向公开得太晚，供应商来不及了解和准备。'),
  D371: info('framework-solicitation-too-short', '时间不够，供应商来不及编制响应文件。'),
  D381: warning(
    'competitive-call-lacks-contents',
    '公告没有写明的，供应商就不知道能不能参加、怎样参加、找谁。',
  ),
  D391: warning('declaration-not-published', '声明函公开了，别的供应商才能监督是不是真的中小企业。'),
  D401: warning('land-notice-too-short', '时间不够，有意竞买的人来不及踏勘、筹款。'),
  D402: warning('land-listing-too-short', '挂牌时间太短，竞买人来不及报价。'),
  D403: warning('land-result-published-late', '结果压着不公布，公众无从监督。'),
  D404: info('agreement-shown-too-short', '时间太短，别的用地人来不及提出申请。'),
  D411: info('land-supplement-too-late', '影响地价的条件变了，竞买人要有时间重新测算。'),
  D412: info('land-deposit-too-low', '保证金太低，竞得后反悔的代价就太小。'),
  D421: warning('mining-notice-too-short', '时间不够，有意竞买的人来不及踏勘、筹款。'),
  D422: warning('mining-listing-too-short', '挂牌时间太短，竞买人来不及报价。'),
  D423: warning('mining-result-publicity-too-short', '公示太短，利害关系人来不及提出异议。'),
  D424: info('mining-agreement-publicity-too-short', '公示太短，利害关系人来不及提出异议。'),
  D501: warning('transfer-disclosed-too-short', '披露太短，征集不到足够的受让方，国有资产可能贱卖。'),
  D502: warning('transfer-preview-missing-or-short', '控制权转移是大事，要先让市场知道。'),
  D503: info('repeated-disclosure-too-short', '条件变了，意向方要有时间重新考虑。'),
  D504: info('disclosure-older-than-twelve-months', '一年以前的审计、评估结果已经不能反映现在的价值。'),
  D505: warning('transfer-result-shown-too-short', '结果公告太短，公众无从监督。'),
  D506: warning('capital-increase-disclosed-too-short', '披露太短，征集不到足够的投资方。'),
  D507: warning('asset-disclosed-too-short', '披露太短，征集不到足够的受让方。'),
  D508: warning('large-asset-disclosed-too-short', '披露太短，征集不到足够的受让方。'),
  D509: info('extension-too-short', '延长太短，起不到继续征集的作用。'),
  D521: error('auction-announced-too-late', '公告太晚，竞买人来不及看标的、交保证金。'),
  D522: error('auction-shown-too-short', '展示太短，竞买人来不及看标的。'),
  D523: warning('auction-lacks-contents', '不写明到哪里看标的、怎样办手续，竞买人就参加不了。'),
  D601: error('information-published-late', '该公开的信息压着不公开，公众无从知道。'),
  D602: warning('penalty-published-late', '处罚信息要及时让公众知道。'),
  D701: error('tender-plan-published-late', '招标计划发布得太晚，投标人来不及准备。'),
  D702: error('collective-asset-disclosed-too-short', '公告太短，村民和竞投人来不及知道。'),
  D703: error('administrative-asset-disclosed-too-short', '公告太短，有意向的单位和个人来不及知道。'),
  G101: error('encoding-unknown', '认不出页面的文字编码，读出来就是乱码。'),
  G102: error('page-is-no-announcement', '列表、检索、出错的网页不是公告，导入以后只会误导读者。'),
  G103: error('body-not-found', '页面里找不到正文，没有内容可以导入。'),
  G104: warning('publication-time-two-ways', '发布时间在页面里有两个说法，选错了期限全都不对。'),
  G105: warning('body-is-pictures', '正文只有图片（扫描件），文字搜不到，读屏软件也读不出来。'),
  G106: warning('attachment-not-saved', '附件没有随页面保存下来，读者点开什么也没有。'),
  G107: warning('personal-number-in-page', '页面里有手机号、身份证号，原文不能公开。'),
  G108: info('same-page-twice', '两页内容相同，是同一份公告，合成一份，两个旧网址都转到它。'),
  G109: info('state-in-title', '标题里有“文件获取中”一类状态字样，不是标题的内容，已经去掉。'),
  G110: warning('two-announcements-in-page', '一页里可能有两份公告，程序不擅自分开。'),
  G111: warning('project-code-disagrees', '项目编号与同一项目的别的公告不一致，公告就连不到一起。'),
  G112: warning('old-address-on-this-site', '旧网址落在本站自己的网址里，转走的就是本站的读者。'),
  G113: info('table-hard-to-carry', '表格太宽或者表格里套着表格，搬过来以后要看一眼。'),
  G114: warning('words-struck-out', '有划掉的字。搬过来以后看不出是划掉的，意思可能相反。'),
  G115: error('page-too-large', '页面太大，多半不是公告，读它会占满内存。'),
  G116: error('leads-out-of-folder', '链接或者附件指到文件夹外面，照着去取会把别的文件发布出去。'),
  G117: error('page-unreadable', '文件打不开，里面的公告没有导入。'),
  G118: warning('category-unknown', '看不出是哪一类公告，写错类别会放到不相干的栏目里。'),
  G119: warning('same-title-other-body', '两页标题相同，内容不同，可能改过，也可能是两份公告。'),
  G120: warning('words-lost', '搬过来的文字与原页面不一样，少了字或者多了字。'),
  G121: warning('value-doubtful', '这一栏有几个说法，程序不替人选。'),
  G122: warning('publication-time-unlikely', '发布时间早得不像，或者晚于保存网页的时间，多半是别的日期。'),
  G123: warning('publication-time-not-found', '找不到发布时间，公告排不进时间顺序。'),
  G124: warning('characters-unknown', '有专用字体里的符号，别的电脑上显示不出来，写成“□”。'),
  G125: warning('changed-since-import', '导入以后有人改过这份公告，程序不覆盖人写的内容。'),
  G126: warning('attachment-not-allowed', '这种附件本站不发布（不认识的格式、宏、程序），没有复制。'),
  G127: info('kept-as-legacy', '缺少必填的内容，按存量公告导入，以原文为准。'),
  G128: warning('body-range-unsure', '正文从哪里到哪里没有把握，可能少了几段，也可能混进了网站自己的字。'),
  G129: warning('characters-broken', '有坏掉的字，原来是什么字无从知道。'),
  G130: warning('personal-number-in-attachment', '附件里有手机号、身份证号，公开以后收不回来，没有复制。'),
  G131: error('page-stops-reader', '读这一页时程序出错，里面的公告没有导入。'),
  G132: warning('check-refuses', '按存量公告也通不过检查，发布出去会有错。'),
  K101: error('published-changed', '发布过的内容不能直接改，读者手里的那一份会对不上。'),
  K102: error('published-vanished', '发布过的公告不见了，收藏、引用过它的人就打不开，也不知道为什么。'),
  K103: error('attachment-exchanged', '附件换了，先下载的人和后下载的人看到的就不是同一份文件。'),
  K104: error('record-broken', '公开记录少了、改了，读者手里的回执就对不上，谁也不能再证明公告没有动过。'),
  K105: info('unregistered', '公告公布以后要登记，登记以前的改动没有人能发现。'),
  K106: warning('published-late', '网站上昨天还没有的公告写着更早的发布时间，读者会以为期限早就开始了。'),
  K107: warning(
    'published-ahead',
    '发布、勘误的时间写在以后，读者却马上能看到，算不清期限从哪天起、哪一天是哪一版。',
  ),
  K108: warning('erratum-back-dated', '勘误的时间写在公布以前，读者会以为早就改过来了。'),
  S101: error('site-settings', '站点设置决定网址、名称和地区，缺了就不能生成网站。'),
  S102: error('calendar', '日历文件不对，工作日就会数错。'),
  S103: error('display-settings', '屏幕设置不对，大厅里的屏幕就不能正常显示。'),
  S104: error('page', '页面文件不对，网站上就会缺这一页。'),
  S105: error('no-content', '没有任何公告。多半是内容文件夹的位置写错了。'),
  S106: error('kiosk-settings', '触摸屏查询机的设置不对，站在屏前的人就看不清、按不准。'),
  S107: warning('untold-notice', '几条提示轮流显示，太多了大厅里的人等不到最后一条，所以只显示最新的。'),
  S108: warning('unlikely-calendar', '放假安排写错了日子，工作日就会数错，期限也跟着错。'),
  S109: error('page-name-taken', '网站自己的网页已经用了这个网址，这一页写了也不会发布。'),
  S110: error('synonyms', '同义词写错了，搜索的人就会漏掉要找的，或者被带到不相干的公告。'),
  S116: warning('lasting-notice', '占一大块屏幕的提示挂久了，大厅里的人就不再看它，也少看到公告。'),
  S117: warning('room-without-openings', '门牌上的场所和公告里写的对不上，来开标的人在门口看不到。'),
  S118: warning('no-content-yet', '新的网站可以先生成看看；真正开通以前要有公告。'),
};

/** The permanent facts of a code; an unknown code is a fault of the program. */
export function codeOf(code: string): Code {
  const known = CODES[code];
  if (!known) throw new Error(`code ${code} is not in the list of codes`);
  return known;
}
