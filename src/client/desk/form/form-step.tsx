import { formFor, type Group, type Section } from '../../../core/desk/form.ts';
import { specOf, type Answers } from '../../../core/drafting/draft.ts';
import type { StepProps } from '../draft/step-props.ts';
import { useDraft } from '../draft/use-draft.ts';
import { FieldRow } from './field-row.tsx';
import { useInForce } from './use-in-force.ts';

type FormProps = StepProps & {
  /** What the announcement says now that this one corrects. */
  readonly inForce: Answers | undefined;
};

/** 填表: the fields of the type in their sections. */
export function FormStep({ store, server, facts }: StepProps) {
  const state = useDraft(store);
  const spec = specOf(state.answers);
  const inForce = useInForce(server, state.draft.key, spec, state.answers['关联公告']);
  if (!spec) return <Vanished type={state.draft.type} />;
  const sections = formFor(spec);
  return (
    <div class="form">
      <nav class="sections" aria-label="表里的部分">
        <ul>
          {sections.map(({ name }) => (
            <li key={name}>
              <a href={`#${name}`} onClick={(event) => jump(event, name)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div>
        {sections.map((section) => (
          <SectionBox
            key={section.name}
            section={section}
            store={store}
            server={server}
            facts={facts}
            inForce={inForce}
          />
        ))}
      </div>
    </div>
  );
}

const SectionBox = ({ section: { name, groups }, ...props }: FormProps & { section: Section }) => (
  <section class="section" aria-labelledby={`section-${name}`}>
    <h2 id={`section-${name}`} tabIndex={-1}>
      {name}
    </h2>
    {groups.map((group) => (
      <GroupRows key={group.name} group={group} {...props} />
    ))}
  </section>
);

/** What is rarely needed is folded, unless something has been filled in there. */
function GroupRows({ group: { name, controls }, ...props }: FormProps & { group: Group }) {
  const { answers } = props.store.state;
  const rows = controls.map((control) => (
    <FieldRow key={control.field.key} control={control} isByLaw={name === '法律要求'} {...props} />
  ));
  if (name !== '其他') return <>{rows}</>;
  const isUsed = controls.some(({ field }) => answers[field.label] !== undefined);
  return (
    <details class="more" open={isUsed}>
      <summary>其他（{controls.length} 栏，很少用到）</summary>
      {rows}
    </details>
  );
}

/** The fragment of the address is the place; a jump must not change it. */
function jump(event: Event, name: string): void {
  event.preventDefault();
  const head = document.getElementById(`section-${name}`);
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
