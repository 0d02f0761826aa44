/** The style of the report: readable on paper and on a telephone, in the colours of the system. */
export const REPORT_STYLE = `
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1rem;font:1rem/1.7 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem;margin:.5rem 0}h2{margin:2rem 0 .5rem;border-bottom:2px solid #1a1a1a}h3{margin:1.5rem 0 .5rem}h4{margin:0;font-size:1.05rem}h5{margin:.75rem 0 .25rem;font-size:1rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{padding:.3rem .6rem;border-bottom:1px solid #ccc;text-align:right;font-weight:400;white-space:nowrap}th:first-child{text-align:left}thead th{font-weight:700}
.bar{display:flex;width:12rem;max-width:40vw;height:.6rem}.bar i{display:block;height:100%}
.whole{background:#1b6e3c}.legacy{background:#3b6ea5}.doubtful{background:#b35900}.left-out{background:#777}.merged{background:#aaa}
article{margin:1rem 0;padding:1rem;border:1px solid #999;border-left:.4rem solid #b35900}
.path,small{color:#555;overflow-wrap:anywhere;word-break:break-all}p.path{margin:.1rem 0}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem}.sides>div{min-width:0}
pre{margin:0;max-height:24rem;overflow:auto;padding:.6rem;background:#f4f4f4;white-space:pre-wrap;overflow-wrap:anywhere;font:.9rem/1.6 ui-monospace,"Noto Sans Mono CJK SC",monospace}
summary{cursor:pointer;padding:.3rem 0}li{overflow-wrap:anywhere}
`;
