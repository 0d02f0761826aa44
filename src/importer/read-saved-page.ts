import { createHash } from 'node:crypto';
import type { Category } from '../core/announcement/category.ts';
import { ALLOWED } from '../core/corpus/attachments.ts';
import type { Inspect } from '../core/corpus/attachment-content.ts';
import { textOf } from '../core/import/tree.ts';
import { toMarkdown } from '../core/import/markdown.ts';
import { lossOf } from '../core/import/verify.ts';
import { recognise } from '../core/import/recognise.ts';
import { hostNamedBy, hostOf, isAllowedLink } from '../core/body/links.ts';
import { addressFrom, isOneSite, standingOf, type Standing } from './addresses.ts';
import type { PageAnswers } from './answers.ts';
import { decodePage, LARGEST_PAGE } from './bytes.ts';
import { CarriedFiles } from './carried.ts';
import { compose } from './compose.ts';
import { endingOf } from './file-names.ts';
import { looksLikePage } from './listing.ts';
import type { Article } from './article.ts';
import { readPage } from './page.ts';
import { isPersonal } from './personal.ts';
import { doubtsBlock } from './weight.ts';
import { RULES_VERSION, type PageDraft, type PageRecord, type Told } from './page-record.ts';
import { readSaved } from './saved-file.ts';
import type { PageJob, Reading } from './reading.ts';
import { shown } from './saved-path.ts';

/** What came of a page; `same`: nothing that matters has changed since it was read. `none`: it is no page. */
type PageOutcome = { record: PageRecord; draft?: PageDraft } | 'same' | 'none';

/** Reads one saved page, whatever is in it. Never throws for what a page holds. */
export function readSavedPage(reading: Reading, job: PageJob, inspect: Inspect): PageOutcome {
  const page = shown(job.path);
  const read = readSaved(reading.root, job.path, LARGEST_PAGE);
  if ('trouble' in read) {
    const sha256 = `${read.trouble} ${read.size}`;
    return {
      record: refused(page, sha256, keyOf(sha256, reading, job), troubleTold(read.trouble, read.size)),
    };
  }
  const { bytes, modified } = read;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = keyOf(sha256, reading, job);
  const standing = standingOf(page);
  if (job.known?.key === key && filesNow(job.known.files, reading, standing) === job.known.files)
    return 'same';
  if (!looksLikePage(bytes)) return 'none';
  try {
    return understand(reading, job, { page, bytes, sha256, key, modified, standing }, inspect);
  } catch (cause) {
    const message = `读这一页时程序出错：${cause instanceof Error ? cause.message.split('\n')[0]!.slice(0, 200) : String(cause)}`;
    const help = '这不是页面的问题。把这一页交给维护者；别的页面照常导入';
    return { record: refused(page, sha256, key, { code: 'G131', message, help }) };
  }
}

const troubleTold = (trouble: string, size: number): Told =>
  trouble === 'too-large'
    ? {
        code: 'G115',
        message: `页面有 ${Math.round(size / 1_000_000)} MB，最多 ${LARGEST_PAGE / 1_000_000} MB`,
        help: '看看它是什么；是公告的，用 npm run new 照着写',
      }
    : { code: 'G117', message: '文件打不开', help: '核对文件的权限，用同一条命令再导入一次' };

const refused = (page: string, sha256: string, key: string, told: Told): PageRecord => ({
  page,
  sha256,
  key,
  state: 'refused',
  addresses: [],
  isWhole: false,
  missing: [],
  doubtful: [],
  dropped: {},
  findings: [told],
  isPersonal: false,
});

function keyOf(sha256: string, { site, map, regions }: Reading, { column, answers }: PageJob): string {
  const parts = [sha256, RULES_VERSION, site, map.regions, map.bodyAt, regions, column, answers];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}

/** The files that a page named, as they are now, in the form of `CarriedFiles.looked`. */
function filesNow(
  before: string | undefined,
  { root, site }: Reading,
  standing: Standing,
): string | undefined {
  if (before === undefined) return undefined;
  const files = new CarriedFiles(root, standing, site, (paths) => paths.map(() => ({})));
  return before
    .split('\n')
    .map((line) => files.lookedAgain(line.slice(0, line.lastIndexOf(' '))))
    .join('\n');
}

