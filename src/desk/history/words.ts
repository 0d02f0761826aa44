import type { Round } from '../../office/review/round.ts';

const LEVELS = ['', '第一级', '第二级', '第三级'];

/** What somebody did with a version, in words. */
export function wordsOfRound({ event, level, reason, fields }: Round): string {
  switch (event) {
    case 'submitted':
      return '送审';
    case 'approved':
      return `${LEVELS[level ?? 1] ?? ''}审核通过`;
    case 'returned':
      return `退回：${[reason, ...(fields ?? []).map((one) => `${one.label}，${one.reason}`)].filter(Boolean).join('；')}`;
    case 'taken-back':
      return `撤回：${reason ?? ''}`;
  }
}

/** What a change of a published file was, by what it did to it. */
export function wordsOfChange(
  kind: 'new' | 'changed' | 'removed',
  labels: readonly string[],
  reason: string | undefined,
): string {
  if (kind === 'new') return '发布';
  if (kind === 'removed') return reason === undefined ? '删去' : `撤回：${reason}`;
  if (labels.includes('撤下')) return '撤下';
  return labels.includes('勘误') ? '勘误' : '修改';
}
