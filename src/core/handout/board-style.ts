import { SIZES } from './board-entry.ts';

/** How the sheets for the notice board look: on paper one page of A4 each, on a screen one below the other. */
export const boardStyle = `@page { size: A4 portrait; margin: 0; }
* { box-sizing: border-box; }
html { background: #8a9099; }
body { margin: 0; color: #000; font: 12pt/${SIZES.line}mm 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
p, h1, h2, ol { margin: 0; padding: 0; }
.sheet { display: flex; flex-direction: column; width: 210mm; min-height: 297mm; margin: 0 auto 8mm; padding: 9mm 12mm 8mm; background: #fff; }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; padding-bottom: 1.5mm; border-bottom: 0.5mm solid #000; }
h1, h2 { font-size: 17pt; line-height: 7mm; }
.what { width: 100%; }
ol { flex: 1; list-style: none; }
li { display: flex; justify-content: space-between; gap: 4mm; padding: ${SIZES.edge}mm 0; border-bottom: 0.2mm solid #000; break-inside: avoid; }
.words { width: ${SIZES.text}mm; overflow-wrap: anywhere; }
.title { font-size: 13pt; font-weight: bold; line-height: ${SIZES.titleLine}mm; word-break: keep-all; }
.whole, .page { white-space: nowrap; }
svg { flex: none; width: ${SIZES.qr}mm; height: ${SIZES.qr}mm; }
footer p:last-child { display: flex; flex-wrap: wrap; justify-content: space-between; overflow-wrap: anywhere; }
@media print { html { background: none; } .sheet { margin: 0; break-after: page; } .sheet:last-child { break-after: auto; } }
`;
