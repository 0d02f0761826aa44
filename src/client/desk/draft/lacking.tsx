import { jumpTo } from './jump.ts';
import type { toldOf } from './told.ts';

/** 还要填: what nobody has come to yet, by the parts of the form; none of it is a fault. */
export function Lacking(props: {
  lacking: ReturnType<typeof toldOf>['lacking'];
  draftKey: string;
  onTellAll: () => void;
}) {
  const { lacking, draftKey, onTellAll } = props;
  if (lacking.length === 0) return null;
  return (
    <section aria-labelledby="lacking">
      <h2 id="lacking" class="findings-more">
        还要填
      </h2>
      {[...Map.groupBy(lacking, ({ section }) => section)].map(([section, lacks]) => (
        <div key={section} class="lacking">
          <p>
            {section}（{lacks.length}）
          </p>
          <ul>
            {lacks.map(({ label, finding }) => (
              <li key={label}>
                <button
                  type="button"
                  class="button-text"
                  title={finding.help}
                  onClick={() => jumpTo(finding, draftKey)}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p class="buttons">
        <button type="button" class="button-quiet" onClick={onTellAll}>
          检查全部
        </button>
      </p>
    </section>
  );
}
