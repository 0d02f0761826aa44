import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { callFor, correctionOf } from '../bench/archive/call.ts';
import { chanceOf, type Chance } from '../bench/archive/chance.ts';
import { writeWithdrawal } from '../../src/core/mend/withdraw.ts';
import type { Instant } from '../../src/core/announcement/instant.ts';

/** What a clerk, a file system or a clock does to a site between two builds. */
export interface Edit {
  readonly name: string;
  /** Returns the moment that the next build takes for the present, where it moves that. */
  readonly apply: (content: string, chance: Chance, now: string) => string | undefined;
}

/** Edits by chance: the same seed gives the same ones. */
export function editsOf(seed: string, count: number): readonly Edit[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, () => chance.pick(EDITS));
}

const announcementsIn = (content: string): readonly string[] =>
  globSync('announcements/**/*.md', { cwd: content })
    .filter((file) => !basename(file).startsWith('.'))
    .sort()
    .map((file) => join(content, file));

type Exchange = string | ((...found: string[]) => string);

const rewrite = (file: string, from: RegExp, to: Exchange): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to as string));

/** Some file whose text matches; none where there is none. */
function anyWith(content: string, chance: Chance, pattern: RegExp): string | undefined {
  const found = announcementsIn(content).filter((file) => pattern.test(readFileSync(file, 'utf8')));
  return found.length === 0 ? undefined : chance.pick(found);
}

const inAny =
  (pattern: RegExp, edit: (file: string, chance: Chance) => void): Edit['apply'] =>
  (content, chance) => {
    const file = anyWith(content, chance, pattern);
    if (file !== undefined) edit(file, chance);
    return undefined;
  };

function put(content: string, path: string, text: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}

const region = (content: string): string =>
  /^地区:\s*$\n\s*- (.+)$/mu.exec(readFileSync(join(content, 'site.yaml'), 'utf8'))?.[1] ?? '荷城街道';

/** A result of a grant of land as an import keeps it: it names no other announcement. */
const migratedResult = (code: string, original: string): string =>
  [
    '---',
    '标题: 示例地块成交公示',
    '类别: 土地',
    '类型: 存量公告',
    '原类型: 成交公示',
    '发布时间: 2026-10-30',
    `项目编号: ${code}`,
    '竞得人: 佛山市示例新材料有限公司',
    '成交价: 1926万元',
    `原文校验: sha256:${createHash('sha256').update(original).digest('hex')}`,
    '---',
    '',
    '示例地块已经成交。',
    '',
  ].join('\n');

