import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Actor } from '../../core/desk/api.ts';
import type { Identity } from '../../office/identity.ts';
import { SettingsError } from '../../settings.ts';
import { actorOfIdentity, type Colleagues } from '../colleagues.ts';
import { realDisk, writeWhole } from '../drafts/disk.ts';
import { Refused } from '../refused.ts';

/** 经办、审核、管理 */
export const DUTIES = ['write', 'review', 'manage'] as const;

export type Duty = (typeof DUTIES)[number];

const accountSchema = z.object({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
  name: z.string().min(1),
  /** As the record of publication has her. */
  email: z.string().regex(/^[^\s@<>]+@[^\s@<>]+$/u),
  duties: z.array(z.enum(DUTIES)),
  password: z.object({ salt: z.string(), hash: z.string(), cost: z.int() }),
});

const fileSchema = z.object({ format: z.literal(1), accounts: z.array(accountSchema) });

export type Account = z.output<typeof accountSchema>;

/**
 * The accounts of a desk for several people: a file that its administrator alone can read.
 * @throws {SettingsError} where it cannot be read
 */
export function readAccounts(file: string): readonly Account[] {
  if (!existsSync(file)) return [];
  const parsed = fileSchema.safeParse(jsonOf(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data.accounts;
  throw new SettingsError(`${file} 不是办事台的账号文件，或者改坏了。请技术人员用备份恢复。`, {
    cause: parsed.error,
  });
}

/** Puts an account in, in the place of one of the same id. */
export function writeAccount(file: string, account: Account): void {
  const others = readAccounts(file).filter(({ id }) => id !== account.id);
  const accounts = [...others, accountSchema.parse(account)];
  writeWhole(realDisk, file, `${JSON.stringify({ format: 1, accounts }, undefined, 1)}\n`);
}

/** The people of a desk by their accounts; whoever has none is known by what the record says. */
export const colleaguesIn = (accounts: () => readonly Account[]): Colleagues => ({
  identify: async ({ id }: Actor): Promise<Identity> => {
    const found = accounts().find((one) => one.id === id);
    if (found) return { name: found.name, email: found.email };
    throw new Refused(403, { message: '这个账号已经没有了。', help: '请技术人员看看。' });
  },
  actorOf: (identity) => {
    const found = accounts().find(({ email }) => email.toLowerCase() === identity.email.toLowerCase());
    return found ? { id: found.id, name: found.name } : actorOfIdentity(identity);
  },
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
