// @ts-check
import { spawn } from 'node:child_process';
import { Output } from './output.mjs';

/**
 * Runs a long step quietly: says what is going on, then the time it took. A terminal sees the seconds pass,
 * a log gets a line every 30 s, so that neither looks stuck; so does a terminal where another step runs beside it.
 * Progress goes to stderr: stdout belongs to the command.
 * @param {string} title what is going on, in plain Chinese
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ shell?: boolean, timeout?: number, env?: NodeJS.ProcessEnv, cwd?: string, isOneOfMany?: boolean }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>} all that the step printed; never rejects
 */
export async function runQuietly(title, command, args, { isOneOfMany = false, ...options } = {}) {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const live = Boolean(process.stderr.isTTY) && !isOneOfMany;
  process.stderr.write(live ? `${title} …` : `${title} …\n`);
  const ticker = setInterval(
    () => process.stderr.write(live ? `\r${title} … ${seconds()} 秒` : `${title} … 已用 ${seconds()} 秒\n`),
    live ? 1000 : 30_000,
  );
  const result = await collect(command, args, options);
  clearInterval(ticker);
  process.stderr.write(`${live ? '\r' : ''}${title}：${result.ok ? '完成' : '未成功'}，${seconds()} 秒\n`);
  return result;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function collect(command, args, options) {
  return new Promise((done) => {
    const output = new Output();
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout?.on('data', (chunk) => output.add('stdout', chunk));
    child.stderr?.on('data', (chunk) => output.add('stderr', chunk));
    child.on('error', (error) => done({ ok: false, output: `${output.text()}${error.message}\n` }));
    child.on('close', (code) => done({ ok: code === 0, output: output.text() }));
  });
}