interface Opened {
  page: string;
  bytes: Buffer;
  sha256: string;
  key: string;
  /** When the file was last changed, in milliseconds: the server's time of the page, or that of the saving. */
  modified: number;
  standing: Standing;
}

function understand(reading: Reading, job: PageJob, opened: Opened, inspect: Inspect): PageOutcome {
  const { page, bytes, sha256, key, standing } = opened;
  if (job.column === 'left-out' || job.answers?.take === false) {
    const message =
      job.column === 'left-out' ? '这一栏不采用（import-map.yaml）' : '不采用（import-answers.yaml）';
    return { record: { ...refused(page, sha256, key, { code: 'G102', message }), findings: [] } };
  }
  const read = readPage(bytes, page, { bodyAt: reading.map.bodyAt });
  if ('refused' in read) return { record: refused(page, sha256, key, read.refused) };
  const { article } = read;
  const files = new CarriedFiles(reading.root, standing, reading.site, inspect);
  const links = new Links(standing, reading.site, files, article);
  const written = toMarkdown(article.body, {
    link: (address, words) => links.target(address, words),
    image: (address, words) => files.picture(address, words)?.name,
  });
  for (const { address, name } of article.attachments) files.attachment(address, name);
  const loss = lossOf(article.body, written);
  const { category, type } = chosen(job, article.breadcrumb);
  const known = recognise({
    title:
      job.answers?.values['标题'] !== undefined ? String(job.answers.values['标题']) : article.title.text,
    body: article.body,
    ...(category !== undefined && { category }),
    ...(type !== undefined && { type }),
    ...(article.publishedAt && { publishedAt: article.publishedAt.text }),
  });
  const composed = compose({ article, known, written, reading, job, opened, files: files.files });
  const findings: Told[] = [
    ...article.doubts,
    ...written.doubts,
    ...files.told,
    ...composed.told,
    ...(loss === undefined
      ? []
      : [
          {
            code: 'G120',
            message: `搬过来的文字与原页面不一样，从“${loss.slice(0, 40)}”起`,
            help: '对照原页面；没有问题的，在 import-answers.yaml 里写 采用: 是',
          },
        ]),
  ];
  const told = withoutAnswered(findings, job.answers, composed.isMasked);
  const source = decodePage(bytes);
  const record: PageRecord = {
    page,
    sha256,
    key,
    state: told.some(({ code }) => doubtsBlock(code, job.answers)) ? 'blocked' : 'ready',
    system: article.system,
    sure: article.sure,
    ...composed.record,
    body: bodyHash(article, composed.draft.files, composed.record.title ?? ''),
    ...(standing.host !== undefined && { host: standing.host }),
    addresses: addressesOf(standing, article, reading.site),
    breadcrumb: article.breadcrumb.slice(0, 8),
    dropped: written.drops,
    findings: told,
    isPersonal: composed.isPersonal || ('text' in source && isPersonal(source.text)),
    ...(files.files.length > 0 && {
      attached: files.files.flatMap(({ address, bytes: length }) =>
        address === undefined ? [] : [{ address, bytes: length }],
      ),
    }),
    ...(files.looked.length > 0 && { files: files.looked.join('\n') }),
  };
  return { record, draft: { ...composed.draft, links: links.pages } };
}

/** Category and type by the answers, or else by the column, in the map or by the names over the page. */
function chosen(
  { answers, column }: PageJob,
  breadcrumb: readonly string[],
): { category?: Category; type?: string } {
  const said = answers?.category !== undefined ? answers : column === 'left-out' ? undefined : column;
  const category = said?.category ?? categoryAbove(breadcrumb);
  return { ...(category && { category }), ...(said?.type !== undefined && { type: said.type }) };
}

/** What old sites call their columns; a column of notices may hold anything. */
const COLUMNS: readonly (readonly [name: RegExp, category: Category])[] = [
  [/政府采购|政采/u, 'procurement'],
  [/建设工程|工程建设|工程交易|工程招投标|工程招标/u, 'construction'],
  [/土地|矿业权|矿权|国土/u, 'land'],
  [/产权/u, 'property'],
];

