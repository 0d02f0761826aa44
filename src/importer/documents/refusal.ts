/** A document that is not taken: one sentence in Chinese that says why, and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Of a document in which changes are waiting to be accepted, by their kind in Chinese. */
export function trackedRefusal(counts: Readonly<Record<string, number>>): Refusal {
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  const words = told.map(([what, count]) => `${what} ${count} 处`).join('、');
  return new Refusal(
    `文件里有没有处理的修订（${words}），哪些算数要由来文单位决定，所以没有采用。在 Word 或者 WPS 里逐条看过，点 审阅 → 接受 → 接受所有修订（或者 拒绝 → 拒绝所有修订），保存，再试。`,
  );
}
