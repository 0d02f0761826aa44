/* The page of an announcement as the site prints it (src/components/AnnouncementBody.astro), for a kiosk to read. */

const REST = {
  byline: `
    <span class="tag tag-time" data-time-tag data-deadline="2026-12-08T09:30:00+08:00"></span>
    <span class="tag tag-corrected">已更正</span>
    <span> 建设工程 · 招标公告 </span>
    <span>发布 <time datetime="2026-10-26T09:00:00+08:00">2026年10月26日（星期一）09:00</time></span>`,
  boxes: `
    <div class="box box-corrected"><p>
      <strong>本公告已更正：投标截止改为 2026年12月8日（星期二）09:30。</strong>
      <a href="/site/announcements/correction-1/">示例道路工程更正公告</a>
    </p></div>
    <section class="box deadline" aria-labelledby="deadline">
      <h2 id="deadline">投标截止</h2>
      <p class="deadline-when"><time datetime="2026-12-08T09:30:00+08:00">2026年12月8日（星期二）09:30</time>（北京时间）</p>
      <p>已由更正公告变更，原为 <del><span class="visually-hidden">原时间 </span>
        <time datetime="2026-11-18T09:30:00+08:00">2026年11月18日（星期三）09:30</time> </del></p>
      <p class="deadline-left no-print" data-countdown="2026-12-08T09:30:00+08:00"></p>
      <p class="no-print"><a class="button" href="/site/announcements/tender/calendar.ics">加入日历</a></p>
      <p class="note">以公告载明的时间为准。</p>
    </section>`,
  facts: `
    <section aria-labelledby="facts"><h2 id="facts">关键信息</h2><dl class="facts-table">
      <div><dt>项目编号</dt><dd><a href="/site/projects/gm-js-2026-031/">GM-JS-2026-031</a>
        <button class="copy" type="button">复制项目编号</button></dd></div>
    </dl></section>`,
  changes: `
    <section aria-labelledby="changes"><h2 id="changes">更正记录</h2>
      <h3>第 1 次更正，2026年11月2日（星期一）10:00</h3>
      <p> <a href="/site/announcements/correction-1/">示例道路工程更正公告</a> </p>
      <div class="scroll" tabindex="0" role="region"><table class="changes">
        <caption class="visually-hidden">第 1 次更正的内容</caption>
        <tbody><tr><th scope="row">投标截止</th><td data-label="原来"><del>11月18日 </del></td><td>12月8日</td></tr></tbody>
      </table></div></section>`,
  words: `
    <section aria-labelledby="words"><h2 id="words">公告正文</h2>
      <nav class="contents"><ul><li><a href="#s1">一、招标条件</a></li></ul></nav>
      <div class="words"><h2 id="s1">一、招标条件</h2><p>本项目已经批准建设。</p></div></section>`,
  files: `
    <section aria-labelledby="files"><h2 id="files">附件</h2><ul class="files">
      <li><a href="/site/announcements/tender/attachment-1.pdf" download="招标文件.pdf"><bdi>招标文件</bdi>（PDF，59 KB，2 页）</a>
        <details class="no-print"><summary>SHA-256</summary><code>671b</code></details></li>
      <li><a href="/site/announcements/tender/attachment-2.xlsx"><bdi>工程量清单</bdi>（XLSX，7 KB）</a></li>
    </ul></section>`,
  progress: `
    <section aria-labelledby="progress"><h2 id="progress">项目进度</h2><ol class="timeline">
      <li> <time datetime="2026-09-07T09:00:00+08:00">2026年9月7日（星期一）09:00</time>
        <a class="what" href="/site/announcements/plan/"> 招标计划 <span class="visually-hidden">，2026年9月7日（星期一）09:00</span></a></li>
      <li aria-current="step"><time datetime="2026-10-26T09:00:00+08:00">2026年10月26日（星期一）09:00</time>
        <span class="what">招标公告（本公告）</span></li>
      <li class="withdrawn"><time datetime="2026-11-02T10:00:00+08:00">2026年11月2日（星期一）10:00</time>
        <a class="what" href="/site/announcements/correction-1/">更正公告（已撤下）<span class="visually-hidden">，2026年11月2日</span></a></li>
      <li class="expected"><span class="when">2026年12月8日（星期二）09:30</span><span>预计：开标</span></li>
      <li class="expected"><span>预计：合同公告</span></li>
    </ol><p class="no-print"><a href="/site/projects/gm-js-2026-031/">查看整个项目</a></p></section>`,
  complaints: `
    <section aria-labelledby="complaints"><h2 id="complaints">异议与投诉</h2><dl class="contacts">
      <div><dt>异议</dt><dd>电话 <a href="tel:0757-00000031">0757-00000031</a></dd></div></dl></section>`,
  qr: '<svg class="qr" viewBox="0 0 45 45"><path class="qr-ground" d="M0 0h45v45H0z"/><path d="M4 4h7v1h-7zM12 4h1v1h-1z"/></svg>',
};

/** The whole page, some of its parts printed otherwise. */
export const pageText = (parts: Partial<typeof REST> = {}): string => {
  const { byline, boxes, facts, changes, words, files, progress, complaints, qr } = { ...REST, ...parts };
  return `<!doctype html><html lang="zh-CN"><head>
    <link rel="canonical" href="https://www.example.gov.cn/site/announcements/tender/"></head>
    <body><header><h1>网站</h1></header><main id="main"><h1>示例道路工程招标公告</h1>
    <p class="byline">${byline}</p>${boxes}
    <div class="columns"><div>${facts}${changes}${words}${files}</div>
    <aside>${progress}${complaints}${qr}</aside></div></main></body></html>`;
};

/** The same as a kiosk has it: read, without running or loading anything of it. */
export const announcedPage = (parts?: Partial<typeof REST>): Document =>
  new DOMParser().parseFromString(pageText(parts), 'text/html');
