import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markFaults } from '../core/corpus/attachment/findings.ts';
import { contentFault, type Inspect, type Seen } from '../core/corpus/attachment-content.ts';
import { LARGEST } from '../core/corpus/attachments.ts';
import { codeOf } from '../core/diagnostic.ts';
import { keyOfName } from '../core/file-name.ts';
import type { Standing } from './addresses.ts';
import { atRoot } from './listing.ts';
import { allowedEnding, decoded, safeName } from './file-names.ts';
import type { CarriedFile, Told } from './page-record.ts';
import { isPersonal } from './personal.ts';
import { locate, readSaved, type Located } from './saved-file.ts';
import { shown, type PathBytes } from './saved-path.ts';
import { removed } from '../patience.ts';

/** Pictures smaller than this are lines, dots and icons. */
const SMALLEST_PICTURE = 2048;

/** Pictures that pages are decorated with: they are no files of an announcement. */
const DECORATION =
  /(?:^|[/_.-])(?:logo|icon|banner|arrow|dot|line|spacer|blank|loading|qrcode|weixin|wechat|share|bg)\w*\.\w+$/iu;

/**
 * The files that go with one announcement: those that its page links to or shows, as far as they were saved with it and
 * may be published. Each is looked into once; what is refused is told.
 */
export class CarriedFiles {
  readonly files: CarriedFile[] = [];
  readonly told: Told[] = [];
  /** What was looked for and what was found: a later run sees by it whether one was added. */
  readonly looked: string[] = [];
  readonly #byAddress = new Map<string, CarriedFile | undefined>();
  readonly #names = new Set<string>();
  readonly #root: string;
  readonly #standing: Standing;
  readonly #site: string | undefined;
  readonly #inspect: Inspect;

  constructor(root: string, standing: Standing, site: string | undefined, inspect: Inspect) {
    this.#root = root;
    this.#standing = standing;
    this.#site = site;
    this.#inspect = inspect;
  }

  /** The file that an attachment's link means; nothing where it cannot be carried over. */
  attachment(written: string, words: string): CarriedFile | undefined {
    return this.#carry(written, words, false);
  }

  /** The file that a picture of the body is. */
  picture(written: string, words: string): CarriedFile | undefined {
    if (/^data:/iu.test(written)) return this.#fromData(written, words);
    if (DECORATION.test(written.split('?')[0]!)) return undefined;
    return this.#carry(written, words, true);
  }

  #carry(written: string, words: string, isPicture: boolean): CarriedFile | undefined {
    const located = locate(this.#root, this.#standing, written, this.#site);
    const { address } = located;
    if (this.#byAddress.has(address)) return this.#byAddress.get(address);
    const carried = located.path
      ? this.#open(located, words, isPicture)
      : this.#refuseTrouble(located.trouble, written, words);
    this.#byAddress.set(address, carried);
    if (located.trouble !== 'not-web' && located.trouble !== 'outside')
      this.looked.push(`${address} ${this.#state(located)}`);
    return carried;
  }

  /** The line of `looked` of an address as it is now. */
  lookedAgain(address: string): string {
    return `${address} ${this.#state(locate(this.#root, this.#standing, address, this.#site))}`;
  }

  #state(located: Located): string {
    return located.path ? `${lstatSync(atRoot(this.#root, located.path)).size}` : '-';
  }

