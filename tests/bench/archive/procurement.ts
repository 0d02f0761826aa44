import type { Chance } from './chance.ts';
import { inChinese, officeHour, workdayAfter, workdayFrom } from './days.ts';
import {
  bidder,
  bullets,
  cents,
  creditCode,
  firmName,
  heading,
  numbered,
  person,
  phone,
  place,
  remarks,
  table,
  yuan,
  type Draft,
  type Matter,
} from './draft.ts';
import { CORRECTION_REASONS, GOODS, GOODS_RULES, GOODS_SCOPE, MATTERS } from './words.ts';

const category = 'procurement';

/** How supplies are sought: the type of the call, its name, and the shortest days to the deadline. */
const WAYS = [
  { type: 'tender-notice', term: '公开招标', days: 21, open: true },
  { type: 'tender-notice', term: '公开招标', days: 21, open: true },
  { type: 'competitive-consultation', term: '竞争性磋商', days: 12, open: false },
  { type: 'competitive-negotiation', term: '竞争性谈判', days: 10, open: false },
  { type: 'inquiry-notice', term: '询价', days: 10, open: false },
] as const;

/** The announcements of one purchase, each after the other in its lawful time. */
export function procurement({ code, region, day }: Matter, chance: Chance): readonly Draft[] {
  const id = code.toLowerCase();
  const way = chance.pick(WAYS);
  const buyer = chance.pick([
    `高明区${region}${place(chance)}示例小学`,
    `高明区示例第${chance.pick([...'二三五六八'])}中学`,
    '高明区示例人民医院',
    `高明区${region}示例综合服务中心`,
    '高明区示例图书馆',
  ]);
  const name = `${buyer}${chance.pick(GOODS)}项目`;
  const agency = `佛山市${firmName(chance)}示例采购代理有限公司`;
  const budget = cents(chance.int(120, 9000) * 1000 + chance.int(0, 9) * 100);
  const contact = { contactName: person(chance), contactPhone: phone(chance) };
  const shared = { projectCode: code, projectName: name, buyer, agency, ...contact };
  const scope = chance.some(GOODS_SCOPE, chance.int(2, 3));
  const hour = chance.pick(['09:00', '09:30', '10:00', '14:30', '15:00']);
  const documentsUntil = workdayAfter(day, 6);
  const winner = bidder(chance, category);
  const price = cents((budget * chance.int(800, 995)) / 1000);
  const label = way.open ? '投标截止' : '响应截止';
  const earliest = workdayFrom(day, chance.int(way.days, way.days + 8));
  let deadline = `${earliest > documentsUntil ? earliest : workdayAfter(documentsUntil, 1)} ${hour}`;
  const contacts = table(
    ['单位', '名称', '地址', '联系人', '电话'],
    ['采购人', buyer, `${region}示例路 1 号`, contact.contactName, contact.contactPhone],
    ['代理机构', agency, `${region}示例路 2 号`, '项目部', contact.contactPhone.replace(/\d$/u, '0')],
  );

  const drafts: Draft[] = [
    {
      category,
      type: way.type,
      id: `${id}-tender`,
      publishedAt: officeHour(chance, day),
      fields: {
        ...shared,
        title: `${name}${way.term}公告`,
        region,
        ...(way.open ? { method: '公开招标' } : {}),
        procurementKind: name.includes('服务') ? '服务' : '货物',
        requirement: scope.join('、'),
        budgetFen: yuan(budget),
        priceCeilingFen: yuan(budget),
        qualification: '无',
        consortium: '否',
        documentsFrom: day,
        documentsUntil,
        documentsPlace: '登录示例采购平台下载',
        documentsFee: '0元',
        noticeWorkingDays: way.open ? '5个工作日' : '3个工作日',
        [way.open ? 'bidDeadline' : 'responseDeadline']: deadline,
        openingAt: deadline,
        openingPlace: `示例交易中心 30${chance.int(1, 6)} 开标室`,
      },
      body: [
        `${agency}受${buyer}委托，对${name}以${way.term}方式组织采购，欢迎符合条件的供应商参加。`,
        heading('一、基本情况'),
        table(['项目', '内容'], ['项目编号', code], ['项目名称', name], ['采购预算', yuan(budget)]),
        heading('二、主要内容'),
        bullets(scope),
        heading('三、供应商须知'),
        numbered(chance.some(GOODS_RULES, chance.int(3, 5))),
        heading('四、文件获取与提交'),
        `提交截止时间为**${inChinese(deadline)}**，逾期送达的不予受理。`,
        heading('五、联系方式'),
        contacts,
        ...remarks(chance),
      ],
    },
  ];

  if (chance.is(0.22)) {
    const old = deadline;
    deadline = `${workdayFrom(old.slice(0, 10), chance.int(5, 9))} ${hour}`;
    const change = { from: old, to: deadline };
    const other = chance.pick(MATTERS);
    const reason = chance.pick(CORRECTION_REASONS);
    drafts.push({
      category,
      type: 'correction-notice',
      id: `${id}-correction`,
      publishedAt: officeHour(chance, workdayAfter(day, chance.int(1, 2))),
      fields: {
        ...shared,
        title: `${name}更正公告`,
        related: `${id}-tender`,
        corrections: [{ field: label, ...change }, { field: '开标时间', ...change }, { ...other }],
        reason,
      },
      body: [
        `原公告的项目编号为${code}，首次公告日期为${inChinese(day)}。`,
        heading('一、更正内容'),
        table(
          ['序号', '更正事项', '更正后'],
          ['1', label, inChinese(deadline)],
          ['2', other.matter, other.to],
        ),
        heading('二、更正原因'),
        `${reason}。`,
        contacts,
        ...remarks(chance),
      ],
    });
  }

  const awarded = workdayAfter(deadline.slice(0, 10), 1);
  const published = workdayAfter(awarded, 1);
  drafts.push({
    category,
    type: way.open ? 'award-notice' : 'deal-notice',
    id: `${id}-award`,
    publishedAt: officeHour(chance, published),
    fields: {
      ...shared,
      title: `${name}${way.open ? '中标' : '成交'}结果公告`,
      related: `${id}-tender`,
      awardedOn: awarded,
      winner,
      winnerCode: creditCode(chance),
      winnerAddress: `佛山市示例区${place(chance)}路${chance.int(1, 260)}号`,
      awardFen: yuan(price),
      items: [
        {
          name: chance.pick(GOODS),
          spec: `示例型号 ${chance.pick([...'ABCD'])}`,
          quantity: `${chance.int(1, 90)} 套`,
        },
        { name: chance.pick(GOODS), requirement: chance.pick(GOODS_SCOPE) },
      ],
      reviewers: Array.from({ length: 3 }, () => person(chance)),
      noticeWorkingDays: '1个工作日',
    },
    body: [
      `${name}（项目编号：${code}）已完成评审，结果公告如下。`,
      heading('一、结果'),
      table(['项目', '内容'], ['供应商', winner], ['金额', yuan(price)]),
      heading('二、主要内容'),
      bullets(scope),
      contacts,
      ...remarks(chance),
    ],
  });

  if (chance.is(0.7)) {
    const signed = workdayFrom(published, chance.int(7, 20));
    drafts.push({
      category,
      type: 'contract-notice',
      id: `${id}-contract`,
      publishedAt: officeHour(chance, workdayAfter(signed, 1)),
      fields: {
        ...shared,
        title: `${name}合同公告`,
        related: `${id}-award`,
        supplier: winner,
        contractCode: `${code}-HT`,
        contractName: `${name}合同`,
        contractFen: yuan(price),
        awardNoticeOn: published,
        signedOn: signed,
      },
      body: [
        `根据有关规定，现将${name}的合同签订情况公告如下。`,
        table(
          ['项目', '内容'],
          ['甲方', buyer],
          ['乙方', winner],
          ['合同金额', yuan(price)],
          ['签订日期', inChinese(signed)],
        ),
        contacts,
        ...remarks(chance),
      ],
    });
  }
  return drafts;
}
