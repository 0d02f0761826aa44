import type { DeskFinding } from '../../../core/desk/api.ts';
import { draftAt, STEPS, type Step } from '../place.ts';
import type { DraftState } from './draft-store.ts';
import { toldOf } from './told.ts';

/** The way through a draft, with what is still wrong at each step. */
export function Steps({ state, step }: { state: DraftState; step: Step }) {
  const errors = toldOf(state).found.filter(({ severity }) => severity === 'error');
  return (
    <nav class="steps" aria-label="步骤">
      <ol>
        {(Object.keys(STEPS) as Step[]).map((one) => (
          <li key={one}>
            <a href={draftAt(state.draft.key, one)} aria-current={one === step ? 'step' : undefined}>
              {STEPS[one]}
              <Mark count={errors.filter((finding) => stepOf(finding) === one).length} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const Mark = ({ count }: { count: number }) =>
  count === 0 ? null : (
    <span class="mark">
      {count}
      <span class="unseen"> 处要改</span>
    </span>
  );

/** Where a finding is put right. */
export function stepOf({ file, bodyLine }: Pick<DeskFinding, 'file' | 'bodyLine'>): Step {
  if (file !== undefined) return 'files';
  return bodyLine === undefined ? 'form' : 'body';
}
