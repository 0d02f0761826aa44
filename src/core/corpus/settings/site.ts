import type { z } from 'zod';
import { CATEGORIES } from '../../announcement/category.ts';
import {
  choice,
  code,
  field,
  instant,
  line,
  list,
  phone,
  record,
  text,
  url,
  values,
  yesNo,
} from '../../announcement/field.ts';
import { LOCAL_SUBJECTS } from '../../announcement/local-period.ts';
import { lengthKind } from '../../announcement/quantity.ts';
import { contactKind } from '../../security-txt.ts';
import { minutesKind } from '../../screen/browser/kinds.ts';
import { basePathKind } from './base-path.ts';
import { ledgerOriginKind } from './ledger-origin.ts';
import { ocdsPrefixKind } from './ocds-prefix.ts';
import { reviewLevelsKind } from './review-levels.ts';
import { classIdKind, roomIdKind } from './room-id.ts';

/** `content/site.yaml`: the centre and its site. */
export const siteSchema = record(
  {
    siteName: line({ label: '站点名称', help: '浏览器标题和页眉上的名称。', example: '高明公共资源交易' }),
    centreName: line({ label: '中心名称', help: '中心全称。', example: '佛山市公共资源交易中心高明分中心' }),
    origin: url({
      label: '网址',
      help: '站点所在的网址，只写到域名，不带后面的路径。',
      example: 'https://www.example.gov.cn',
    }),
    regions: values(line({ label: '地区', help: '镇街名称。', example: '荷城街道' }), {
      label: '地区',
      help: '公告可用的地区名称。',
    }),
    phone: phone({ label: '联系电话', help: '对外公布的电话。', example: '0757-00000000' }),
  },
  {
    centreShortName: text({ label: '中心简称', help: '年度统计里的自称。', example: '中心' }),
    basePath: field(basePathKind)({
      label: '基础路径',
      help: '站点在上级网站里的子目录，前后都有 /。',
      example: '/ggzy/',
    }),
    oldAddressPages: yesNo({
      label: '旧网址网页',
      help: '旧网址的位置上要不要各放一个转到新网址的网页，给不能写转址规则的主机用。不写时，一千个以内都放，再多就不放。',
      example: '是',
    }),
    searchServer: yesNo({
      label: '检索服务',
      help: '搜索页由检索服务（npm run search-server）回答写“是”；服务没有应答时，自动改用网站自带的索引。不写就只用网站自带的索引。什么时候用得着，见 docs/search-server.md。',
      example: '是',
    }),
    fixedName: url({
      label: '固定名称',
      help: '订阅和日历靠它认公告，定下来就不再改。不写就用“网址”加“基础路径”；网站要换网址时，在换之前把原来的网址和基础路径写在这里，订户就不会把旧公告全部重新收到一遍。',
      example: 'https://www.example.gov.cn/ggzy/',
    }),
    ledger: field(ledgerOriginKind)({
      label: '登记簿',
      help: '公开记录永远的名称，由 npm run ledger -- start 写下，定下来就不再改；写了它，content/ledger 就不能少。',
      example: 'www.example.gov.cn/ggzy/ledger',
    }),
    ocdsPrefix: field(ocdsPrefixKind)({
      label: 'OCDS前缀',
      help: '向开放合同伙伴组织（Open Contracting Partnership，data@open-contracting.org）登记后得到的前缀；写了它，工程建设、政府采购的公告就同时按国际通行的开放合同数据标准（OCDS）发布，不写就没有。定下来就不再改。',
      example: 'ocds-a1b2c3',
    }),
    isSample: yesNo({ label: '示例站', help: '演示用的站点写“是”，每页顶部会说明内容是虚构的。' }),
    sampleTime: instant({
      label: '示例时间',
      help: '示例站按这个时间生成和显示，过了几年招标项目也还在招标；正式的网站不写，按当时的时间。',
      example: '2026-11-22 09:00',
    }),
    siteCode: code({ label: '网站标识码', help: '政府网站标识码，10 位数字。', example: '4406080000' }),
    icp: text({ label: 'ICP备案', help: 'ICP 备案号。', example: '粤ICP备00000000号' }),
    policeRecord: text({
      label: '公安备案',
      help: '公安机关备案号。',
      example: '粤公网安备00000000000000号',
    }),
    badgeUrl: url({
      label: '党政机关标识',
      help: '本站党政机关网站标识的核验网址，页脚的标识链接到那里；没有标识就不写。',
      example: 'https://badge.example.cn/4406080000',
    }),
    badgeImage: text({
      label: '党政机关标识图片',
      help: '标识图片的文件名；把图片放进 public 文件夹，不从别的网站调用。',
      example: 'badge.svg',
    }),
    reportErrorUrl: url({
      label: '找错网址',
      help: '“我为政府网站找错”平台给本站的网址，页脚链接到那里。',
      example: 'https://errors.example.cn/4406080000',
    }),
    organiser: text({
      label: '主办单位',
      help: '网站主办单位。',
      example: '佛山市公共资源交易中心高明分中心',
    }),
    address: text({ label: '地址', help: '中心地址。', example: '高明区荷城街道示例路 1 号' }),
    email: text({ label: '电子邮箱', help: '对外公布的邮箱。', example: 'ggzy@example.gov.cn' }),
    securityContact: field(contactKind)({
      label: '安全漏洞联系',
      help: '发现网站安全漏洞的人找谁：单位的邮箱，或者 https 网址；写了就生成 security.txt，不写就没有。不要写个人邮箱。',
      example: 'security@example.gov.cn',
    }),
    hours: text({ label: '服务时间', help: '对外服务时间。', example: '工作日 08:30–12:00、14:00–17:30' }),
    rooms: list(
      {
        label: '场所',
        help: '中心的开标室等场所；门牌、看板和唱标表格用标识认它。公告的地点写到它的名称，就知道在哪一间。',
      },
      {
        id: field(roomIdKind)({
          label: '标识',
          help: '场所在程序里的名字，定下来就不改；小写字母、数字和“-”。',
          example: 'kb303',
        }),
        name: line({ label: '名称', help: '公告里对它的叫法，不写中心的名称。', example: '303 开标室' }),
      },
      {},
    ),
    openingMinutes: field(minutesKind)({
      label: '开标时长',
      help: '开标一般多少分钟；屏幕上开始后这么久还显示“开标中”，再往后显示“已开始”。不写是 60分钟。',
      example: '60分钟',
    }),
    supervisionPhone: phone({ label: '监督电话', help: '投诉监督电话。', example: '0757-00000001' }),
    disclosure: list(
      {
        label: '年度统计',
        help: '年度统计那段话里各类的名称，按这里的顺序；五类都要列出。不写就用中心历年的写法。',
      },
      {
        category: choice(CATEGORIES, { label: '类别', help: '公告的类别。' }),
        name: text({ label: '名称', help: '统计里的叫法。', example: '建设工程招标类' }),
      },
      {},
    ),
    disclosureClasses: list(
      {
        label: '公开分类',
        help: '政府信息公开目录的分类，按这里的顺序列出；不写就是机构职能、法规公文、规划计划、业务工作、资金、其他。标识是 content/disclosure/ 里文件夹的名字，定下来就不改。',
      },
      {
        id: field(classIdKind)({
          label: '标识',
          help: '分类文件夹的名字；小写字母、数字和“-”。',
          example: 'regulations',
        }),
        name: line({ label: '名称', help: '读者看到的名称，信息的“分类”写它。', example: '法规公文' }),
      },
      {},
    ),
    description: text({
      label: '说明',
      help: '一句话介绍本站，用于搜索引擎。',
      example: '高明区公共资源交易公告',
    }),
    licence: text({
      label: '数据许可',
      help: '别人可以怎样使用本站的公告和数据，一句话；会写在数据页上。',
      example: '可以免费使用和转载，须注明来源和公告网址，不得改变原意',
    }),
    licenceUrl: url({
      label: '数据许可网址',
      help: '许可全文的网址；没有就不写。',
      example: 'https://www.example.gov.cn/licence',
    }),
    reviewLevels: field(reviewLevelsKind)({
      label: '审核级数',
      help: '公告发布以前要几个别的人审核通过，0 到 3；不写是 0，写的人自己发布。',
      example: '1',
    }),
    localPeriods: list(
      { label: '地方期限', help: '国家没有规定、由本地规定的天数；写了就按它核对。' },
      {
        subject: choice(LOCAL_SUBJECTS, { label: '事项', help: '哪一项期限。' }),
        length: field(lengthKind)({ label: '不少于', help: '天数，写明日历天还是工作日。', example: '30日' }),
        instrument: text({
          label: '依据',
          help: '规定的名称和文号，会显示在公告的网页上。',
          example: '示例市招标计划发布办法（示例府办〔2025〕1号）',
        }),
      },
      {
        article: text({ label: '条款', help: '第几条。', example: '第五条' }),
        verified: yesNo({
          label: '已核对原文',
          help: '对照过原文的写“是”，不足天数的不能发布；没有对照的只作提醒。',
        }),
      },
    ),
  },
);

export type Site = z.output<typeof siteSchema>;