export const EDITS: readonly Edit[] = [
  {
    name: '发布一份招标公告',
    apply: (content, chance) => {
      const number = chance.int(100, 999);
      const text = callFor({
        code: `GM-JS-2026-9${number}`,
        title: `示例道路改造工程${number}`,
        region: region(content),
      });
      put(content, `announcements/construction/2026/new-${number}.md`, text);
      return undefined;
    },
  },
  {
    name: '更正一份公告的截止时间',
    apply: inAny(/^类型: 招标公告\n[^]*^投标截止: 2026-11-24 10:00$/mu, (file) => {
      const id = basename(file, '.md');
      const code = /^项目编号: (.+)$/mu.exec(readFileSync(file, 'utf8'))![1]!;
      writeFileSync(join(dirname(file), `${id}-correction.md`), correctionOf({ id, code }));
    }),
  },
  {
    name: '改标题',
    apply: inAny(/^标题: /mu, (file, chance) =>
      rewrite(file, /^标题: (.*)$/mu, `标题: $1（${chance.int(1, 99)}）`),
    ),
  },
  {
    name: '改单位的名称',
    apply: inAny(/^(?:招标人|采购人|出让人): /mu, (file, chance) =>
      rewrite(file, /^(招标人|采购人|出让人): .*$/mu, `$1: 新增示例单位${chance.int(1, 9)}中心`),
    ),
  },
  {
    name: '改正文',
    apply: inAny(/./u, (file) => appendFileSync(file, '\n补充一句话。\n')),
  },
  {
    name: '改发布时间，跨一个月',
    apply: inAny(/^发布时间: \d{4}-\d\d-\d\d/mu, (file) =>
      rewrite(
        file,
        /^(发布时间: \d{4})-(\d\d)/mu,
        (_: string, year: string, month: string) =>
          `${year}-${String((Number(month) % 12) + 1).padStart(2, '0')}`,
      ),
    ),
  },
  {
    name: '移到下一年',
    apply: inAny(/^发布时间: 20(?:18|19|2[0-5])/mu, (file) => {
      if (basename(file) === 'index.md') return;
      const year = Number(/^发布时间: (\d{4})/mu.exec(readFileSync(file, 'utf8'))![1]);
      const moved = join(dirname(dirname(file)), String(year + 1), basename(file));
      if (existsSync(moved)) return;
      rewrite(file, /^发布时间: \d{4}/mu, `发布时间: ${year + 1}`);
      mkdirSync(dirname(moved), { recursive: true });
      renameSync(file, moved);
    }),
  },
  {
    name: '删去一份公告',
    apply: inAny(/./u, (file) => {
      if (basename(file) !== 'index.md') rmSync(file);
    }),
  },
  {
    name: '换一个文件名',
    apply: inAny(/./u, (file, chance) => {
      if (basename(file) !== 'index.md') renameSync(file, file.replace(/\.md$/u, `-${chance.int(2, 99)}.md`));
    }),
  },
  {
    name: '撤下一份公告',
    apply: inAny(/^---\n(?![^]*^撤下:)/mu, (file, chance) => {
      const words = {
        at: '2026-11-02T08:30:00+08:00' as Instant,
        reason: chance.is(0.5) ? '重复发布' : '写到个人信息',
      };
      const written = writeWithdrawal(file, readFileSync(file), words);
      if (written) writeFileSync(file, written);
    }),
  },
  {
    name: '迁来一份旧的成交公示，与一份出让公告同一个项目编号',
    apply: inAny(/^类型: 国有建设用地使用权出让公告$/mu, (file, chance) => {
      const code = /^项目编号: (.+)$/mu.exec(readFileSync(file, 'utf8'))![1]!;
      const id = `old-${chance.int(100, 999)}`;
      const original = `<title>成交公示 ${id}</title>`;
      const content = join(dirname(file), '../../..');
      put(content, `originals/${id}/page.html`, original);
      put(content, `announcements/land/2026/${id}.md`, migratedResult(code, original));
    }),
  },
  {
    name: '换附件的字节',
    apply: (content, chance) => {
      const found = globSync('announcements/**/*.pdf', { cwd: content }).sort();
      if (found.length > 0) appendFileSync(join(content, chance.pick(found)), `%${chance.int(0, 9)}\n`);
      return undefined;
    },
  },
  {
    name: '上大屏的紧急通知',
    apply: inAny(/^---\n(?![^]*^大屏提示:)/mu, (file) =>
      rewrite(
        file,
        /\n---\n/u,
        '\n大屏提示:\n  文字: 今天停电，开标改在二楼\n  结束: 2026-11-20 18:00\n---\n',
      ),
    ),
  },
  {
    name: '只碰一下文件',
    apply: inAny(/./u, (file) => utimesSync(file, new Date('2027-01-01'), new Date('2027-01-01'))),
  },
  {
    name: '文件的时间退回去',
    apply: inAny(/^标题: /mu, (file, chance) => {
      rewrite(file, /^标题: (.*)$/mu, `标题: $1${chance.int(1, 9)}`);
      utimesSync(file, new Date('2020-01-01'), new Date('2020-01-01'));
    }),
  },
  {
    name: '写坏一份公告',
    apply: inAny(/^类别: /mu, (file) => rewrite(file, /^类别: /mu, '类 别: ')),
  },
  {
    name: '改网站的设置',
    apply: (content, chance) => {
      rewrite(join(content, 'site.yaml'), /^联系电话: .*$/mu, `联系电话: 0757-0000000${chance.int(1, 9)}`);
      return undefined;
    },
  },
  { name: '过一分钟', apply: (_, __, now) => later(now, 1) },
  { name: '过一天', apply: (_, __, now) => later(now, 24 * 60) },
  { name: '过一年', apply: (_, __, now) => later(now, 366 * 24 * 60) },
  { name: '时钟退回去', apply: (_, __, now) => later(now, -90) },
];

const later = (now: string, minutes: number): string =>
  `${new Date(Date.parse(now) + minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, 16)}+08:00`;
