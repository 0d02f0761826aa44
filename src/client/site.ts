import './copy.ts';
import './narrow.ts';
import './navigation.ts';
import './read-aloud.ts';
import { hasDates, keepTime } from './deadline.ts';

/*
 * What the pages of the bidders' site run, as one file: one request, and none on the pages that follow. The search is
 * fetched by its page alone; named here, it shares this file instead of cutting it into pieces.
 */

if (hasDates()) keepTime();
if (document.getElementById('search-manifest')) void import('./search/search.ts');
