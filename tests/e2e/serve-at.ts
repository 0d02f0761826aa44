import { startServer } from '../../src/cli/serve.ts';
import { readSettings } from '../../src/settings.ts';
import { servedBase } from '../../src/cli/served-base.ts';

/** The project's web server at a port, with a clock that stands at a moment in milliseconds since 1970. */
const [port, time] = process.argv.slice(2).map(Number) as [number, number];
const { url } = await startServer({
  dir: readSettings().outDir,
  base: servedBase(),
  port,
  clock: () => time,
});
console.log(url);
