import { createHash } from 'node:crypto';
import { escapeMarkup } from '../markup.ts';
import type { Digest } from './digest.ts';
import { copyScript } from './copy-script.ts';
import { shellStyle } from './shell-style.ts';

/** The page round a digest on the clerk's own machine: buttons that copy it, and how it is pasted. */
export function shellPage(digest: Pick<Digest, 'title' | 'html' | 'text'>, codeFile: string): string {
  const title = escapeMarkup(digest.title);
  const hash = createHash('sha256').update(copyScript).digest('base64');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; img-src data:">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
${shellStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<ol class="steps">
<li>按“复制图文”。</li>
<li>在公众号后台新建图文，标题可以写“${title}”，光标放进正文，按 Ctrl+V。</li>
<li>二维码没有粘贴进去时，上传图片 ${escapeMarkup(codeFile)}。</li>
<li>做完后回到命令窗口，按 Ctrl+C 关闭这一页。</li>
</ol>
<p class="buttons"><button type="button" data-copy="digest">复制图文</button> <button type="button" data-copy="text">复制纯文字</button></p>
<p class="said" role="status"></p>
<section class="shown" aria-label="图文"><div id="digest">
${digest.html}
</div></section>
<section class="shown" aria-label="纯文字"><pre id="text">${escapeMarkup(digest.text)}</pre></section>
</main>
<script>${copyScript}</script>
</body>
</html>
`;
}
