import { useEffect, useRef } from 'preact/hooks';
import type { DeskFinding } from '../../../core/desk/api.ts';
import type { DraftState, DraftStore } from './draft-store.ts';
import { FindingList } from './finding-list.tsx';
import { jumpTo } from './jump.ts';
import { Lacking } from './lacking.tsx';
import { Periods } from './periods.tsx';
import { toldOf } from './told.ts';

/** 检查: what is wrong with what was saved last, and what is still to be filled in; a click leads to where. */
export function FindingsPane({ state, store }: { state: DraftState; store: DraftStore }) {
  const { checked, isChecking, draft } = state;
  const { found, lacking } = toldOf(state);
  useNextFinding([...found, ...lacking.map(({ finding }) => finding)], draft.key);
  return (
    <aside class="findings" aria-label="检查">
      <h2>检查</h2>
      <p class="quiet" role="status">
        {isChecking ? '正在检查……' : checked ? summaryOf(found, lacking.length) : '还没有检查。'}
      </p>
      <FindingList findings={found} isOld={isChecking} jump={(finding) => jumpTo(finding, draft.key)} />
      <Lacking lacking={lacking} draftKey={draft.key} onTellAll={() => store.tellAll()} />
      <Periods checked={checked} />
    </aside>
  );
}

/** F8 goes from one finding to the next, so that nobody has to walk through the whole form. */
function useNextFinding(findings: readonly DeskFinding[], draftKey: string): void {
  const last = useRef({ place: -1, words: '' });
  useEffect(() => {
    const follow = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || findings.length === 0) return;
      event.preventDefault();
      const { place, words } = last.current;
      const isStill = findings[place]?.message === words;
      // Where the last one has been put right, the next one has its place.
      const next = Math.max(0, isStill ? place + 1 : place) % findings.length;
      last.current = { place: next, words: findings[next]!.message };
      jumpTo(findings[next]!, draftKey);
    };
    document.addEventListener('keydown', follow);
    return () => document.removeEventListener('keydown', follow);
  }, [findings, draftKey]);
}

function summaryOf(found: readonly DeskFinding[], lacks: number): string {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && lacks > 0) return `还有 ${errors} 处要改，还要填 ${lacks} 栏。按 F8 到下一处。`;
  if (errors > 0) return `还有 ${errors} 处要改。按 F8 到下一处。`;
  if (lacks > 0) return `还要填 ${lacks} 栏。按 F8 到下一栏。`;
  return found.length > 0 ? '没有要改的，请看看提醒。' : '没有发现问题。';
}
