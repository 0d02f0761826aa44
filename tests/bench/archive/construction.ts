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
import { CORRECTION_REASONS, MATTERS, WORK_KINDS, WORK_RULES, WORK_SCOPE, WORKS } from './words.ts';

const category = 'construction';

/** The announcements of one construction tender, each after the other in its lawful time. */
export function construction(matter: Matter, chance: Chance): readonly Draft[] {
  const tender = newTender(matter, chance);
  return [
    tender.notice(),
    ...(chance.is(0.28) ? [tender.correction('correction')] : []),
    ...(chance.is(0.05) ? [tender.correction('correction-2')] : []),
    ...(chance.is(0.06) ? [tender.failure()] : tender.success(chance.is(0.55))),
  ];
}

function newTender({ code, region, day }: Matter, chance: Chance) {
  const id = code.toLowerCase();
  const lot = chance.is(0.18) ? `（第${chance.pick([...'一二三四'])}标段）` : '';
  const name = `${region}${place(chance)}${chance.pick(['村', '社区', '片区', '路'])}${chance.pick(WORKS)}${chance.pick(WORK_KINDS)}${lot}`;
  const buyer = `高明区${region}${chance.pick(['城乡建设', '公用事业', '水利事务', '教育事务', '市政养护'])}示例中心`;
  const agency = `广东${firmName(chance)}示例工程咨询有限公司`;
  const budget = cents(chance.int(400, 60_000) * 1000 + chance.int(0, 99_999) / 100);
  const duration = chance.int(30, 420);
  const contact = { contactName: person(chance), contactPhone: phone(chance) };
  const shared = { projectCode: code, projectName: name, buyer, agency, ...contact };
  const scope = chance.some(WORK_SCOPE, chance.int(2, 4));
  const hour = chance.pick(['09:00', '09:30', '10:00', '14:30', '15:00']);
  const rivals = Array.from({ length: 3 }, (_, index) => ({
    name: bidder(chance, category),
    price: cents((budget * chance.int(780, 995)) / 1000),
    score: ((9690 - index * 300 - chance.int(0, 290)) / 100).toFixed(2),
  }));
  let deadline = `${workdayFrom(day, chance.int(21, 30))} ${hour}`;
  let correctedOn = day;

  const contacts = table(
    ['单位', '名称', '地址', '联系人', '电话'],
    ['招标人', buyer, `${region}示例路 1 号`, contact.contactName, contact.contactPhone],
    ['代理机构', agency, `${region}示例路 2 号`, '项目部', contact.contactPhone.replace(/\d$/u, '0')],
  );

  const notice = (): Draft => ({
    category,
    type: 'tender-notice',
    id: `${id}-tender`,
    publishedAt: officeHour(chance, day),
    fields: {
      ...shared,
      title: `${name}招标公告`,
      region,
      buyerCode: creditCode(chance),
      method: '公开招标',
      mustTender: '是',
      consortium: '否',
      fundSource: chance.pick(['区镇两级财政资金', '上级专项资金和镇级配套', '企业自筹']),
      scope: scope.join('、'),
      budgetFen: yuan(budget),
      priceCeilingFen: yuan(budget),
      durationDays: `${duration}日历天`,
      qualification: WORK_RULES[1],
      documentsFrom: day,
      documentsUntil: workdayAfter(day, 6),
      documentsPlace: '登录示例交易平台免费下载',
      bidDeadline: deadline,
      openingAt: deadline,
      openingPlace: `示例交易中心 30${chance.int(1, 6)} 开标室`,
      depositFen: yuan(cents(budget / 50)),
    },
    body: [
      `${name}已由主管部门批准建设，项目业主为${buyer}，招标条件已经具备，现进行公开招标。`,
      heading('一、基本情况'),
      table(
        ['项目', '内容'],
        ['项目编号', code],
        ['项目名称', name],
        ['所在区域', region],
        ['最高投标限价', yuan(budget)],
      ),
      heading('二、招标范围与工期'),
      bullets(scope),
      `计划工期：${duration}个日历天。工程地点：佛山市高明区${region}。`,
      heading('三、投标人须知'),
      numbered(chance.some(WORK_RULES, chance.int(3, 5))),
      heading('四、文件获取与提交'),
      `自公告发布之日起，凡有意参加者可登录交易平台下载文件。提交截止时间为**${inChinese(deadline)}**，逾期送达的不予受理。`,
      heading('五、联系方式'),
      contacts,
      ...remarks(chance),
    ],
  });

  const correction = (suffix: string): Draft => {
    const old = deadline;
    correctedOn = workdayAfter(correctedOn, chance.int(1, 2));
    deadline = `${workdayFrom(old.slice(0, 10), chance.int(5, 9))} ${hour}`;
    const change = { from: old, to: deadline };
    const reason = chance.pick(CORRECTION_REASONS);
    const other = chance.pick(MATTERS);
    return {
      category,
      type: 'correction-notice',
      id: `${id}-${suffix}`,
      publishedAt: officeHour(chance, correctedOn),
      fields: {
        ...shared,
        title: `${name}招标更正公告`,
        related: `${id}-tender`,
        corrections: [{ field: '投标截止', ...change }, { field: '开标时间', ...change }, { ...other }],
        reason,
      },
      body: [
        `原公告的项目编号为${code}，首次公告日期为${inChinese(day)}。`,
        heading('一、更正内容'),
        table(
          ['序号', '更正事项', '更正后'],
          ['1', '投标截止和开标时间', inChinese(deadline)],
          ['2', other.matter, other.to],
        ),
        heading('二、更正原因'),
        `${reason}。`,
        heading('三、联系方式'),
        contacts,
        ...remarks(chance),
      ],
    };
  };

  const failure = (): Draft => {
    const published = workdayAfter(deadline.slice(0, 10), 1);
    return {
      category,
      type: 'failed-tender-notice',
      id: `${id}-failed`,
      publishedAt: officeHour(chance, published),
      fields: {
        ...shared,
        title: `${name}流标公告`,
        related: `${id}-tender`,
        bidderCount: `${chance.int(0, 2)}家`,
        reason: '投标人少于三个',
        refund: '投标保证金于五个工作日内原路退还',
      },
      body: [
        `${name}（项目编号：${code}）至投标截止时间，递交投标文件的投标人少于三个，本次招标失败。招标人将依法重新招标。`,
        heading('联系方式'),
        contacts,
        ...remarks(chance),
      ],
    };
  };

  const success = (withContract: boolean): readonly Draft[] => {
    const publicised = workdayAfter(deadline.slice(0, 10), chance.int(1, 3));
    const until = workdayFrom(publicised, 4);
    const awarded = workdayAfter(until, 1);
    const signed = workdayFrom(awarded, chance.int(5, 20));
    const winner = rivals[0]!;
    const candidates: Draft = {
      category,
      type: 'candidate-notice',
      id: `${id}-candidates`,
      publishedAt: officeHour(chance, publicised),
      fields: {
        ...shared,
        title: `${name}中标候选人公示`,
        related: `${id}-tender`,
        evaluationReportOn: publicised,
        candidates: rivals.map((rival, index) => ({
          rank: String(index + 1),
          name: rival.name,
          bidFen: yuan(rival.price),
          score: rival.score,
          durationDays: `${duration}日历天`,
          quality: '合格',
          leader: person(chance),
        })),
        publicityFrom: publicised,
        publicityUntil: until,
        objectionChannel: `公示期内通过示例交易平台向${buyer}提出，电话 ${contact.contactPhone}`,
      },
      body: [
        `${name}（项目编号：${code}）的评标已经完成，按照评标委员会的推荐，现将中标候选人公示如下。`,
        heading('一、候选人名单'),
        table(
          ['排序', '候选人', '报价', '综合得分'],
          ...rivals.map((rival, index) => [
            `第${'一二三'[index]!}候选人`,
            rival.name,
            yuan(rival.price),
            rival.score,
          ]),
        ),
        '各候选人的资质、业绩符合招标文件要求的资格能力条件。',
        heading('二、被否决的情况'),
        chance.pick(['无。', `另有${chance.int(1, 4)}家单位因未按要求提交保证金被否决。`]),
        heading('三、异议渠道'),
        `利害关系人对结果有异议的，应当在公示期间通过示例交易平台向${buyer}提出。`,
        contacts,
        ...remarks(chance),
      ],
    };
    const award: Draft = {
      category,
      type: 'award-notice',
      id: `${id}-award`,
      publishedAt: officeHour(chance, awarded),
      fields: {
        ...shared,
        title: `${name}中标结果公告`,
        related: `${id}-candidates`,
        awardedOn: awarded,
        winner: winner.name,
        winnerCode: creditCode(chance),
        awardFen: yuan(winner.price),
        durationDays: `${duration}日历天`,
      },
      body: [
        `${name}（项目编号：${code}）已完成评标，结果公告如下。`,
        heading('一、结果'),
        table(
          ['项目', '内容'],
          ['中标人', winner.name],
          ['中标价', yuan(winner.price)],
          ['所在区域', region],
        ),
        heading('二、主要内容'),
        bullets(scope),
        '下列单位也提交了有效的投标文件：',
        numbered(rivals.slice(1).map((rival) => `${rival.name}，报价${yuan(rival.price)}`)),
        contacts,
        ...remarks(chance),
      ],
    };
    const contract: Draft = {
      category,
      type: 'contract-notice',
      id: `${id}-contract`,
      publishedAt: officeHour(chance, workdayAfter(signed, 1)),
      fields: {
        ...shared,
        title: `${name}合同公告`,
        related: `${id}-award`,
        contractor: winner.name,
        contractFen: yuan(winner.price),
        contractCode: `${code}-HT`,
        awardNoticeOn: awarded,
        signedOn: signed,
        durationDays: `${duration}日历天`,
      },
      body: [
        `根据有关规定，现将${name}的合同签订情况公告如下。`,
        heading('一、合同信息'),
        table(
          ['项目', '内容'],
          ['合同编号', `${code}-HT`],
          ['甲方', buyer],
          ['乙方', winner.name],
          ['合同金额', yuan(winner.price)],
          ['签订日期', inChinese(signed)],
        ),
        heading('二、合同主要条款'),
        numbered([`乙方应在合同生效后${chance.int(5, 20)}日内进场`, '合同价款按月进度支付']),
        contacts,
        ...remarks(chance),
      ],
    };
    return withContract ? [candidates, award, contract] : [candidates, award];
  };

  return { notice, correction, failure, success };
}
