import type { Chance } from './chance.ts';
import { inChinese, officeHour, workdayAfter, workdayFrom } from './days.ts';
import {
  bidder,
  cents,
  creditCode,
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
import { LAND_TERMS, LAND_USES } from './words.ts';

const category = 'land';

/** The announcements of one grant of state land, each after the other in its lawful time. */
export function land({ code, region, day }: Matter, chance: Chance): readonly Draft[] {
  const id = code.toLowerCase();
  const area = chance.int(3_000, 120_000) + chance.int(0, 99) / 100;
  const [sideA, sideB] = chance.some(['以东', '以南', '以西', '以北'], 2);
  const location = `${region}${place(chance)}路${sideA!}、${place(chance)}大道${sideB!}`;
  const name = `${location}地块国有建设用地使用权`;
  const price = cents(area * chance.int(450, 6200));
  const listed = chance.is(0.8);
  const contact = { contactName: person(chance), contactPhone: phone(chance) };
  const shared = { projectCode: code, projectName: name, grantor: '高明区示例自然资源局', ...contact };
  const parcel = {
    code,
    location,
    area: `${area.toLocaleString('en-US')}平方米`,
    use: chance.pick(LAND_USES),
    term: `${chance.pick([40, 50, 70])}年`,
    plotRatio: `1.0-${(chance.int(15, 35) / 10).toFixed(1)}`,
    coverage: `${chance.int(25, 60)}%`,
    greenRatio: `${chance.int(10, 35)}%`,
  };
  const opens = workdayFrom(day, chance.int(30, 36));
  const hour = chance.pick(['09:30', '10:00', '15:00']);
  let closes = `${listed ? workdayFrom(opens, chance.int(11, 16)) : workdayFrom(opens, 0)} ${hour}`;
  const contacts = table(
    ['单位', '名称', '联系人', '电话'],
    ['出让人', shared.grantor, contact.contactName, contact.contactPhone],
  );
  const facts = table(
    ['项目', '内容'],
    ['地块编号', code],
    ['位置', location],
    ['面积', parcel.area],
    ['用途', parcel.use],
    ['容积率', parcel.plotRatio],
    ['起始价', yuan(price)],
  );
  const registration = workdayFrom(day, 26);

  const drafts: Draft[] = [
    {
      category,
      type: 'land-grant-notice',
      id: `${id}-tender`,
      publishedAt: officeHour(chance, day),
      fields: {
        ...shared,
        title: `${name}出让公告`,
        region,
        method: listed ? '挂牌' : '拍卖',
        parcels: [
          {
            ...parcel,
            startPriceFen: yuan(price),
            depositFen: yuan(cents(price * 0.3)),
            incrementFen: yuan(cents(price / 200)),
          },
        ],
        documentsFrom: day,
        documentsUntil: registration,
        registrationDeadline: `${registration} 17:00`,
        depositDeadline: `${registration} 17:00`,
        ...(listed
          ? { listingFrom: `${opens} 09:00`, listingUntil: closes }
          : { auctionAt: closes, auctionPlace: '示例交易中心 2 号厅' }),
      },
      body: [
        `经批准，${shared.grantor}以${listed ? '挂牌' : '拍卖'}方式出让下列地块的国有建设用地使用权。`,
        heading('一、地块情况'),
        facts,
        heading('二、竞买人须知'),
        numbered(chance.some(LAND_TERMS, chance.int(3, 4))),
        heading('三、联系方式'),
        contacts,
        ...remarks(chance),
      ],
    },
  ];

  if (chance.is(0.16)) {
    const old = closes;
    closes = `${workdayFrom(old.slice(0, 10), chance.int(5, 9))} ${hour}`;
    const label = listed ? '挂牌截止' : '拍卖时间';
    drafts.push({
      category,
      type: 'correction-notice',
      id: `${id}-supplement`,
      publishedAt: officeHour(chance, workdayAfter(day, chance.int(1, 3))),
      fields: {
        ...shared,
        title: `${name}出让补充公告`,
        related: `${id}-tender`,
        corrections: [{ field: label, from: old, to: closes }],
        reason: '为使竞买人有充足的时间准备，予以延期',
      },
      body: [
        `原公告的地块编号为${code}，首次公告日期为${inChinese(day)}。`,
        heading('一、补充内容'),
        table(['事项', '原', '新'], [label, inChinese(old), inChinese(closes)]),
        contacts,
        ...remarks(chance),
      ],
    });
  }

  const closed = closes.slice(0, 10);
  const grantee = bidder(chance, category);
  const deal = cents((price * chance.int(1000, 1650)) / 1000);
  drafts.push({
    category,
    type: 'land-grant-result',
    id: `${id}-result`,
    publishedAt: officeHour(chance, workdayAfter(closed, chance.int(1, 3))),
    fields: {
      ...shared,
      title: `${name}成交公示`,
      related: `${id}-tender`,
      grants: [
        { ...parcel, outcome: '成交', grantee, priceFen: yuan(deal), method: listed ? '挂牌' : '拍卖' },
      ],
      closedOn: closed,
      grantee,
      granteeCode: creditCode(chance),
      dealFen: yuan(deal),
    },
    body: [
      `${name}（编号：${code}）已完成交易，结果公示如下。`,
      heading('一、成交结果'),
      table(['项目', '内容'], ['竞得人', grantee], ['成交价', yuan(deal)], ['成交时间', inChinese(closes)]),
      `参加本次竞价的单位共${chance.int(1, 9)}家，经过${chance.int(0, 46)}轮报价成交。`,
      heading('二、地块情况'),
      facts,
      contacts,
      ...remarks(chance),
    ],
  });
  return drafts;
}
