import type { Chance } from './chance.ts';
import { inChinese, officeHour, workdayAfter } from './days.ts';
import {
  bidder,
  bullets,
  cents,
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
import { ASSET_TERMS, ASSETS } from './words.ts';

const category = 'property';

/** The announcements of one lease or transfer of an asset, each after the other in its lawful time. */
export function property({ code, region, day }: Matter, chance: Chance): readonly Draft[] {
  const id = code.toLowerCase();
  const lease = chance.is(0.6);
  const collective = chance.is(0.5);
  const owner = collective ? `${region}${place(chance)}示例股份合作经济社` : '高明区示例资产经营有限公司';
  const asset = `${region}${place(chance)}${chance.pick(['村', '社区', '路'])}${chance.int(1, 188)}号${chance.pick(ASSETS)}`;
  const price = cents(chance.int(12, 4500) * 1000);
  const ownership = collective ? '农村集体资产' : '企业国有资产';
  const contact = { contactName: person(chance), contactPhone: phone(chance) };
  const shared = { projectCode: code, projectName: asset, owner, ...contact };
  const area = `${chance.int(40, 6800)}平方米`;
  const years = `${chance.int(1, 10)}年`;
  let until = workdayAfter(day, 22);
  let bidding = `${workdayAfter(until, 2)} 10:00`;
  const contacts = table(
    ['单位', '名称', '联系人', '电话'],
    ['委托方', owner, contact.contactName, contact.contactPhone],
  );

  const drafts: Draft[] = [
    {
      category,
      type: lease ? 'asset-lease' : 'asset-transfer',
      id: `${id}-tender`,
      publishedAt: officeHour(chance, day),
      fields: {
        ...shared,
        title: `${asset}${lease ? '公开招租' : '公开转让'}公告`,
        region,
        ownership,
        asset,
        assetArea: area,
        basePriceFen: yuan(price),
        priceUnit: lease ? '每年' : '总价',
        ...(lease ? { leaseTerm: years } : {}),
        method: '网络竞价',
        depositFen: yuan(cents(price / 10)),
        disclosureFrom: day,
        disclosureUntil: until,
        registrationDeadline: `${until} 17:00`,
        biddingAt: bidding,
      },
      body: [
        `受${owner}委托，现对${asset}${lease ? '公开招租' : '公开转让'}，有关事项公告如下。`,
        heading('一、标的情况'),
        bullets([`标的面积：${area}`, ...(lease ? [`租赁期限：${years}`] : [])]),
        heading('二、意向方须知'),
        numbered(chance.some(ASSET_TERMS, chance.int(3, 5))),
        heading('三、报名'),
        `报名截止时间为**${inChinese(`${until} 17:00`)}**，逾期不予受理。`,
        contacts,
        ...remarks(chance),
      ],
    },
  ];

  if (chance.is(0.12)) {
    const old = { until, bidding };
    until = workdayAfter(until, 5);
    bidding = `${workdayAfter(until, 2)} 10:00`;
    drafts.push({
      category,
      type: 'correction-notice',
      id: `${id}-correction`,
      publishedAt: officeHour(chance, workdayAfter(day, chance.int(1, 4))),
      fields: {
        ...shared,
        title: `${asset}变更公告`,
        related: `${id}-tender`,
        corrections: [
          { field: '披露结束', from: old.until, to: until },
          { field: '报名截止', from: `${old.until} 17:00`, to: `${until} 17:00` },
          { field: '竞价时间', from: old.bidding, to: bidding },
        ],
        reason: '为使意向方有充足的时间踏勘，予以延期',
      },
      body: [
        `原公告的项目编号为${code}，首次公告日期为${inChinese(day)}。`,
        table(
          ['事项', '更正后'],
          ['报名截止', inChinese(`${until} 17:00`)],
          ['竞价时间', inChinese(bidding)],
        ),
        contacts,
        ...remarks(chance),
      ],
    });
  }

  const closed = bidding.slice(0, 10);
  const winner = bidder(chance, category);
  const deal = cents((price * chance.int(1000, 1650)) / 1000);
  drafts.push({
    category,
    type: lease ? 'asset-lease-result' : 'asset-transfer-result',
    id: `${id}-result`,
    publishedAt: officeHour(chance, workdayAfter(closed, 1)),
    fields: {
      ...shared,
      title: `${asset}${lease ? '招租' : '转让'}结果公示`,
      related: `${id}-tender`,
      ownership,
      asset,
      basePriceFen: yuan(price),
      priceUnit: lease ? '每年' : '总价',
      intentCount: `${chance.int(2, 9)}家`,
      winner,
      dealFen: yuan(deal),
      closedOn: closed,
    },
    body: [
      `${asset}（项目编号：${code}）已完成交易，结果公示如下。`,
      table(['项目', '内容'], ['受让方', winner], ['成交价', yuan(deal)], ['成交时间', inChinese(bidding)]),
      contacts,
      ...remarks(chance),
    ],
  });
  return drafts;
}
