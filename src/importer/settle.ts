import type { Plan } from './join.ts';
import type { Told } from './page-record.ts';
import type { Publisher } from './publish.ts';
import { checkWhole, type CheckError } from './whole-check.ts';

/** What has become of the announcements once nothing of them is refused any more. */
interface Settled {
  /** By page, as what its announcement was written. */
  written: ReadonlyMap<string, 'whole' | 'legacy'>;
  told: ReadonlyMap<string, readonly Told[]>;
  /** Errors of files that the import has not written. */
  others: number;
}

/** A page that became 存量公告 may take its followers with it; after so many rounds nothing follows any more. */
const MOST_ROUNDS = 8;

/**
 * Writes all announcements and holds them against the whole check: those with errors, by the law or by what is said of
 * them elsewhere, become 存量公告, and those with errors even so are taken back.
 */
export async function settle(
  plans: readonly Plan[],
  publisher: Publisher,
  contentDir: string,
): Promise<Settled> {
  const written = new Map<string, 'whole' | 'legacy'>();
  const told = new Map<string, Told[]>();
  for (const plan of plans) write(plan, plan.isLegacy ? 'legacy' : 'whole');
  let errors: readonly CheckError[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    errors = await checkWhole(contentDir);
    const byPage = Map.groupBy(errors, ({ file }) => publisher.pageOf.get(file));
    const faulty = plans.filter(({ page }) => written.has(page) && byPage.has(page));
    if (faulty.length === 0) break;
    const before = written.size;
    for (const plan of faulty) amend(plan, byPage.get(plan.page)!);
    // What named an announcement that was taken back names it no more.
    if (written.size < before)
      for (const plan of plans) if (written.has(plan.page)) write(plan, written.get(plan.page)!);
  }
  return { written, told, others: errors.filter(({ file }) => !publisher.pageOf.has(file)).length };

  function write(plan: Plan, as: 'whole' | 'legacy'): void {
    if (publisher.write(plan, as === 'legacy')) written.set(plan.page, as);
  }

  function amend(plan: Plan, found: readonly CheckError[]): void {
    const [first] = found;
    const words = `${first!.message}（${first!.code}）${found.length > 1 ? `，另有 ${found.length - 1} 处` : ''}`;
    if (written.get(plan.page) === 'whole') {
      told.set(plan.page, [{ code: 'G127', message: `按存量公告导入：${words}` }]);
      write(plan, 'legacy');
      return;
    }
    publisher.takeBack(plan);
    written.delete(plan.page);
    const help = '这一页要人来写：npm run new；或者在 import-answers.yaml 里改好';
    told.set(plan.page, [
      ...(told.get(plan.page) ?? []),
      { code: 'G132', message: `按存量公告也通不过检查：${words}`, help },
    ]);
  }
}
