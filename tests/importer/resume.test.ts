import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import { loadCorpus } from '../../src/core/corpus/load.ts';
import { main } from '../cli/command.ts';
import { cameBack } from './came-back.ts';
import { addForty, importAll, makeWorkplace, treeOf, type Workplace } from './workplace.ts';

const JOURNAL = 'import.journal.ndjson';

/** Starts the command and kills it as soon as its journal has so many lines; else waits for its end. */
async function killAt({ site, content, report }: Workplace, lines: number): Promise<boolean> {
  mkdirSync(report, { recursive: true });
  const child = spawn(process.execPath, [main, 'import', site, '--out', content, '--report', report], {
    stdio: 'ignore',
  });
  const watcher = watch(report, () => {
    const count = countLines(join(report, JOURNAL));
    if (count >= lines) child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  watcher.close();
  return code === null;
}

function countLines(path: string): number {
  try {
    return readFileSync(path, 'utf8').split('\n').length - 1;
  } catch {
    return 0;
  }
}

const resultOf = ({ content, report }: Workplace): object => ({
  content: treeOf(content),
  report: treeOf(report),
});

test('停在任何地方再接着做，结果与一次做完一个字节也不差', async () => {
  const whole = makeWorkplace();
  addForty(whole);
  await importAll(whole);
  const expected = resultOf(whole);

  const killed = { ...whole, content: join(whole.root, 'content-2'), report: join(whole.root, 'report-2') };
  mkdirSync(killed.content);
  for (const name of ['site.yaml', 'calendar']) copyInto(whole, killed, name);
  const wasKilled: boolean[] = [];
  for (const lines of [16, 40, 60, 90]) wasKilled.push(await killAt(killed, lines));
  await importAll(killed);
  expect(wasKilled, 'the first was killed while pages were read').toContain(true);
  expect(resultOf(killed)).toEqual(expected);
}, 180_000);

function copyInto(from: Workplace, to: Workplace, name: string): void {
  cpSync(join(from.content, name), join(to.content, name), { recursive: true });
}

test('同一个文件夹再导入一次，什么也不变；日志断了最后一行，照样接得上', async () => {
  const place = makeWorkplace();
  const ids = addForty(place);
  const { results } = await importAll(place);
  const once = resultOf(place);
  await importAll(place);
  expect(resultOf(place)).toEqual(once);

  const journal = join(place.report, JOURNAL);
  const text = readFileSync(journal, 'utf8');
  writeFileSync(journal, text.slice(0, -20));
  await importAll(place);
  expect(resultOf(place)).toEqual(once);

  rmSync(join(place.report, 'drafts'), { recursive: true });
  await importAll(place);
  expect(resultOf(place)).toEqual(once);

  expect(results).toHaveLength(40);
  const { findings, corpus } = check(place.content);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { wrong, equal, pages } = cameBack(loadCorpus(join(place.root, 'made')).entries, corpus.entries, ids);
  expect(wrong).toEqual([]);
  expect(pages).toBe(40);
  expect(equal).toBeGreaterThan(400);
}, 180_000);
