import { describe, expect, test } from 'vitest';
import { questionsIn } from '../../../src/core/body/questions.ts';

const pairsIn = (body: string): readonly (readonly [string, string])[] =>
  questionsIn(body).map(({ question, answer }) => [question, answer]);

describe('澄清公告里一问一答的', () => {
  test('表头写明提问和答复的表，一行是一问一答', () => {
    const table = `现将提问答复如下。

| 序号 | 提问 | 答复 |
| ---: | --- | --- |
| 1 | 能否全封闭？ | 不能。 |
| 2 | 预埋件由谁提供？ | 由**承包人**采购。 |

其他不变。`;
    expect(pairsIn(table)).toEqual([
      ['能否全封闭？', '不能。'],
      ['预埋件由谁提供？', '由承包人采购。'],
    ]);
  });

  test.each([
    ['问：能否全封闭？\n\n答：不能。', '分段'],
    ['问题1：能否全封闭？\n答复：不能。', '分行'],
    ['1. 问：能否全封闭？\n\n答：不能。', '编号'],
    ['### 问题一：能否全封闭？\n\n回复：不能。', '标题'],
    ['一、提问：能否全封闭？\n\n澄清：不能。', '汉字编号'],
  ])('%j', (body) => {
    expect(pairsIn(body)).toEqual([['能否全封闭？', '不能。']]);
  });

  test('答复有几段的，都算；最后一个答复后面的话不算在它里面', () => {
    expect(pairsIn('问：甲？\n\n答：一。\n\n二。\n\n问：乙？\n\n答：三。\n\n其他内容不变。')).toEqual([
      ['甲？', '一。\n二。'],
      ['乙？', '三。'],
    ]);
  });
});

describe('不成一问一答的，照原公告看', () => {
  test.each([
    ['现将招标文件第三章修改如下。', '没有问答'],
    ['问：甲？\n\n问：乙？\n\n答：一。', '有一问没有答'],
    ['| 提问 | 答复 |\n| --- | --- |\n| 甲？ | 一。 |\n| 乙？ | |', '有一行没有答'],
    ['| 章节 | 原文 | 修改为 |\n| --- | --- | --- |\n| 三 | 甲 | 乙 |', '不是问答的表'],
    ['联系人问：请拨打电话。', '话里有问字'],
  ])('%j', (body) => {
    expect(pairsIn(body)).toEqual([]);
  });
});
