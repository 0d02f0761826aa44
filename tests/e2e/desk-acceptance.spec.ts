import { pdf } from '../importer/documents/pdf.ts';
import { docx, item, lists, OFFICIAL, p, tbl, tc, title, tr } from '../importer/documents/make.ts';
import { Human } from './desk-human.ts';
import { expect, test, type Seat } from './desk-office.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What an agency sends: its text, and a table of lots with merged cells. All of it invented. */
const agencyDocument = (): Buffer =>
  Buffer.from(
    docx({
      numbering: lists([OFFICIAL]),
      body: [
        title('沿江路市政道路改造工程施工招标公告'),
        item('招标条件', 1),
        p(
          '本招标项目沿江路市政道路改造工程已由示例单位批准建设，招标人为示例街道建设办公室，资金来自财政资金。',
        ),
        p('项目编号：GM-JS-2026-912'),
        p('项目名称：沿江路市政道路改造工程'),
        item('项目概况与招标范围', 1),
        tbl([
          tr(['标段', tc('招标范围', '<w:gridSpan w:val="2"/>'), '工期']),
          tr([tc('一标段', '<w:vMerge w:val="restart"/>'), '路基', '1.2 公里', '180日历天']),
          tr([tc('', '<w:vMerge/>'), '路面', '1.2 公里', '180日历天']),
        ]),
        p('招标人：示例街道建设办公室'),
        p('最高投标限价：358.6万元'),
        item('投标人资格要求', 1),
        p('本次招标不接受联合体投标。'),
        p('具有市政公用工程施工总承包三级及以上资质，安全生产许可证在有效期内。'),
        item('招标文件的获取', 1),
        p('时间：2026年11月23日至2026年11月30日'),
        item('投标文件的递交', 1),
        p('投标截止时间：2026年12月25日9时30分'),
        p('开标时间：2026年12月25日9时30分'),
        p('开标地点：示例市公共资源交易中心301开标室'),
        item('联系方式', 1),
        p('招标人地址：示例市示例路1号'),
        p('联系人：罗工（示例）'),
        p('电话：0757-00001803'),
      ].join(''),
    }),
  );

/** Words that no clerk has to know, wherever they stand on a screen. */
const STOPPED = /\bgit\b|commit|branch|push|merge|YAML|Markdown|front matter|分支|提交记录|仓库|推送/iu;

test('十分钟：从代理机构的文件写一份招标公告，同事审核，网站上看得到', async ({ office }) => {
  test.setTimeout(240_000);
  office.begin(1);
  const chen = await office.seat('陈静', 'chen');
  const wang = await office.seat('王芳', 'wang');
  const human = new Human();
  const seen: string[] = [];
  const look = async ({ page }: Seat): Promise<void> =>
    void seen.push(await page.evaluate(() => document.body.innerText));
  await write(chen, human, look);
  await submit(chen, human, look);
  await review(wang, human, look);
  expect(office.git('log', '-1', '--format=%an %s', 'main')).toContain('陈静');
  expect(office.files()).toContain('announcements/construction/2026/gm-js-2026-912-tender/图纸.pdf');
  expect(seen.filter((words) => STOPPED.test(words))).toEqual([]);
  const pace = `${human.interactions} interactions, ${Math.round(human.seconds)} s`;
  test.info().annotations.push({ type: 'pace', description: `${pace} ${JSON.stringify(human.waits)}` });
  expect(human.interactions).toBeLessThanOrEqual(60);
  expect(human.seconds).toBeLessThanOrEqual(600);
});

type Look = (seat: Seat) => Promise<void>;

async function write(seat: Seat, human: Human, look: Look): Promise<void> {
  const { page } = seat;
  await human.click(page.getByRole('link', { name: '写公告' }).first());
  await look(seat);
  await human.click(page.getByRole('button', { name: '招标公告', exact: true }));
  await human.click(page.getByRole('link', { name: '正文' }));
  await human.bring(page.getByLabel('选一个 Word 文件'), [
    { name: '沿江路招标公告.docx', mimeType: WORD, buffer: agencyDocument() },
  ]);
  const take = page.getByRole('button', { name: /^采用：/u });
  await human.waitFor('读文件', take.first().waitFor());
  await look(seat);
  for (let left = await take.count(); left > 0; left -= 1) await human.click(take.first());
  await human.click(page.getByRole('link', { name: /^填表/u }));
  for (const [label, text] of [
    ['地区', '荷城街道'],
    ['发布时间', '2026-11-22 09:00'],
    ['预算金额', '358.6万元'],
  ] as const)
    await human.answer(page.locator(`[id="field-${label}"]`), text);
  await human.click(page.getByRole('link', { name: /^附件/u }));
  await human.bring(page.getByLabel('放入附件'), [
    { name: '招标文件.pdf', mimeType: 'application/pdf', buffer: pdfOf('招标文件') },
    { name: '图纸.pdf', mimeType: 'application/pdf', buffer: pdfOf('图纸') },
  ]);
  await human.waitFor('放附件', page.getByLabel('名称').nth(1).waitFor());
  await human.click(page.getByRole('link', { name: '看样' }));
  await human.waitFor('看样', page.getByTitle('网页（电脑）').waitFor());
  const sample = page.frameLocator('iframe[title="网页（电脑）"]');
  await expect(sample.getByRole('heading', { level: 1 })).toContainText('沿江路市政道路改造工程');
  await expect(sample.getByRole('cell', { name: '一标段' })).toHaveAttribute('rowspan', '2');
  human.read(120);
  await look(seat);
}

async function submit(seat: Seat, human: Human, look: Look): Promise<void> {
  const { page } = seat;
  await human.click(page.getByRole('link', { name: '发布', exact: true }));
  const send = page.getByRole('button', { name: '送审' });
  await human.waitFor('检查', expect(send).toBeEnabled());
  await look(seat);
  await human.click(send);
  await human.waitFor('送审', page.getByText('正在等同事审核').waitFor());
  await look(seat);
}

async function review(seat: Seat, human: Human, look: Look): Promise<void> {
  const { page } = seat;
  await human.waitFor(
    '同事看到',
    page.getByRole('region', { name: '待我审核' }).getByRole('link').first().waitFor({ timeout: 30_000 }),
  );
  await look(seat);
  await human.click(page.getByRole('region', { name: '待我审核' }).getByRole('link').first());
  await human.waitFor('打开审核', page.getByTitle('网页（电脑）').waitFor());
  human.read(120);
  await look(seat);
  for (const name of ['标题与文号', '时间', '金额与单位', '附件与隐私'])
    await human.click(page.getByLabel(`${name}：看过，没有问题`));
  await human.click(page.getByRole('button', { name: '通过', exact: true }));
  const strip = page.getByRole('region', { name: '发布到哪一步' });
  await human.waitFor('通过', strip.waitFor());
  await human.waitFor('网站更新', expect(strip.locator('.strip-done')).toHaveCount(3));
  await look(seat);
}

/** A PDF of one page with a text. */
const pdfOf = (text: string): Buffer => Buffer.from(pdf([[[72, 700, text]]]));
