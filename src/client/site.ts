import './copy.ts';
import './navigation.ts';
import './printed.ts';
import { CARE_CHANGED, isCaring } from './care.ts';
import { hasDates, keepTime } from './deadline.ts';
import { visit } from './visit.ts';

/*
 * What the pages of the bidders' site run, as one file: one request, and none on the pages that follow. What few pages
 * or readers need is fetched by them alone; named here, it shares this file instead of cutting it into pieces.
 */

if (hasDates()) keepTime();
// Who comes for the first time has nothing to compare with, and need not load more.
if (visit.since > 0 && document.querySelector('[data-news-at]')) void import('./last-visit.ts');
readAloud();
document.addEventListener(CARE_CHANGED, readAloud);
if (document.querySelector('[data-narrow]')) void import('./narrow.ts');
if (document.getElementById('search-manifest')) void import('./search/search.ts');

/** 朗读 is for 长辈模式 alone, so others do not load it. */
function readAloud(): void {
  if (isCaring()) void import('./read-aloud.ts');
}
