import { piecesOf } from '../../src/core/typesetting/title.ts';
import type { NoticeLevel } from '../../src/core/announcement/notice-level.ts';
import type { Item, Notice } from '../../src/core/screen/browser/feed.ts';
import type { Panel } from '../../src/core/screen/browser/panel.ts';
import type { TestInfo } from '@playwright/test';
import { barriersOn } from './axe.ts';
import type { HallServer } from './hall-server.ts';
import { unfit } from './legibility.ts';
import { expect, test, type HallScreen } from './lobby.ts';

/* The signs of the sample stand at 2026-11-22 09:00. */

const at = (time: string, day = '2026-11-22'): string => `${day}T${time}:00+08:00`;

const opening = (time: string, short: string, more: Partial<Item> = {}): Item => ({
  id: `sl-${time.replace(':', '')}`,
  title: `${short}招标公告`,
  short,
  words: piecesOf(short),
  type: '招标公告',
  at: at(time),
  room: '303',
  roomId: 'kb303',
  until: at('00:00', '2026-11-23'),
  ...more,
});

const [GREEN, LAMPS, BRIDGE] = ['示例大道绿化养护服务采购', '示例路照明节能改造', '示例桥加固工程监理'];
const LONG = '示例市示例区第二人民医院门诊综合楼及住院部装修改造工程项目施工总承包及配套设施采购';
const elsewhere = { at: at('09:30', '2026-12-18'), room: '305' };
const later = opening('15:00', LAMPS, { id: 'sl-later', at: at('15:00', '2026-12-01') });

interface State {
  readonly name: string;
  readonly items: readonly Item[];
  /** What one reads in the big field and below it. */
  readonly big: readonly (string | RegExp)[];
  readonly below?: string;
  /** What is said to the whole hall. */
  readonly notices?: readonly Notice[];
  /** For how many minutes it has been without its server. */
  readonly alone?: number;
}

const STATES: readonly State[] = [
  {
    name: 'going on',
    items: [opening('08:30', GREEN), opening('11:30', LAMPS)],
    big: ['开标中', GREEN, '08:30 开始'],
    below: `下一场 11:30 ${LAMPS}`,
  },
  {
    name: 'next',
    items: [opening('10:30', BRIDGE), opening('11:30', LAMPS)],
    big: ['候标', '10:30', BRIDGE],
    below: `再下一场 11:30 ${LAMPS}`,
  },
  {
    name: 'next, with nothing after it today',
    items: [opening('10:30', GREEN), later],
    big: ['候标', '10:30', GREEN],
    below: `下一场 12月1日 15:00 ${LAMPS}`,
  },
  {
    name: 'moved',
    items: [opening('09:45', BRIDGE, { moved: elsewhere }), opening('11:30', LAMPS)],
    big: ['改期', '09:45', BRIDGE, '12月18日 09:30 305室'],
    below: `下一场 11:30 ${LAMPS}`,
  },
  {
    name: 'moved while another goes on',
    items: [opening('08:45', GREEN), opening('09:45', BRIDGE, { moved: elsewhere })],
    big: ['开标中', GREEN],
    below: `改期 09:45 ${BRIDGE} 12月18日 09:30 305室`,
  },
  {
    name: 'in another room',
    items: [opening('09:45', BRIDGE, { moved: { at: at('09:45'), room: '二楼开标厅' } })],
    big: ['改地点', '09:45', BRIDGE, '二楼开标厅'],
  },
  {
    name: 'in another house',
    items: [
      opening('09:45', BRIDGE, {
        moved: { at: at('09:45'), place: '示例大酒店三楼会议室（示例区示例路 100 号）' },
      }),
    ],
    big: ['改地点', '09:45', BRIDGE, '示例大酒店三楼会议室'],
  },
  {
    name: 'moved here',
    items: [opening('09:45', BRIDGE, { mark: '已更正' })],
    big: ['候标', '09:45', BRIDGE],
  },
  {
    name: 'suspended',
    items: [opening('09:45', BRIDGE, { stopped: 'suspended' }), opening('11:30', LAMPS)],
    big: ['暂停', '09:45', BRIDGE, '暂停开标，请等后续公告'],
    below: `下一场 11:30 ${LAMPS}`,
  },
  {
    name: 'terminated',
    items: [opening('09:45', BRIDGE, { stopped: 'terminated' })],
    big: ['终止', '09:45', BRIDGE, '已终止，不再开标'],
  },
  { name: 'begun long ago', items: [opening('07:30', GREEN)], big: ['已开始', GREEN, '07:30 开始'] },
  {
    name: 'nothing today',
    items: [later],
    big: ['今天没有安排', '下一场', '12月1日 15:00', LAMPS],
  },
  { name: 'nothing at all', items: [], big: ['今天没有安排', '近期没有开标安排'] },
  {
    name: 'a long name',
    items: [opening('08:30', LONG), opening('10:30', LONG, { moved: elsewhere })],
    big: ['开标中', LONG],
  },
  {
    name: 'twenty minutes without its server',
    items: [opening('08:45', GREEN), opening('11:30', LAMPS)],
    alone: 20,
    big: ['开标中', GREEN],
  },
  {
    name: 'three hours without its server',
    items: [opening('13:15', GREEN), opening('14:30', LAMPS)],
    alone: 180,
    big: ['待核对', '13:15', GREEN],
  },
];

