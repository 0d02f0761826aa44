/** What an empty site is made from. */
export interface StarterAnswers {
  /** 中心名称: the full name of the centre. */
  readonly centre: string;
  /** 站点名称: as a browser's tab names the site. */
  readonly siteName: string;
  /** 网址 without a path, as `https://www.example.gov.cn`. */
  readonly origin: string;
  /** 基础路径 with a slash at both ends. */
  readonly basePath: string;
  readonly phone: string;
  /** 地区: names of towns and districts, one at least. */
  readonly regions: readonly string[];
  /** Where the first lobby screen hangs, as 一楼大厅; undefined where there is none. */
  readonly screen: string | undefined;
}

/** Parts of the address of a site, as somebody types it: `www.example.gov.cn/ggzy` is one below a folder. */
export function partsOfAddress(text: string): { origin: string; basePath: string } | undefined {
  const written = text.trim();
  const url = URL.parse(/^https?:\/\//iu.test(written) ? written : `https://${written}`);
  if (!url || !url.hostname.includes('.') || url.search !== '' || url.hash !== '') return undefined;
  const names = url.pathname.split('/').filter(Boolean);
  return { origin: url.origin, basePath: ['', ...names, ''].join('/').replace(/^\/+$/u, '/') };
}

/** Names with 、, a comma or a blank between them, each once. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set(text.split(/[、，,\s]+/u).filter(Boolean)),
];
