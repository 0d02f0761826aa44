/**
 * Stands in the head of the search page: what must not wait for the page's scripts. The button 筛选 works as soon as it
 * is seen. Where the address asks something, the page is laid out for an answer before its first paint, so that nothing
 * moves, and what the answer needs is fetched at once: the scripts, and the catalogues of the two newest years, which
 * nearly every question looks through. `data-early` tells the page's scripts that it ran.
 */
export const EARLY_SCRIPT = `!function(d,e){e.setAttribute('data-early','');d.addEventListener('click',function(c){var b=c.target.closest&&c.target.closest('#filters-button'),f=d.getElementById('filters');if(b&&f)b.setAttribute('aria-expanded',f.classList.toggle('is-open'))});if(!/[?&](?!care=)\\w+=[^&]/.test(location.search))return;e.setAttribute('data-asked','');var m=JSON.parse(d.getElementById('search-manifest').textContent);function ahead(rel,path,as){var l=d.createElement('link');l.rel=rel;l.href=m.base+path;if(as){l.as=as;l.crossOrigin='anonymous';l.fetchPriority='low'}d.head.appendChild(l)}m.scripts.forEach(function(s){ahead('modulepreload',s)});if(!/[?&]scope=/.test(location.search))m.years.slice(0,2).forEach(function(y){ahead('preload',y.catalogue,'fetch')})}(document,document.documentElement)`;
