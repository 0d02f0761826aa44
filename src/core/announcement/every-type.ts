import { dayOrInstantKind } from './day-or-instant.ts';
import {
  choice,
  code,
  deadline,
  digest,
  field,
  instant,
  line,
  list,
  notice,
  oldAddress,
  reference,
  start,
  text,
  title,
  url,
  values,
  yesNo,
} from './field.ts';
import { LONGEST_NOTICE } from './line.ts';
import { NOTICE_LEVELS } from './notice-level.ts';

/** Fields that open the form of every category. */
export const commonHead = {
  title: title({
    label: '标题',
    help: '公告全称，写出项目名称、标段和公告种类，不要缩写。',
    example: '沿江路市政道路改造工程施工招标公告',
    block: 'elsewhere',
  }),
  formerType: line({
    label: '原类型',
    order: 31,
    help: '旧网站上写的公告种类，照原来的字写，例如栏目名；不知道的写“公告”。',
    example: '招标公告',
  }),
  shortName: line({
    label: '简称',
    help: '项目的简称，给大厅的看板、门牌和条屏用，十个字左右；不写就由程序从标题里取。',
    example: '沿江路改造',
    block: 'elsewhere',
    // The hall's own word for it: nobody relies on it.
    afterPublication: 'may-change',
  }),
  related: reference({
    label: '关联公告',
    help: '本公告所属的前一份公告的标识，也就是它的文件名（不带 .md）。',
    example: 'gm-js-2026-012-tender',
    block: 'elsewhere',
  }),
  relatedElsewhere: list(
    {
      label: '关联公告',
      order: 45,
      help: '前一份公告发布在别处的，代替标识写它的标题、网址和发布时间；时间线上会有这一步。',
      asLinks: { text: 'title', href: 'url', when: 'publishedAt' },
    },
    {
      title: line({
        label: '标题',
        help: '那一份公告的标题。',
        example: '示例镇道路养护服务框架协议采购征集公告',
      }),
      url: url({ label: '网址', help: '在那个平台上的网址。', example: 'https://ggzy.example.cn/notice/1' }),
      publishedAt: field(dayOrInstantKind)({
        label: '发布时间',
        help: '在那个平台上发布的时间，只知道日期的写日期。',
        example: '2026-03-02',
      }),
    },
    {},
  ),
  publishedAt: start({
    label: '发布时间',
    help: '对外发布的时间（北京时间），期限从这里起算；原件只有日期的写日期。',
    example: '2026-03-02 09:00',
    block: 'elsewhere',
  }),
  region: line({
    label: '地区',
    help: '项目所在镇街，名称要与站点设置里的“地区”一致。',
    example: '荷城街道',
    listedIn: 'regions',
    order: 40,
  }),
  lotCodes: values(code({ label: '标段编号', help: '标段编号。', example: '01' }), {
    label: '适用标段',
    group: 'other',
    help: '只涉及部分标段（包）时，列出它们的编号；涉及全部时不写。',
  }),
} as const;

