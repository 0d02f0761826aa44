/** `npm run screens`: looks after the screens by their log, proves by it what they have shown, or takes their pictures. */
export async function run(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  // Loaded when it is asked for: it needs a browser.
  if (verb === 'preview') return (await import('./screens-preview.ts')).run(rest);
  if (verb === 'proof') return (await import('./screens-proof.ts')).run(rest);
  return (await import('./screens-health.ts')).run(args);
}
