import type { z } from 'zod';
import { record, text, title } from '../../announcement/field.ts';

/** `content/pages/<id>.md`: a page of words, such as the help. */
export const pageSchema = record(
  {
    title: title({ label: '标题', help: '页面标题。', example: '使用帮助' }),
    description: text({
      label: '说明',
      help: '一句话说明这一页，用于搜索引擎。',
      example: '怎样查找和订阅公告',
    }),
  },
  {},
);

export type PageSettings = z.output<typeof pageSchema>;