/** Fields that close the form of every category. */
export const commonTail = {
  source: text({
    label: '来源',
    group: 'other',
    help: '公告不是本中心首发时，写明首发的单位或媒介。',
    example: '示例省公共资源交易平台',
    block: 'elsewhere',
  }),
  originalUrl: url({
    label: '原文网址',
    group: 'other',
    help: '首发媒介上的网址；内容以原文为准。',
    example: 'https://ggzy.example.cn/notice/1',
    block: 'elsewhere',
  }),
  originalHash: digest({
    label: '原文校验',
    help: '旧网页的 SHA-256 校验值，由导入程序写；原文存在 content/originals/ 里，不发布。',
    example: 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    block: 'elsewhere',
  }),
  unifiedDealCode: code({
    label: '统一交易标识码',
    group: 'other',
    help: '上级平台赋的标识码，没有就不写。',
    example: 'A01-12440608000000000N-20260302-000001-5',
  }),
  otherFacts: list(
    {
      label: '其他事项',
      help: '公告里写了、但是没有专门栏目的内容，名称照公告自己的写；显示在关键信息里，搜得到，也随数据下载。有专门栏目的写在那一栏。',
      asLines: { label: 'name', text: 'content' },
    },
    {
      name: line({ label: '名称', help: '公告里这一项的名称。', example: '投标保函' }),
      content: text({
        label: '内容',
        help: '这一项的内容，照公告的原话写。',
        example: '接受银行保函和电子保函',
      }),
    },
    {},
  ),
  externalNoticeId: text({
    label: '上级平台公告标识',
    group: 'other',
    help: '上级平台的 noticeId，便于互相核对。',
    example: '6f1c0a52',
  }),
  externalBizCode: text({
    label: '上级平台业务编码',
    group: 'other',
    help: '上级平台的 bizCode。',
    example: '3C42',
  }),
  externalSiteCode: text({
    label: '上级平台站点编码',
    group: 'other',
    help: '上级平台的 siteCode，六位数字。',
    example: '440608',
  }),
  timed: yesNo({
    label: '定时',
    help: '写“是”，到了发布时间才发布：在那以前生成的网站里没有这份公告。已经发布过的不受影响。平常不写，生成网站以后马上就能看到。',
    block: 'elsewhere',
    // Whether it waited is of no account once it is out.
    afterPublication: 'may-change',
  }),
  errata: list(
    {
      label: '勘误',
      block: 'elsewhere',
      help: '本公告自己的笔误。写明何时、改了什么、为什么；涉及日期、金额和资格的改动不能用勘误，要另发更正公告。',
    },
    {
      at: instant({ label: '时间', help: '勘误发布的时间。', example: '2026-03-03 10:00' }),
      from: text({ label: '原', help: '原来的文字，一字不差。', example: '沿江路市政道路改选工程' }),
      to: text({
        label: '新',
        help: '现在的文字，与本文件现在写的一致。',
        example: '沿江路市政道路改造工程',
      }),
      reason: text({ label: '原因', help: '为什么会写错。', example: '录入笔误' }),
    },
    {
      field: line({ label: '字段', help: '改的是哪一栏；改的是正文就不写这一项。', example: '标题' }),
    },
  ),
  withdrawn: list(
    {
      label: '撤下',
      afterPublication: 'may-grow',
      block: 'elsewhere',
      help: '公告不该再挂着的，写明何时、为什么撤下，最多一项；用 npm run withdraw 来写，不要删文件。网址留着，网页只说明已经撤下，公告从列表、检索、统计和大屏上拿掉。',
    },
    {
      at: instant({ label: '时间', help: '撤下的时间。', example: '2026-03-12 10:00' }),
      reason: text({
        label: '原因',
        help: '为什么撤下，让读者看得明白。写到“个人信息”“身份证”“手机号”等个人信息的，网页不再显示原文和附件。',
        example: '项目信息有误，重新发布为 gm-js-2026-013-tender',
      }),
    },
    {
      basis: text({
        label: '依据',
        help: '哪份文件或者哪条规定要求撤下，没有就不写。',
        example: '高建函〔2026〕12号（示例）',
      }),
    },
  ),
  exceptions: list(
    {
      label: '例外',
      group: 'other',
      block: 'elsewhere',
      help: '检查指出的问题确有正当理由、仍要发布的，逐条写明。它会显示在公告的网页上。',
      // A rule may come into force, or be corrected, after the announcement.
      afterPublication: 'may-grow',
    },
    {
      code: code({ label: '代码', help: '检查结果开头的代码。', example: 'D361' }),
      reason: text({
        label: '原因',
        help: '为什么可以例外，让读者看得明白。',
        example: '台风损坏校舍，修缮不能等待，属于不可预见的紧急情况',
      }),
    },
    {
      documentCode: text({
        label: '文号',
        help: '批准或者说明的文件编号，没有就不写。',
        example: '高财采函〔2026〕8号（示例）',
      }),
    },
  ),
  screenNotices: list(
    {
      label: '大屏提示',
      help: '要让大厅里的人马上知道的事，例如开标地点临时改变；在显示屏和查询机上一直显示到结束时间。平常的公告不写。',
      afterPublication: 'may-grow',
    },
    {
      text: notice({
        label: '文字',
        help: `一句话，最多 ${LONGEST_NOTICE} 字。`,
        example: '沿江路改造工程（示例）今天的开标改到二楼开标三室',
      }),
      until: deadline({
        label: '结束',
        help: '显示到什么时候。',
        example: '2026-03-25 12:00',
        // How a notice is taken off the screens early.
        afterPublication: 'may-change',
      }),
    },
    {
      level: choice(NOTICE_LEVELS, {
        label: '级别',
        help: '告知在列表下面占一行，用于停机维护这类要提前知道的事；变更在列表上面占约三行，用于今天的时间、地点变了；紧急占满整块屏，只用于人身安全，大厅里的人要马上行动。不写就是变更。',
        example: '告知',
        // Who finds that a notice takes too much of the hall takes it down a level.
        afterPublication: 'may-change',
      }),
      from: instant({
        label: '开始',
        help: '从什么时候起显示；不写就从公告发布时起。',
        example: '2026-03-25 08:00',
      }),
    },
  ),
  legacyUrls: values(
    oldAddress({
      label: '旧网址',
      help: '旧站上的路径，从“/”写起；带问号的把问号后面的也写上。',
      example: '/jyxx/001001/20180301/1.html',
    }),
    {
      label: '旧网址',
      block: 'elsewhere',
      help: '这份公告在旧网站上的网址，打开旧网址会转到这里。',
      afterPublication: 'may-grow',
    },
  ),
  attachments: list(
    { label: '附件', block: 'elsewhere', help: '随公告发布的文件；公告要放在自己的文件夹里，附件放在旁边。' },
    {
      file: text({ label: '文件', help: '附件的文件名，与文件夹里的一致。', example: '招标文件.pdf' }),
      name: text({ label: '名称', help: '读者看到的名称。', example: '招标文件' }),
    },
    {
      legacyUrls: values(
        oldAddress({
          label: '旧网址',
          help: '旧站上的路径，从“/”写起；带问号的把问号后面的也写上。',
          example: '/upload/20180301/1.pdf',
        }),
        {
          label: '旧网址',
          help: '这个附件在旧网站上的网址，打开旧网址会得到这个附件。',
          afterPublication: 'may-change',
        },
      ),
    },
  ),
} as const;

