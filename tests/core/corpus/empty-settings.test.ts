import { expect, test } from 'vitest';
import { base, checkTree } from '../fixtures.ts';

test.each([
  ['displays/hall.yaml', '名称'],
  ['kiosks/hall.yaml', '名称'],
  ['calendar/2026.yaml', '年份'],
  ['site.yaml', '站点名称'],
  ['pages/help.md', '标题'],
])('%s without a field, or as one piece of text, is told with a field of its own', (file, label) => {
  const page = (text: string): string => (file.endsWith('.md') ? `---\n${text}---\n\n正文\n` : text);
  for (const text of ['', '只有一句话\n']) {
    const { findings } = checkTree({ ...base, [file]: page(text) });
    const helps = findings.filter((finding) => finding.file === file).map(({ help }) => help);
    expect(helps).toContain(`每行写一栏，例如“${label}: …”`);
  }
});
