import { MirrorError } from '../failure.ts';

/** The answer was clear: another attempt would bring the same. */
export class Refused extends MirrorError {}

export class Missing extends Refused {}

/** What a server means by an answer that is not the file, and what to do about it. */
export function refusalOf({ status, headers, url }: Response): MirrorError {
  const refused = `${url} 回答 ${status}。原来的版本没有改动。`;
  if (status >= 300 && status < 400)
    return new Refused(
      'network',
      `${url} 被引到了 ${headers.get('Location') ?? '别处'}：可能要先登录上网，或网站换了地址。原来的版本没有改动。请核对来源的地址。`,
    );
  if (status === 404 || status === 410)
    return new Missing(
      'network',
      `${refused}来源没有这个文件：请核对地址，并在来源运行 npm run mirror -- pack。`,
    );
  if (status >= 500 || status === 429 || status === 408)
    return new MirrorError('network', `${refused}来源的服务器出错，请稍后再试。`);
  return new Refused('network', `${refused}请核对地址和权限。`);
}
