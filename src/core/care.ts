/** Where a browser keeps that its reader wants 长辈模式: `1` or `0`. */
export const CARE_KEY = 'zhangbang-care';

/**
 * The only script that stands in a page: sets 长辈模式 before the first paint, so that nothing jumps. `?care=1` and
 * `?care=0` choose, and are remembered where the browser keeps anything. Without JavaScript the attribute is absent.
 */
export const CARE_SCRIPT = `!function(d,c){try{c?localStorage.setItem('${CARE_KEY}',c):c=localStorage.getItem('${CARE_KEY}')}catch(e){}d.setAttribute('data-care',c==='1'?'on':'off')}(document.documentElement,(/[?&]care=([01])(&|$)/.exec(location.search)||[])[1])`;
