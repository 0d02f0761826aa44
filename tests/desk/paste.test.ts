import { describe, expect, test } from 'vitest';
import type { Draft, PastedBlocks, Refusal } from '../../src/core/desk/api.ts';
import { deskFor, type TestDesk } from './open.ts';

async function newDraft(desk: TestDesk): Promise<string> {
  const { body } = await desk.ask<Draft>('POST', '/api/drafts', { category: '建设工程', type: '招标公告' });
  return body.key;
}

describe('what a clerk pastes into a body', () => {
  test('comes back as blocks, and what did not come along in words', async () => {
    const desk = await deskFor();
    const path = `/api/drafts/${await newDraft(desk)}/paste`;
    const html =
      '<p>预算<b>358.6万元</b><img src="file:///C:/1.png" onerror="alert(1)"></p><script>alert(1)</script>';
    expect((await desk.ask<PastedBlocks>('POST', path, { html, text: '预算358.6万元' })).body).toEqual({
      body: '预算**358.6万元**\n',
      messages: ['有 1 张图片没有粘贴过来。请存成文件，放进“附件”。'],
    });
    expect((await desk.ask<PastedBlocks>('POST', path, { text: '名称\t数量\n设备\t1' })).body.body).toBe(
      '| 名称 | 数量 |\n| --- | --- |\n| 设备 | 1 |\n',
    );
  });

  test('is refused in words where the page sends something else, or of no draft', async () => {
    const desk = await deskFor();
    const wrong = await desk.ask<Refusal>('POST', `/api/drafts/${await newDraft(desk)}/paste`, { html: 1 });
    expect([wrong.status, wrong.body.message]).toEqual([422, '办事台没有看懂网页发来的内容。']);
    expect((await desk.ask('POST', '/api/drafts/no-such-draft/paste', { text: '甲' })).status).toBe(404);
    expect(desk.reported).toEqual([]);
  });
});
