import type { Chance } from './chance.ts';
import { inChinese, officeHour, workdayFrom } from './days.ts';
import {
  bullets,
  heading,
  numbered,
  person,
  phone,
  remarks,
  table,
  type Draft,
  type Matter,
} from './draft.ts';
import { DEMANDS, SUBJECTS } from './words.ts';

/** One notice of the centre. */
export function general({ code, region, day }: Matter, chance: Chance): readonly Draft[] {
  const subject = chance.pick(SUBJECTS);
  const contact = { contactName: person(chance), contactPhone: phone(chance) };
  const until = workdayFrom(day, chance.int(3, 25));
  return [
    {
      category: 'general',
      type: 'notice',
      id: code.toLowerCase(),
      publishedAt: officeHour(chance, day),
      fields: {
        ...contact,
        title: `关于${subject}的通知`,
        issuer: '高明区示例公共资源交易中心',
        effectiveFrom: day,
        effectiveUntil: until,
      },
      body: [
        '各有关单位：',
        `为方便各交易主体办理业务，现将${subject}有关事项通知如下。`,
        heading('一、时间安排'),
        table(
          ['事项', '时间', '地点'],
          ['开始办理', inChinese(day), `${region}服务窗口`],
          ['截止办理', inChinese(until), '网上办理'],
        ),
        heading('二、具体要求'),
        numbered(chance.some(DEMANDS, chance.int(3, 5))),
        heading('三、联系方式'),
        bullets([`联系人：${contact.contactName}`, `联系电话：${contact.contactPhone}`]),
        ...remarks(chance),
      ],
    },
  ];
}