/** The category that the names over a page say, if they say just one. */
function categoryAbove(breadcrumb: readonly string[]): Category | undefined {
  const said = COLUMNS.filter(([name]) => breadcrumb.some((one) => name.test(one)));
  return said.length === 1 ? said[0]![1] : undefined;
}

/** What an answer has settled is told no more. */
const withoutAnswered = (
  findings: readonly Told[],
  answers: PageAnswers | undefined,
  isMasked: boolean,
): readonly Told[] =>
  findings.filter(
    ({ code, label }) =>
      !(answers?.values['发布时间'] !== undefined && ['G104', 'G122', 'G123'].includes(code)) &&
      !(isMasked && code === 'G107' && label === undefined) &&
      !(label !== undefined && answers?.values[label] !== undefined),
  );

/** What makes two pages one announcement: title, words and files. 详见附件 alone is said by a hundred of them. */
function bodyHash(article: Article, files: PageDraft['files'], title: string): string {
  const words = article.body.map(textOf).join('').replace(/\s+/gu, '');
  const more = [title.replace(/\s+/gu, ''), ...files.map((file) => file.sha256).sort()];
  return createHash('sha256')
    .update([words, ...more].join('\n'))
    .digest('hex')
    .slice(0, 24);
}

/** Every address that the page had: its own, and those that it states. */
function addressesOf(
  standing: Standing,
  { addresses }: Article,
  site: string | undefined,
): readonly string[] {
  const own = standing.host ?? site;
  const stated = addresses.flatMap((written) => {
    const url = addressFrom(standing, written);
    return url && url.address !== '/' && isOneSite(url.host, own) ? [url.address] : [];
  });
  return [...new Set([standing.address, ...stated])];
}

/** Where the links of a body lead: to files beside the announcement, to other announcements, to other sites. */
class Links {
  readonly pages: Record<string, string> = {};
  readonly #standing: Standing;
  readonly #site: string | undefined;
  readonly #files: CarriedFiles;
  readonly #attachments: ReadonlySet<string>;

  constructor(standing: Standing, site: string | undefined, files: CarriedFiles, article: Article) {
    this.#standing = standing;
    this.#site = site;
    this.#files = files;
    this.#attachments = new Set(article.attachments.map(({ address }) => address));
  }

  target(written: string, words: string): string | undefined {
    if (/^mailto:/iu.test(written))
      return isAllowedLink(written) && !/\s/u.test(written) ? written : undefined;
    if (this.#isFile(written, words)) return this.#files.attachment(written, words)?.name;
    const url = addressFrom(this.#standing, written);
    if (!url) return undefined;
    if (isOneSite(url.host, this.#standing.host ?? this.#site)) return this.#page(url.address);
    const href = URL.parse(written)?.href ?? `http://${url.host!}${url.address}`;
    const promised = hostNamedBy(words);
    return isAllowedLink(href) && (promised === undefined || promised === hostOf(href))
      ? href.replace(/[()]/gu, (one) => (one === '(' ? '%28' : '%29'))
      : undefined;
  }

  #page(address: string): string | undefined {
    if (address === this.#standing.address || address === '/') return undefined;
    const known = Object.keys(this.pages).find((placeholder) => this.pages[placeholder] === address);
    if (known !== undefined) return known;
    const placeholder = `import-link-${String(Object.keys(this.pages).length + 1).padStart(4, '0')}`;
    this.pages[placeholder] = address;
    return placeholder;
  }

  /** By what the article names as its files, or by an ending of words, path or query that files have. */
  #isFile(written: string, words: string): boolean {
    if (this.#attachments.has(written) || /^(?:file:|[a-z]:\\)/iu.test(written)) return true;
    const [path = '', query = ''] = written.replace(/#.*$/su, '').split('?');
    return [words, path, ...query.split('&')].some((one) => {
      const ending = endingOf(one);
      return (
        ending !== undefined &&
        (ALLOWED.includes(ending) ||
          /^(?:exe|bat|docm|xlsm|gif|bmp|tiff?|mp4|swf|rtf|gef|gcz|gdz|zjz)$/u.test(ending))
      );
    });
  }
}
