import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { readAccounts } from '../../desk/accounts/accounts.ts';
import { parsePort, SettingsError } from '../../settings.ts';

/** What was said on the command line of a desk for several people. */
interface Said {
  readonly host?: string | undefined;
  readonly accounts?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'preview-origin'?: string | undefined;
  readonly port?: string | undefined;
}

const PORT = '4330';

/**
 * Where a desk for several people is and who may come in; undefined for the desk of one clerk.
 * @throws {SettingsError} where a part of it is missing: without accounts and encryption nobody else gets in
 */
export function sharedBy(said: Said) {
  const { host, accounts, origin, port = PORT } = said;
  if (host === undefined && accounts === undefined && origin === undefined) return undefined;
  if (host === undefined || accounts === undefined || origin === undefined)
    throw new SettingsError(
      '给大家用的办事台要同时写 --host、--accounts 和 --origin；只在这台电脑上用，三个都不写。',
    );
  if (isIP(host) === 0)
    throw new SettingsError(`--host 后面写这台机器的 IP 地址，例如 127.0.0.1，不是“${host}”。`);
  const file = resolve(accounts);
  if (readAccounts(file).length === 0)
    throw new SettingsError(
      `${file} 里还没有账号。先运行：npm run desk -- --accounts ${accounts} --add-account`,
    );
  const own = encrypted(origin, '--origin');
  const number = parsePort(port, '--port');
  const preview = said['preview-origin'];
  return {
    ...{ host, port: number, accountsFile: file, origin: own },
    previewOrigin: preview === undefined ? beside(own) : encrypted(preview, '--preview-origin'),
  };
}

/** An address as browsers have it, encrypted and without a path. */
function encrypted(text: string, name: string): string {
  const url = URL.parse(text);
  if (url?.protocol === 'https:' && url.pathname === '/' && !url.search && !url.hash && !url.username)
    return url.origin;
  throw new SettingsError(
    `${name} 的值“${text}”不能使用：写大家打开的地址，https 开头，不带路径，例如 https://desk.example.gov.cn。密码不能不加密就在网上走。`,
  );
}

/** The next port of the same host. */
function beside(origin: string): string {
  const url = new URL(origin);
  url.port = url.port === '' ? '8443' : String(Number(url.port) + 1);
  return url.origin;
}
