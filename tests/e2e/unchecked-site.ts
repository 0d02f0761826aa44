import { beginIndexes, placeIndexes } from '../../src/build/indexes.ts';
import { makeUnits, serveBundle, unitsOf } from '../../src/build/site.ts';
import { pageBundle } from '../../src/cli/build/bundle.ts';
import { loadContent } from '../../src/site/content.ts';
import { indexShards } from '../../src/site/search-shards.ts';

/*
 * Builds a site of content that the check would refuse: `node unchecked-site.ts FOLDER`, with the content and the address
 * in the environment. Pages must not be made in the process of the tests, which have content of their own.
 */
const [folder] = process.argv.slice(2);
const content = loadContent();
const indexes = beginIndexes(indexShards(content.edition));
const bundle = await pageBundle(content.edition);
serveBundle(bundle, folder!);
await makeUnits(folder!, content, bundle, [...unitsOf(content.edition)], () => undefined);
await placeIndexes(folder!, indexes);
