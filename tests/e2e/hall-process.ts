import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { ScriptError, runScript } from '../script.ts';
import { HallServer, type Lie } from './hall-server.ts';

/** What the process is told: the time, how to lie, and files that were published since it was told last. */
interface Order {
  time: number;
  lie: Lie | undefined;
  files: readonly (readonly [path: string, text: string])[];
  port: number;
}

/**
 * The web server of the hall in a process of its own, which is killed and stopped as a machine dies and hangs. What
 * was published is kept here, as on a disk, and is there again when the process begins anew.
 */
export class HallProcess extends HallServer {
  #child: ChildProcess | undefined;
  #isStopped = false;
  #untold: (readonly [path: string, text: string])[] = [];

  override get isHanging(): boolean {
    return this.#isStopped || super.isHanging;
  }

  override async start(): Promise<void> {
    const child = fork(import.meta.filename, { stdio: 'inherit', execArgv: [] });
    this.#child = child;
    this.#untold = [...this.published];
    await this.tell();
  }

  override async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    this.#isStopped = false;
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Lets the process stand still as it is, with its port open. */
  halt(): void {
    this.#isStopped = this.#child?.kill('SIGSTOP') ?? false;
  }

  override async recover(): Promise<void> {
    this.lie = undefined;
    this.#child?.kill('SIGCONT');
    this.#isStopped = false;
    if (this.#child) await this.tell();
    else await this.start();
  }

  override write(path: string, text: string): void {
    super.write(path, text);
    this.#untold.push([path, text]);
  }

  /** Lets the process know the time, its lie and what was published; one that is dead or halted learns nothing. */
  override async tell(): Promise<void> {
    const child = this.#child;
    if (!child || this.#isStopped) return;
    const order: Order = { time: this.time, lie: this.lie, files: this.#untold, port: this.port };
    this.#untold = [];
    const heard = once(child, 'message') as Promise<[port: number]>;
    child.send(order);
    [this.port] = await heard;
  }
}

const usage = `usage: none by hand
The web server of the hall for the tests of screens, which start it, tell it what to serve and let it die.`;

/** The process itself. */
function serve(): number {
  if (!process.send)
    throw new ScriptError('it is for the tests of screens to start; --help tells what it is');
  const server = new HallServer();
  process.on('disconnect', () => void server.stop());
  process.on('message', ({ time, lie, files, port }: Order) => {
    server.time = time;
    server.lie = lie;
    for (const [path, text] of files) server.write(path, text);
    void (async () => {
      if (server.port === 0) {
        server.port = port;
        await server.start();
      }
      process.send!(server.port);
    })();
  });
  return 0;
}

if (import.meta.main) await runScript({ usage, options: {} }, serve);
