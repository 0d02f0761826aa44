import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DUTIES, readAccounts, writeAccount, type Duty } from '../../desk/accounts/accounts.ts';
import { verifyLog } from '../../desk/accounts/audit.ts';
import { faultOfPassword, seal } from '../../desk/accounts/password.ts';
import { auditFileOf } from '../../desk/place.ts';
import { SettingsError } from '../../settings.ts';
import { isAtTerminal, Stopped, terminal } from '../drafting/terminal.ts';

const NAMES: Readonly<Record<Duty, string>> = { write: '经办', review: '审核', manage: '管理' };

/** Asks at a terminal for somebody who may use the desk, and puts her into the file; of the same name, anew. */
export async function addAccount(given: string): Promise<number> {
  if (!isAtTerminal()) throw new SettingsError('加账号要问密码：请在终端窗口里运行。');
  const file = resolve(given);
  const others = readAccounts(file);
  try {
    const id = await terminal.text('账号（登录时写的）', { example: 'wangfang', check: faultOfId });
    const before = others.find((one) => one.id === id);
    if (before) terminal.say(`账号“${id}”已经有了（${before.name}），下面的会代替它。`);
    const name = await terminal.text('姓名', { example: '王芳', check: faultOfEmpty });
    const email = await terminal.text('邮箱', { example: 'wangfang@example.gov.cn', check: faultOfEmail });
    const duties = await terminal.chooseSome(
      '角色',
      DUTIES.map((value) => ({ value, label: NAMES[value] })),
      before?.duties ?? ['write'],
    );
    const password = await terminal.secret('密码', faultOfPassword);
    await terminal.secret('密码再写一遍', (again) => (again === password ? undefined : '两遍不一样'));
    const own = DUTIES.filter((duty) => duties.includes(duty));
    writeAccount(file, { id, name, email, duties: own, password: await seal(password) });
    console.log(`已经写进 ${file}，马上就能登录。这个文件只给管办事台的人看。`);
    return 0;
  } catch (reason) {
    if (!(reason instanceof Stopped)) throw reason;
    console.log('已经停下，没有加账号。');
    return 2;
  }
}

const faultOfId = (text: string): string | undefined =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text) ? undefined : '只用小写字母、数字和“-”';
const faultOfEmpty = (text: string): string | undefined => (text === '' ? '要写' : undefined);
const faultOfEmail = (text: string): string | undefined =>
  /^[^\s@<>]+@[^\s@<>]+$/u.test(text) ? undefined : '例如 wangfang@example.gov.cn';

/** Says whether the record of the desk is as it was written; 1 where it is not. */
export function sayLog(contentDir: string): number {
  const file = auditFileOf(contentDir);
  if (!existsSync(file)) throw new SettingsError(`${file} 不存在：给大家用的办事台打开过以后才有记录。`);
  const { lines, seal: last, broken } = verifyLog(file);
  if (broken !== undefined) {
    console.error(`✗ 第 ${broken} 行和前面的对不上，有人改过或者删过；前 ${lines} 行是好的。`);
    return 1;
  }
  console.log(
    `✓ ${lines} 行都对得上，最后的印记是 ${last.slice(0, 16)}。抄下行数和印记，下次少了行也看得出来。`,
  );
  return 0;
}