const notice = (level: NoticeLevel, text: string): Notice => ({
  id: `sl-${level}`,
  level,
  text,
  from: at('09:00'),
  until: at('17:00'),
});

const CHANGE = notice('change', '今天上午三楼的开标都改到二楼，请从西侧楼梯下楼，签到时间不变');
const INFORM = notice('inform', '12月5日 08:30 到 12:00 平台维护，暂停递交投标文件，请提前办理');

const SAYING: readonly State[] = [
  {
    name: 'a change for the hall',
    items: [opening('08:30', GREEN), opening('11:30', LAMPS)],
    notices: [CHANGE],
    big: ['开标中', GREEN],
  },
  {
    name: 'a word for the hall',
    items: [opening('08:30', GREEN), opening('11:30', LAMPS)],
    notices: [INFORM],
    big: ['开标中', GREEN],
    below: `下一场 11:30 ${LAMPS}`,
  },
  {
    name: 'both, a moved opening with a long name and no server for three hours',
    items: [opening('13:30', LONG.slice(0, 20), { moved: elsewhere })],
    notices: [CHANGE, INFORM],
    alone: 180,
    big: ['待核对', '13:30'],
  },
];

const SIGNS = [
  ['door-303', { inches: 21.5, width: 1080, height: 1920, distanceM: 2 }],
  ['door-301', { inches: 21.5, width: 1920, height: 1080, distanceM: 2 }],
] as const satisfies readonly (readonly [string, Panel])[];

const publish = (
  server: HallServer,
  sign: string,
  items: readonly Item[],
  notices: readonly Notice[] = [],
): void =>
  server.publish(sign, (feed) => ({
    ...feed,
    parts: [{ kind: 'openings', items, leftOut: 0 }],
    notices,
  }));

/** Keeps a picture of the glass with the report, and in a folder where somebody wants to look at all of them. */
async function keepPicture({ page }: HallScreen, info: TestInfo, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  const path = folder && `${folder}/${page.viewportSize()!.width}-${name.replaceAll(/\W+/gu, '-')}.png`;
  const body = await page.screenshot({ ...(path && { path }) });
  await info.attach(name, { body, contentType: 'image/png' });
}

/** Opens a sign on which these stand. */
async function show(
  hall: HallScreen,
  server: HallServer,
  sign: string,
  items: readonly Item[],
  notices: readonly Notice[] = [],
): Promise<void> {
  publish(server, sign, items, notices);
  await hall.open(sign);
  await hall.pass(80);
}

