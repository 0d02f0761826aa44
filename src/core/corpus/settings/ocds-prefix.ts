import { fault, ok, type Kind } from '../../announcement/kind.ts';

/** The prefix that the documentation of OCDS gives its examples. */
const FICTIONAL = 'ocds-213czf';

/** What the Open Contracting Partnership has registered for a publisher, `ocds-` and six letters or digits. */
export const ocdsPrefixKind: Kind<string> = {
  name: 'ocds-prefix',
  parse: (text) =>
    /^ocds-[a-z0-9]{6}$/u.test(text)
      ? ok(text)
      : fault(
          'S101',
          `“${text}”不是 OCDS 前缀`,
          '照登记时收到的写：ocds- 加六位小写字母、数字；还没有登记的，删掉这一行',
        ),
  print: (value) => value,
  toJson: (value) => value,
};

/** What is wrong with the prefix of a site; nothing where all is well. */
export const prefixFault = (site: {
  ocdsPrefix?: string | undefined;
  isSample?: boolean | undefined;
}): { message: string; help: string } | undefined =>
  site.ocdsPrefix === FICTIONAL && site.isSample !== true
    ? {
        message: `OCDS 前缀“${FICTIONAL}”是 OCDS 说明书里举例用的，不是任何单位的`,
        help: '用了它，别人会把本站的项目当成例子，也会和别的网站混在一起。登记后写自己的前缀，还没有登记的删掉这一行',
      }
    : undefined;