  #refuseTrouble(trouble: string, written: string, words: string): undefined {
    const name = nameOf(words, written);
    if (trouble === 'outside')
      this.#tell(
        'G116',
        `“${name}”指到文件夹外面（${short(written)}），没有去取`,
        '要发布的，把文件放进文件夹，改好链接再导入',
      );
    if (trouble === 'missing')
      this.#tell(
        'G106',
        `“${name}”没有随页面保存下来（${short(written)}）`,
        '把它放到文件夹里同样的位置，用同一条命令再导入一次；找不到的不用管，正文里留着它的名字',
      );
    if (trouble === 'elsewhere')
      this.#tell(
        'G106',
        `“${name}”在别的网站上（${short(written)}），没有保存下来`,
        '要一起发布的，下载到文件夹里对应的位置再导入',
      );
    return undefined;
  }

  #open(
    { path, address }: { path: PathBytes; address: string },
    words: string,
    isPicture: boolean,
  ): CarriedFile | undefined {
    const name = nameOf(words, address);
    const read = readSaved(this.#root, path, LARGEST);
    if ('trouble' in read) {
      if (read.trouble === 'too-large')
        this.#tell(
          'G126',
          `“${name}”有 ${Math.round(read.size / 1024 / 1024)} MB，最多 ${LARGEST / 1024 / 1024} MB`,
          '压缩或者拆成几个文件，自己加到公告的附件里',
        );
      else this.#tell('G117', `“${name}”打不开`, '核对文件的权限，再导入一次');
      return undefined;
    }
    if (isPicture && read.bytes.length < SMALLEST_PICTURE) return undefined;
    return this.#look(read.bytes, { name, address, path }, words);
  }

  #fromData(written: string, words: string): CarriedFile | undefined {
    const [, type = '', data = ''] = /^data:image\/(jpe?g|png);base64,([\w+/=\s]+)$/iu.exec(written) ?? [];
    const bytes = Buffer.from(data, 'base64');
    if (type === '' || bytes.length < SMALLEST_PICTURE) return undefined;
    const known = this.files.find(({ sha256 }) => sha256 === hashOf(bytes));
    return known ?? this.#look(bytes, { name: `图片.${type.toLowerCase()}`, address: '' }, words);
  }

  #look(
    bytes: Buffer,
    from: { name: string; address: string; path?: PathBytes },
    words: string,
  ): CarriedFile | undefined {
    const seen = this.#seen(bytes, from.path);
    const ending = allowedEnding(from.name, from.address, seen.kind);
    if (ending === undefined) {
      this.#tell(
        'G126',
        `“${from.name}”的格式本站不发布${seen.kind === undefined ? '' : `（.${seen.kind}）`}`,
        '转成 PDF 再自己加到公告的附件里',
      );
      return undefined;
    }
    const name = safeName(from.name, ending, this.#names);
    const fault =
      contentFault(name, seen) ??
      markFaults(name, seen.marks ?? [], words).find(
        ({ code, severity }) => (severity ?? codeOf(code).severity) === 'error',
      );
    if (fault) {
      this.#tell('G126', fault.message, fault.help ?? '打开看一遍，另存一份干净的，自己加到公告的附件里');
      return undefined;
    }
    if ((seen.texts ?? []).some(isPersonal)) {
      this.#tell(
        'G130',
        `附件“${name}”里有手机号、身份证号或者银行卡号，没有复制`,
        '删掉号码，另存一份，自己加到公告的附件里',
      );
      return undefined;
    }
    this.#names.add(keyOfName(name));
    const label = labelOf(words, name);
    const file: CarriedFile = {
      ...(from.path ? { from: from.path.toString('base64') } : { data: bytes.toString('base64') }),
      sha256: hashOf(bytes),
      bytes: bytes.length,
      name,
      label,
      ...(from.address !== '' && { address: from.address }),
    };
    this.files.push(file);
    return file;
  }

  /** The reader of attachments takes paths that are texts. */
  #seen(bytes: Buffer, path: PathBytes | undefined): Seen {
    const plain = path && shown(path);
    if (plain !== undefined && Buffer.from(plain).equals(path!))
      return this.#inspect([join(this.#root, plain)])[0] ?? {};
    const folder = mkdtempSync(join(tmpdir(), 'zhangbang-import-'));
    try {
      writeFileSync(join(folder, 'file'), bytes);
      return this.#inspect([join(folder, 'file')])[0] ?? {};
    } finally {
      removed(folder);
    }
  }

  #tell(code: string, message: string, help: string): void {
    this.told.push({ code, message, help });
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const short = (address: string): string => (address.length > 80 ? `${address.slice(0, 77)}…` : address);

/** What a file is called: by the words of its link, or else by its address. */
const nameOf = (words: string, address: string): string =>
  words.replace(/\s+/gu, ' ').trim() || decoded(/[^/?]*(?=$|\?)/u.exec(address)?.[0] ?? '') || '附件';

/** What readers see: the words of the link without the ending, or the name of the file. */
function labelOf(words: string, name: string): string {
  const plain = words
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\.[a-z\d]{2,5}$/iu, '')
    .slice(0, 100)
    .toWellFormed();
  return plain === '' ? name.replace(/\.[a-z\d]+$/iu, '') : plain;
}
