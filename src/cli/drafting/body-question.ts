import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unquoted } from './files.ts';
import { LAST_LINE, readLines } from './paste.ts';
import type { Choice } from './list-prompt.ts';
import { Stopped, terminal } from './terminal.ts';
import { removed } from '../../patience.ts';

/** What is left in place of words that may have been lost when a paste was broken off; the check refuses it. */
const BROKEN_OFF = '〔待填：粘贴到这里中断了，核对后面还有没有〕';

interface BodyWays {
  /** The body as the fields make it; empty where they say nothing. */
  made: string;
  /** What it leaves to be filled in, in words. */
  gaps: readonly string[];
  /** A body that was written before. */
  own?: string | undefined;
  /** Keeps what was written so far. */
  keep: (text: string) => void;
}

/**
 * Asks how the body is to be written, and returns it; nothing where it is to be made from the fields.
 * @throws {Stopped} when the clerk leaves; what was pasted until then has been kept
 */
export async function askForBody({ made, gaps, own, keep }: BodyWays): Promise<string | undefined> {
  const paste = { value: 'paste', label: '粘贴，或者直接打字' };
  const generate = {
    value: 'generate',
    label: '按各栏生成',
    ...(gaps.length > 0 && { hint: `还要补 ${gaps.length} 处：${gaps.join('、')}` }),
  };
  const hasWords = made.replaceAll(/〔待填[^〕]*〕/gu, '').trim() !== '';
  const choices: Choice[] = [
    ...(own === undefined ? [] : [{ value: 'own', label: '不改，用原来写的' }]),
    ...(hasWords ? [generate, paste] : [paste]),
    { value: 'file', label: '读一个文件', hint: '.md 或者 .txt' },
    { value: 'editor', label: '打开编辑器写' },
  ];
  for (;;) {
    const way = await terminal.choose('正文怎么写？', choices);
    if (way === 'own') return own;
    if (way === 'generate') return undefined;
    const text = await (way === 'paste'
      ? pasteBody(keep)
      : way === 'file'
        ? readBodyFile()
        : await editBody(own ?? made));
    if (text !== undefined && text.trim() !== '') {
      const body = text.trim();
      terminal.say(`收到正文 ${body.split('\n').length} 行，${[...body.replaceAll(/\s/gu, '')].length} 字。`);
      return body;
    }
    terminal.warn('没有收到正文，再选一次。');
  }
}

async function pasteBody(keep: (text: string) => void): Promise<string> {
  const { text, dropped, isBroken } = await readLines(() =>
    terminal.say(
      `把正文粘贴在下面（Ctrl+V，或者单击鼠标右键），多少行都可以。\n写完另起一行，打一个“${LAST_LINE}”字，按回车。`,
    ),
  );
  if (isBroken) {
    if (text.trim() !== '') keep(`${text}\n\n${BROKEN_OFF}`);
    throw new Stopped();
  }
  if (dropped > 0) terminal.warn(`去掉了 ${dropped} 个看不见的控制字符。`);
  return text;
}

/** Longest body that a file may hold, in bytes; the check refuses longer ones too. */
const LONGEST = 1_000_000;

async function readBodyFile(): Promise<string | undefined> {
  const path = await terminal.text('文件的位置（把文件拖到窗口里就行）', {
    check: (text) => {
      const read = readText(unquoted(text));
      return 'fault' in read ? read.fault : undefined;
    },
  });
  const read = readText(unquoted(path));
  return 'text' in read ? read.text : undefined;
}

/** The words of a text file, with line ends and the beginning as the check wants them. */
function readText(path: string): { text: string } | { fault: string } {
  const stat = path === '' ? undefined : statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return { fault: path === '' ? '要写文件的位置' : `没有 ${path} 这个文件` };
  if (/\.(?:docx?|wps|pdf|rtf|xlsx?)$/iu.test(path))
    return {
      fault:
        '这种文件读不出文字：在 Word、WPS 里打开，复制全文，用“粘贴”；整份公告都在里面的，用 --from-document',
    };
  if (stat.size > LONGEST) return { fault: '文件太大，不像正文' };
  const bytes = readFileSync(path);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: text.replaceAll(/\r\n?/gu, '\n') };
  } catch {
    return { fault: '文件的文字读出来是乱码：用记事本打开，“另存为”时编码选“UTF-8”' };
  }
}

/** Opens the body in the editor of the system; nothing when it could not be opened. */
async function editBody(made: string): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-body-'));
  const file = join(folder, '正文.md');
  writeFileSync(file, `${made}\n`);
  const editor =
    process.env['VISUAL'] ?? process.env['EDITOR'] ?? (process.platform === 'win32' ? 'notepad' : 'vi');
  terminal.say(`用 ${editor} 打开了正文。写完保存，关掉编辑器，再回到这里。`);
  // The setting may hold options, `code --wait`, so a shell reads it.
  const { status } = spawnSync(`${editor} "${file}"`, { stdio: 'inherit', shell: true });
  const read = status === 0 ? await readSaved(file, `${made}\n`) : { fault: `编辑器 ${editor} 没有正常结束` };
  if ('text' in read) {
    removed(folder);
    return read.text;
  }
  terminal.warn(`${read.fault}。写的内容还在 ${file}，可以用“读一个文件”。`);
  return undefined;
}

/**
 * Reads what was written in an editor. The one of Windows 11 hands the file to a window that is open already and ends
 * at once, so while nothing has changed the clerk says when it is saved.
 */
async function readSaved(file: string, before: string): Promise<ReturnType<typeof readText>> {
  for (;;) {
    const read = readText(file);
    if (!('text' in read) || read.text !== before) return read;
    const isSaved = await terminal.confirm(
      `正文还和打开时一样（${file}）。写完、保存好了再选。`,
      '保存好了，读进来',
      '不改，就用这样的',
    );
    if (!isSaved) return read;
  }
}
