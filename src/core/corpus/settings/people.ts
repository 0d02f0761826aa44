import type { z } from 'zod';
import { choice, field, line, list, record, values } from '../../announcement/field.ts';
import { fault, ok, type Kind } from '../../announcement/kind.ts';
import { classIdKind } from './room-id.ts';

const plain = (name: string, pattern: RegExp, what: string, example: string): Kind<string> => ({
  name,
  parse: (text) =>
    pattern.test(text)
      ? ok(text)
      : fault('S101', `“${text}”不像${what}`, { help: '核对有没有抄漏', example }),
  print: (value) => value,
  toJson: (value) => value,
});

const emailKind = plain('email', /^[^\s@<>,]+@[^\s@<>,]+$/u, '邮箱', 'wangfang@example.gov.cn');

const KEY_EXAMPLE = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…';

const keyKind = plain(
  'ssh-key',
  /^(?:ssh-(?:ed25519|rsa)|ecdsa-sha2-nistp\d+|sk-[\w@.-]+) [A-Za-z0-9+/]+=*(?: [^\r\n]*)?$/u,
  '公钥',
  KEY_EXAMPLE,
);

/** What somebody may do: write, approve, look after the desk. */
const DUTIES = { write: '经办', review: '审核', manage: '管理' } as const;

/** `content/people.yaml`: who writes and who approves, where a centre writes it down. */
export const peopleSchema = record(
  {
    people: list(
      {
        label: '人员',
        help: '谁写公告、谁审核。写了这个文件，只有里面有“审核”的人的审核才算数。',
      },
      {
        id: field(classIdKind)({
          label: '标识',
          help: '小写字母、数字和“-”，定下来就不改。',
          example: 'wangfang',
        }),
        name: line({ label: '姓名', help: '同事怎样叫她。', example: '王芳' }),
        email: field(emailKind)({
          label: '邮箱',
          help: '和她电脑上设的一样，审核记录靠它认人。',
          example: 'wangfang@example.gov.cn',
        }),
        duties: values(choice(DUTIES, { label: '角色', help: '能做什么。' }), {
          label: '角色',
          help: '经办、审核、管理，可以写几个。',
        }),
      },
      {
        key: field(keyKind)({
          label: '公钥',
          help: 'SSH 公钥，一行。写了的，她最后审核的那一次必须用它签名。',
          example: KEY_EXAMPLE,
        }),
      },
    ),
  },
  {},
);

export type Person = z.output<typeof peopleSchema>['people'][number];