export const commonMust = ['title', 'publishedAt'] as const;

export const commonMay = [
  'shortName',
  'region',
  'source',
  'originalUrl',
  'originalHash',
  'unifiedDealCode',
  'otherFacts',
  'externalNoticeId',
  'externalBizCode',
  'externalSiteCode',
  'timed',
  'errata',
  'withdrawn',
  'exceptions',
  'screenNotices',
  'legacyUrls',
  'attachments',
] as const;

/** Fields that an announcement may have once it can name an earlier one. */
export const followMay = ['lotCodes', 'related', 'relatedElsewhere'] as const;

/** Changes that a correction makes to the announcement it names, field by field. */
export const corrections = list(
  {
    label: '更正内容',
    block: 'elsewhere',
    help: '逐项列出改了什么。改的是原公告的某一栏，写“字段”；改的是文件里的其他内容，写“事项”。',
  },
  {
    from: text({
      label: '原',
      help: '改之前的内容；改某一栏时，必须是当时有效的值。',
      example: '2026-03-25 09:30',
    }),
    to: text({ label: '新', help: '改之后的内容，写法与原公告这一栏相同。', example: '2026-03-30 09:30' }),
  },
  {
    field: line({ label: '字段', help: '原公告里的栏目名称。', example: '投标截止' }),
    matter: line({
      label: '事项',
      help: '不是某一栏时，写明改的是文件的哪一处。',
      example: '招标文件第三章第 2.1 条',
    }),
  },
);
