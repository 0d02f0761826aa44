import { LONGEST, LONGEST_NOTICE } from '../announcement/line.ts';
import { MOST_COLUMNS } from '../body/check-body.ts';
import { DEEPEST } from '../body/markdown.ts';
import {
  DEEPEST as DEEPEST_ARCHIVE,
  LARGEST_READ,
  LONGEST_LOOK,
  MOST_FILES,
  MOST_PAGES,
  MOST_UNPACKED,
} from '../corpus/attachment/limits.ts';
import { ALLOWED, LARGEST } from '../corpus/attachments.ts';
import { LARGEST_FILE } from '../corpus/front-matter.ts';
import { table } from './markdown.ts';

/** How large, long, wide and deep things may be, from the numbers that the check holds them to. */
export const limitsTable = (): string =>
  table(
    ['什么', '最多', '超过时的代码'],
    [
      ['一份公告的文字（.md 文件）', `${LARGEST_FILE / 1024} KB`, 'F115'],
      ['一栏的文字', `${LONGEST} 字，更长的写进正文`, 'F317'],
      ['一条大屏提示', `${LONGEST_NOTICE} 字`, 'F317'],
      ['一个附件', `${LARGEST / 1024 / 1024} MB`, 'A104'],
      ['附件的种类', ALLOWED.join('、'), 'A103'],
      ['看一个附件的时间', `${LONGEST_LOOK / 1000} 秒`, 'A115'],
      ['查文字的附件', `${LARGEST_READ / 1024 / 1024} MB，PDF 的前 ${MOST_PAGES} 页`, 'A115'],
      ['压缩包一层套一层', `${DEEPEST_ARCHIVE} 层`, 'A114'],
      ['压缩包里打开来看的文件', `${MOST_FILES} 个，解开以后共 ${MOST_UNPACKED / 1024 / 1024} MB`, 'A115'],
      ['一张表格', `${MOST_COLUMNS} 列`, 'C110'],
      ['列表和引用一层套一层', `${DEEPEST} 层`, 'C106'],
    ],
  );
