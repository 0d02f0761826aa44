import { parentPort, workerData } from 'node:worker_threads';
import type { Bundle } from '../../build/bundle.ts';
import { makePreview } from '../../build/preview.ts';
import { keptInspector } from '../check/inspector.ts';

/* The thread that renders previews. Its environment is its own: it names the small folder. */

const { bundle, contentDir, own } = workerData as {
  bundle: Bundle;
  contentDir: string;
  /** Folder of the attachments of the draft: of all others nobody asks. */
  own: string;
};
process.env['CONTENT_DIR'] = contentDir;

const inspector = keptInspector();

parentPort!.on('message', ({ id, folder, now }: { id: string; folder: string; now: string }) => {
  process.env['TODAY'] = now;
  makePreview(bundle, id, folder, (paths) =>
    paths.map((path) => (path.startsWith(own) ? inspector([path])[0]! : {})),
  ).then(
    (made) => parentPort!.postMessage({ made }),
    (error: unknown) => parentPort!.postMessage({ error }),
  );
});
