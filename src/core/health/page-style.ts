/** How the page of the screens' health looks, by day and by night, on a telephone and on a monitor. */
export const style = `:root { --ink: #1b1f24; --soft: #535b66; --ground: #fff; --line: #c9ced6; --well: #0b6e3a; --light: #8a5a00; --grave: #b3261e; --wash: #fdf3f2; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f4f7; --soft: #b3bac4; --ground: #14171b; --line: #3b424c; --well: #6fd39b; --light: #ffc25c; --grave: #ff9c91; --wash: #2a1917; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 1.25rem 1rem 3rem; color: var(--ink); background: var(--ground); font: 1.0625rem/1.6 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; overflow-wrap: break-word; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.3; }
h2 { margin: 2rem 0 0.75rem; font-size: 1.25rem; }
h3 { margin: 0; font-size: 1.25rem; line-height: 1.4; }
p { margin: 0; }
.made { margin-top: 0.5rem; color: var(--soft); }
.made strong { color: var(--ink); }
ul { margin: 0; padding: 0; list-style: none; }
.cards { display: grid; gap: 0.75rem; }
.cards > li { padding: 0.875rem 1rem; border: 1px solid var(--line); border-left: 0.5rem solid var(--mark); border-radius: 0.25rem; }
.grave { --mark: var(--grave); background: var(--wash); }
.light { --mark: var(--light); }
.well { --mark: var(--well); }
.mark { display: inline-block; margin-right: 0.25rem; padding: 0 0.5rem; border-radius: 0.25rem; color: var(--ground); background: var(--mark); font-size: 1rem; line-height: 1.6; vertical-align: 0.1em; }
.which { color: var(--soft); }
.since { margin-top: 0.25rem; font-size: 1.25rem; font-weight: bold; line-height: 1.4; }
.todo { margin: 0.375rem 0 0; padding-left: 1.25rem; list-style: disc; }
dl { display: flex; flex-wrap: wrap; margin: 0.5rem 0 0; color: var(--soft); font-size: 0.9375rem; }
dl div { margin-right: 1.25rem; }
dt, dd { display: inline; margin: 0; }
dt::after { content: '：'; }
@media (min-width: 60rem) { .cards:has(> .well) { grid-template-columns: 1fr 1fr; } }
`;
