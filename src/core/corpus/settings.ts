import type { z } from 'zod';
import { CATEGORIES } from '../announcement/category.ts';
import {
  choice,
  code,
  count,
  date,
  field,
  list,
  phone,
  record,
  text,
  url,
  values,
  yesNo,
} from '../announcement/field.ts';
import { LOCAL_SUBJECTS } from '../announcement/local-period.ts';
import { lengthKind } from '../announcement/quantity.ts';
import { daysBetween, type CalendarYear } from '../calendar.ts';
import { factorKind, inchesKind, metresKind, pitchKind, pixelsKind } from '../display/kinds.ts';
import { ORIENTATIONS } from '../display/orientation.ts';
import { PART_TERMS } from '../display/parts.ts';
import { hoursKind } from '../display/quiet.ts';
import { idleKind, reachKind, warningKind } from '../kiosk/kinds.ts';

/** `content/site.yaml`: the centre and its site. */
export const siteSchema = record(
  {
    siteName: text({ label: '站点名称', help: '浏览器标题和页眉上的名称。', example: '高明公共资源交易' }),
    centreName: text({ label: '中心名称', help: '中心全称。', example: '佛山市公共资源交易中心高明分中心' }),
    origin: url({
      label: '网址',
      help: '站点所在的网址，只写到域名，不带后面的路径。',
      example: 'https://www.example.gov.cn',
    }),
    regions: values(text({ label: '地区', help: '镇街名称。', example: '荷城街道' }), {
      label: '地区',
      help: '公告可用的地区名称。',
    }),
    phone: phone({ label: '联系电话', help: '对外公布的电话。', example: '0757-00000000' }),
  },
  {
    centreShortName: text({ label: '中心简称', help: '年度统计里的自称。', example: '中心' }),
    basePath: text({ label: '基础路径', help: '站点在上级网站里的子目录，前后都有 /。', example: '/ggzy/' }),
    isSample: yesNo({ label: '示例站', help: '演示用的站点写“是”，每页顶部会说明内容是虚构的。' }),
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
    hours: text({ label: '服务时间', help: '对外服务时间。', example: '工作日 08:30–12:00、14:00–17:30' }),
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

/** What a screen is: a board of rows, or a strip of lamps that holds one line. */
export const DISPLAY_USES = { board: '显示屏', strip: '条屏' } as const;

const parts = list(
  { label: '栏目', help: '屏幕轮流显示的内容，按这里的顺序，一项一栏。' },
  { kind: choice(PART_TERMS, { label: '内容', help: '这一栏显示什么。' }) },
  {
    categories: values(choice(CATEGORIES, { label: '类别', help: '显示哪几类公告。' }), {
      label: '类别',
      help: '不写就显示全部类别。',
    }),
    types: values(text({ label: '类型', help: '公告的类型。', example: '招标公告' }), {
      label: '类型',
      help: '只显示这几种类型的公告；不写就不限。',
    }),
    regions: values(text({ label: '地区', help: '镇街名称。', example: '荷城街道' }), {
      label: '地区',
      help: '只显示这几个地区的公告；不写就不限。',
    }),
    days: count({
      label: '天数',
      help: '开标和截止看今后多少天，不写是 14；其余看最近多少天发布的，不写是 30，可参与的不限。',
      example: '14',
    }),
    limit: count({
      label: '条数',
      help: '最多显示多少条；不写就由程序按三分钟一轮来分。',
      example: '10',
    }),
  },
);

/** `content/displays/<id>.yaml`: one screen of the lobby. */
export const displaySchema = record(
  {
    name: text({ label: '名称', help: '屏幕所在的位置。', example: '一楼大厅' }),
    pixels: field(pixelsKind)({ label: '像素', help: '横向×纵向像素。', example: '1920×1080' }),
    distanceM: field(
      metresKind,
      '米',
    )({ label: '观看距离', help: '观众离屏幕多远，以米计。', example: '3米' }),
    parts,
  },
  {
    use: choice(DISPLAY_USES, { label: '用途', help: '条屏是一行字的 LED 屏；不写就是显示屏。' }),
    inches: field(
      inchesKind,
      '英寸',
    )({ label: '尺寸', help: '显示屏的对角线，以英寸计；条屏不写。', example: '55英寸' }),
    pitchMm: field(
      pitchKind,
      '毫米',
    )({
      label: '点距',
      help: '条屏相邻两个灯点的距离，以毫米计；显示屏不写。',
      example: '4.75毫米',
    }),
    orientation: choice(ORIENTATIONS, { label: '方向', help: '横屏或者竖屏。' }),
    dwellFactor: field(factorKind)({
      label: '停留系数',
      help: '每页停留时间的倍数，0.6 到 1.5。',
      example: '1',
    }),
    quiet: field(hoursKind)({
      label: '安静时段',
      help: '大厅不开门的时段，屏幕变暗，只显示时间和服务时间；不能与服务时间重叠。',
      example: '18:30–07:45',
    }),
    showsNotices: yesNo({
      label: '紧急提示',
      help: '是否显示公告里写的“大屏提示”；不写就是“是”。',
    }),
    showsQr: yesNo({
      label: '二维码',
      help: '是否显示网站的二维码，让人用手机扫码看全部公告；不写就是“否”。条屏不能显示。',
    }),
  },
);

export type DisplaySettings = z.output<typeof displaySchema>;

/** `content/kiosks/<id>.yaml`: one touch kiosk 触摸屏查询机. It shares no content with a screen, so it is no display. */
export const kioskSchema = record(
  {
    name: text({ label: '名称', help: '查询机的名称，写明放在哪里。', example: '一楼大厅查询机' }),
    inches: field(inchesKind, '英寸')({ label: '尺寸', help: '屏幕对角线，以英寸计。', example: '21.5英寸' }),
    pixels: field(pixelsKind)({ label: '像素', help: '横向×纵向像素。', example: '1920×1080' }),
  },
  {
    orientation: choice(ORIENTATIONS, { label: '方向', help: '横屏或者竖屏。' }),
    distanceM: field(
      reachKind,
      '米',
    )({
      label: '观看距离',
      help: '站着按屏幕的人眼睛离屏幕多远，以米计；不写就是 0.6米。',
      example: '0.6米',
    }),
    categories: values(choice(CATEGORIES, { label: '类别', help: '能查哪几类公告。' }), {
      label: '类别',
      help: '不写就能查全部类别。',
    }),
    idleSeconds: field(
      idleKind,
      '秒',
    )({ label: '无操作提醒', help: '没有人按多久以后提醒，30秒到600秒；不写就是 60秒。', example: '60秒' }),
    warnSeconds: field(
      warningKind,
      '秒',
    )({
      label: '提醒时长',
      help: '提醒以后再过多久清空、回到首页，20秒到120秒；不写就是 20秒。',
      example: '20秒',
    }),
  },
);

export type KioskSettings = z.output<typeof kioskSchema>;

/** `content/pages/<id>.md`: a page of words, such as the help. */
export const pageSchema = record(
  {
    title: text({ label: '标题', help: '页面标题。', example: '使用帮助' }),
    description: text({
      label: '说明',
      help: '一句话说明这一页，用于搜索引擎。',
      example: '怎样查找和订阅公告',
    }),
  },
  {},
);

export type PageSettings = z.output<typeof pageSchema>;

const day = date({ label: '日期', help: '日期。', example: '2026-01-01' });

/** `content/calendar/<year>.yaml`: the State Council's arrangement of one year. */
export const calendarSchema = record(
  {
    year: count({ label: '年份', help: '公历年份。', example: '2026' }),
    notice: text({
      label: '依据',
      help: '国务院办公厅通知的名称。',
      example: '国务院办公厅关于2026年部分节假日安排的通知',
    }),
    noticeCode: text({ label: '文号', help: '通知的文号。', example: '国办发明电〔2025〕7号' }),
    holidays: list(
      { label: '节假日', help: '放假安排，逐个节日列出首尾两天。' },
      {
        name: text({ label: '名称', help: '节日名称。', example: '元旦' }),
        from: date({ label: '开始', help: '放假第一天。', example: '2026-01-01' }),
        to: date({ label: '结束', help: '放假最后一天。', example: '2026-01-03' }),
      },
      {},
    ),
    festivals: values(day, { label: '法定节日', help: '全国年节及纪念日放假办法规定的节日当天。' }),
    makeUpDays: values(day, { label: '调休上班', help: '因调休而上班的周六、周日。' }),
  },
  { noticeUnsure: yesNo({ label: '文号待核', help: '文号还没有对照原件核实。' }) },
);

const FRIDAY = 5;

/** Longest holiday ever arranged is nine days; a longer one is a slip in a month or a year. */
const LONGEST_HOLIDAY = 31;

interface CalendarFault {
  /** Path of English keys. */
  at: readonly (string | number)[];
  message: string;
  help: string;
}

/** Faults of a year's arrangement that no single value shows; `name` is its file's. */
export function checkCalendarYear(
  { year, holidays, festivals, makeUpDays }: z.output<typeof calendarSchema>,
  name: string,
): readonly CalendarFault[] {
  const faults: CalendarFault[] = [];
  const add = (at: CalendarFault['at'], message: string, help: string) => faults.push({ at, message, help });
  if (name !== `${year}.yaml`) add(['year'], `文件名与“年份: ${year}”不一致`, `把文件改名为 ${year}.yaml`);
  for (const [index, { name: holiday, from, to }] of holidays.entries()) {
    const days = daysBetween(from, to);
    const at = ['holidays', index, 'to'];
    if (days < 0) add(at, `${holiday}的结束早于开始`, '核对月份和日期');
    else if (days > LONGEST_HOLIDAY) add(at, `${holiday}放假 ${days + 1} 天`, '核对月份和年份');
    else if (![from, to].some((day) => day.startsWith(String(year)))) {
      add(at, `${holiday}不在 ${year} 年`, '核对年份');
    }
  }
  // Days cannot be held against a holiday that is itself wrong.
  if (faults.some(({ at }) => at[0] === 'holidays')) return faults;
  const off = (day: string): boolean => holidays.some(({ from, to }) => from <= day && day <= to);
  for (const [index, day] of festivals.entries()) {
    if (off(day)) continue;
    add(['festivals', index], `法定节日 ${day} 不在任何一次放假里`, '核对日期，或者补上这次放假');
  }
  for (const [index, day] of makeUpDays.entries()) {
    const at = ['makeUpDays', index];
    if (off(day)) add(at, `${day} 既放假又调休上班`, '对照国务院办公厅的通知，只留一处');
    else if (Temporal.PlainDate.from(day).dayOfWeek <= FRIDAY)
      add(at, `调休上班 ${day} 不是周六、周日`, '核对日期');
  }
  return faults;
}

/** The days of one year's arrangement, for counting. */
export function toCalendarYear(file: z.output<typeof calendarSchema>): CalendarYear {
  const daysOff = new Set<string>();
  const names = new Map<string, string>();
  for (const { name, from, to } of file.holidays) {
    for (
      let current = Temporal.PlainDate.from(from);
      current.toString() <= to;
      current = current.add({ days: 1 })
    ) {
      daysOff.add(current.toString());
      names.set(current.toString(), name);
    }
  }
  return {
    year: file.year,
    daysOff,
    festivals: new Set(file.festivals),
    makeUpDays: new Set(file.makeUpDays),
    names,
  };
}
