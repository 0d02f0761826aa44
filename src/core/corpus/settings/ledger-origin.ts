import { fault, ok, type Kind } from '../../announcement/kind.ts';

/** What a ledger is known by for ever: an address without its scheme, `www.example.gov.cn/ggzy/ledger`. */
export const ledgerOriginKind: Kind<string> = {
  name: 'ledger-origin',
  parse: (text) =>
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w.~-]+)*$/u.test(text)
      ? ok(text)
      : fault(
          'S101',
          `“${text}”不能作登记簿的名称`,
          '写网站的网址加 /ledger，不写 https://，例如 www.example.gov.cn/ggzy/ledger；npm run ledger -- start 会写好',
        ),
  print: (value) => value,
  toJson: (value) => value,
};