/** What one reads in a field. */
async function read(hall: HallScreen, field: string): Promise<string> {
  const text = await hall.page.locator(field).innerText();
  return text
    .replaceAll('\u200b', '')
    .replace(/\s+(?=[月日室])|(?<=月)\s+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

for (const [sign, panel] of SIGNS) {
  test.describe(`the sign ${sign} of ${panel.width}×${panel.height}`, () => {
    test.use({ viewport: { width: panel.width, height: panel.height } });

    for (const { name, items, notices, big, below, alone } of [...STATES, ...SAYING]) {
      test(`says what is opened in the room: ${name}`, async ({ hall, server }, info) => {
        await show(hall, server, sign, items, notices);
        if (alone !== undefined) {
          await server.fail('500');
          await hall.jump(alone);
          await hall.pass(80);
        }
        await keepPicture(hall, info, name);
        const words = `${await read(hall, '.state')} ${await read(hall, '.now')}`;
        for (const part of big) expect(words).toMatch(part);
        if (below !== undefined) expect(await read(hall, '.below')).toBe(below);
        expect(await unfit(hall.page, panel)).toEqual([]);
        expect(await barriersOn(hall.page)).toEqual([]);
      });
    }

    test('gives the glass to a 紧急', async ({ hall, server }, info) => {
      await show(
        hall,
        server,
        sign,
        [opening('08:30', GREEN)],
        [notice('urgent', '立即离开，三楼火警，走楼梯')],
      );
      await expect(hall.page.locator('[data-alarm]')).toBeVisible();
      await keepPicture(hall, info, 'urgent');
      const { width, height } = (await hall.page.locator('[data-alarm]').boundingBox())!;
      expect({ width, height }).toEqual({ width: panel.width, height: panel.height });
      expect(await barriersOn(hall.page)).toEqual([]);
    });

    test('keeps the room in the night and says when it speaks again', async ({ hall, server }, info) => {
      server.time = Date.parse(at('20:00'));
      await show(hall, server, sign, [opening('19:30', GREEN)]);
      await expect(hall.page.locator('[data-curtain=quiet]')).toContainText('07:45 恢复显示');
      await expectOnlyTheRoom(hall, info, 'night', panel);
    });

    test('keeps the room after three days alone and sends to whoever knows', async ({
      hall,
      server,
    }, info) => {
      await show(hall, server, sign, [opening('10:30', GREEN)]);
      await server.fail('500');
      await hall.jump(3 * 24 * 60 + 10);
      await expect(hall.page.locator('[data-curtain=suspended]')).toContainText('请问服务台');
      await expectOnlyTheRoom(hall, info, 'suspended', panel);
    });

    test('turns what is next into what is going on when its hour has come', async ({ hall, server }) => {
      await show(hall, server, sign, [opening('09:20', GREEN)]);
      expect(await read(hall, '.state')).toBe('候标 09:20');
      await hall.pass(9 * 60);
      expect(await read(hall, '.state')).toBe('开标中');
    });

    test('takes over with the next question what was moved', async ({ hall, server }) => {
      await show(hall, server, sign, [opening('10:30', GREEN)]);
      publish(server, sign, [opening('10:30', GREEN, { moved: elsewhere })]);
      await hall.pass(80);
      expect(await read(hall, '.state')).toBe('改期 10:30');
    });
  });
}

async function expectOnlyTheRoom(
  hall: HallScreen,
  info: TestInfo,
  name: string,
  panel: Panel,
): Promise<void> {
  await keepPicture(hall, info, name);
  await expect(hall.page.locator('.door h1')).toBeVisible();
  await expect(hall.page.locator('.now')).toBeHidden();
  await expect(hall.page.locator('.state')).toBeHidden();
  expect(await unfit(hall.page, panel)).toEqual([]);
  expect(await barriersOn(hall.page)).toEqual([]);
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1080, height: 1920 } });

  test('a sign says how things stood and when that was, and what else is opened in the room', async ({
    page,
    server,
  }) => {
    await page.goto(server.addressOf('door-303'));
    await expect(page.locator('h1')).toHaveText('303');
    await expect(page.locator('.state')).toContainText('今天没有安排');
    await expect(page.locator('.age')).toContainText('数据 11月22日 09:00');
    await expect(page.locator('.now')).toContainText('下一场');
  });
});
