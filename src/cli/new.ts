import { check } from '../core/check.ts';
import { readSettings, settingsFor, SettingsError } from '../settings.ts';
import { refuseNoFolder } from './content-dir.ts';
import { flagsHelp, readGiven } from './drafting/answers.ts';
import { ExistingAnnouncements } from '../core/proposals/existing.ts';
import { compose } from './drafting/compose.ts';
import { dim } from './drafting/dim.ts';
import { fileFault } from './drafting/files.ts';
import { withDocument } from './drafting/from-document.ts';
import { openDrafts } from './drafting/keep.ts';
import type { Room } from './drafting/make.ts';
import { isAtTerminal, Stopped, terminal } from './drafting/terminal.ts';

const usage = `用法：npm run new -- [选项]

  一问一答写一份新公告：类别 → 类型 → 接在哪一份公告后面 → 逐栏填写 → 附件 → 核对 → 写入。
  每一栏填完马上检查；日期先给出一个合法的建议，可以改。写入以前可以回到任何一项。
  按 Ctrl+Z 退回上一题；按 Esc 停下，草稿会留着，窗口关了也在。

${flagsHelp}
  --from-document 文件   从来文写：.docx，或者 .doc、.wps、.rtf、.odt（要装 LibreOffice）、.pdf、.txt；
                         认出的栏逐项核对，每一项都写明在文件的哪里，没认出的留在正文里
  --without-original     来文不作附件

  由别的程序运行时不提问：缺什么就列出来。
  结束时给别的程序的数字：0 写好了，1 检查没有通过，2 还缺答案或者中途停下。`;

/** `npm run new`: asks for an announcement in the order of its form and writes a file that passes the check. */
export async function run(args: readonly string[]): Promise<number> {
  const given = readGiven(args, usage);
  if (given.help || given.positionals.length > 0) {
    console.log(usage);
    return given.help ? 0 : 2;
  }
  if (given.document !== undefined && given.from !== undefined)
    throw new SettingsError('--from 接着写草稿，--from-document 从文件写一份新的，两个只用一个。');
  const missing = given.attachments.map(fileFault).find((fault) => fault !== undefined);
  if (missing !== undefined) throw new SettingsError(missing);
  if (isAtTerminal()) {
    terminal.open('写一份新公告');
    if (given.from === undefined) sayDrafts();
  }
  const room = openRoom();
  try {
    return await compose(
      given.document === undefined ? given : await withDocument(given.document, given),
      room,
    );
  } catch (reason) {
    // Left at the question about the original: nothing has been answered yet.
    if (!(reason instanceof Stopped)) throw reason;
    terminal.close('没有写入，也没有留草稿。');
    return 2;
  }
}

/** What was begun and not written, so that nothing is begun twice. */
function sayDrafts(): void {
  const drafts = openDrafts();
  if (drafts.length === 0) return;
  const lines = drafts.map(({ path, about }) => `  npm run new -- --from ${path}  ${dim(about)}`);
  terminal.say(`还有没写完的草稿，要接着写，按 Esc 停下，运行：\n${lines.join('\n')}`);
}

/** The content folder as it is now, for those who add to it. */
export function openRoom(): Room {
  const settings = readSettings();
  const { contentDir } = settings;
  refuseNoFolder(contentDir);
  const content = check(contentDir);
  const { now } = settingsFor(settings, content.corpus.site);
  return { contentDir, now, archive: new ExistingAnnouncements(content) };
}
