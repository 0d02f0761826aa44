import { spawn } from 'node:child_process';

/** Opens an address or a file in the browser of this machine; one without a browser still has it on its screen. */
export function openBrowser(address: string): void {
  const { program, args, isVerbatim } = openerOf(process.platform, address);
  spawn(program, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: isVerbatim })
    .on('error', () => undefined)
    .unref();
}

/**
 * The program of a system that opens an address in the browser. On Windows `start` is a word of cmd, which reads `&` as
 * the end of a command unless it stands in quotes, and takes the first quotes for the title of a window.
 */
export function openerOf(
  platform: NodeJS.Platform,
  address: string,
): { readonly program: string; readonly args: readonly string[]; readonly isVerbatim: boolean } {
  if (platform !== 'win32')
    return { program: platform === 'darwin' ? 'open' : 'xdg-open', args: [address], isVerbatim: false };
  const quoted = `"${address.replaceAll('"', '%22')}"`;
  return { program: 'cmd', args: ['/d', '/s', '/c', `"start "" ${quoted}"`], isVerbatim: true };
}
