import type { Draft } from '../../../core/desk/api.ts';
import { jumpTo, type Spot } from '../draft/jump.ts';

/** Why a draft came back: as a whole, and field by field, each leading to its field. */
export function Returned({ draft }: { draft: Draft }) {
  const { phase, reason, returnedFields, key } = draft;
  if (phase !== 'returned') return null;
  return (
    <section class="box box-stop" aria-labelledby="returned">
      <h2 id="returned">为什么退回</h2>
      {reason !== undefined && <p>{reason}</p>}
      <ul class="rows">
        {returnedFields.map((field) => (
          <li key={field.label}>
            <button type="button" class="button-text" onClick={() => jumpTo(placeOf(field.label), key)}>
              {field.label}
            </button>
            ：{field.reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The body and the attachments have a step of their own. */
function placeOf(label: string): Spot {
  if (label === '正文') return { bodyLine: 0 };
  return label === '附件' ? { file: '' } : { field: label };
}
