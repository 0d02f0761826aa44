/** How the page round a digest looks, on a telephone and on a monitor. */
export const shellStyle = `* { box-sizing: border-box; }
body { margin: 0; color: #1b1f24; background: #eef0f3; font: 1.0625rem/1.6 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; max-width: 76rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; overflow-wrap: anywhere; }
h1, p, ol { margin: 0; }
h1 { font-size: 1.5rem; line-height: 1.3; }
.steps { padding-left: 1.5em; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; }
button { min-height: 2.75rem; padding: 0.5rem 1.5rem; border: 2px solid #8c1d18; border-radius: 0.25rem; color: #8c1d18; background: #fff; font: inherit; font-weight: bold; cursor: pointer; }
button:first-child { color: #fff; background: #8c1d18; }
button:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
.said { min-height: 1.6em; font-weight: bold; }
.shown { padding: 1rem; background: #fff; }
#digest { max-width: 42rem; }
pre { margin: 0; font: inherit; white-space: pre-wrap; }
@media (min-width: 60rem) { main { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start; } main > :not(.shown) { grid-column: 1 / -1; } }
`;
