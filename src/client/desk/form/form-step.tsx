import { specOf } from '../../../core/drafting/draft.ts';
import type { StepProps } from '../draft/step-props.ts';
import { useDraft } from '../draft/use-draft.ts';
import { FieldRow } from './field-row.tsx';
import { sectionsOf, type Section } from './sections.ts';

/** 填表: the fields of the type in their sections. */
export function FormStep({ store, facts }: StepProps) {
  const state = useDraft(store);
  const spec = specOf(state.answers);
  if (!spec) return <Vanished type={state.draft.type} />;
  const sections = sectionsOf(spec);
  return (
    <div class="form">
      <nav class="sections" aria-label="表里的部分">
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} onClick={(event) => jump(event, id)}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div>
        {sections.map((section) => (
          <SectionBox key={section.id} section={section} store={store} facts={facts} />
        ))}
      </div>
    </div>
  );
}

function SectionBox({ section, store, facts }: Pick<StepProps, 'store' | 'facts'> & { section: Section }) {
  const { id, title, open, folded } = section;
  const rows = (fields: Section['open']) =>
    fields.map(({ field, isByLaw }) => (
      <FieldRow key={`${field.key}`} field={field} isByLaw={isByLaw} store={store} facts={facts} />
    ));
  return (
    <section class="section" aria-labelledby={`section-${id}`}>
      <h2 id={`section-${id}`} tabIndex={-1}>
        {title}
      </h2>
      {rows(open)}
      {folded.length > 0 && (
        <details class="more">
          <summary>其他（{folded.length} 栏，很少用到）</summary>
          {rows(folded)}
        </details>
      )}
    </section>
  );
}

/** The fragment of the address is the place; a jump must not change it. */
function jump(event: Event, id: string): void {
  event.preventDefault();
  const head = document.getElementById(`section-${id}`);
  head?.scrollIntoView({ block: 'start' });
  head?.focus({ preventScroll: true });
}

const Vanished = ({ type }: { type: string }) => (
  <div class="trouble" role="alert">
    <p>
      <strong>现在没有“{type}”这一种了。</strong>升级以后，它改了名字或者并到别处了。
    </p>
    <p>填过的都还在。请技术人员看升级说明，再告诉您改写成哪一种。</p>
  </div>
);
