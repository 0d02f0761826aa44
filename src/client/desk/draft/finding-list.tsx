import type { DeskFinding } from '../../../core/desk/api.ts';

const SEVERITIES = { error: '要改', warning: '提醒', info: '说明' } as const;

/** Findings with what to do and the law they come from; `jump` makes each lead to where it is put right. */
export const FindingList = (props: {
  findings: readonly DeskFinding[];
  isOld?: boolean;
  jump?: (finding: DeskFinding) => void;
}) => (
  <ul class={props.isOld ? 'finding-list findings-old' : 'finding-list'}>
    {props.findings.map((finding, index) => (
      <Row key={`${finding.code} ${finding.field ?? ''} ${index}`} finding={finding} jump={props.jump} />
    ))}
  </ul>
);

function Row({
  finding,
  jump,
}: {
  finding: DeskFinding;
  jump: ((finding: DeskFinding) => void) | undefined;
}) {
  const words = (
    <>
      <span class="tag">{SEVERITIES[finding.severity]}</span> {placeInWords(finding)}
      {finding.message}
    </>
  );
  return (
    <li class={`finding finding-${finding.severity}`}>
      {jump ? (
        <button type="button" class="finding-jump" onClick={() => jump(finding)}>
          {words}
        </button>
      ) : (
        <p class="finding-jump">{words}</p>
      )}
      {finding.help !== undefined && <p class="finding-help">{finding.help}</p>}
      {finding.citation !== undefined && <p class="quiet">{finding.citation}</p>}
    </li>
  );
}

function placeInWords({ field, record, file }: DeskFinding): string {
  if (file !== undefined) return `${file}：`;
  if (field === undefined) return '';
  return record === undefined ? `${field}：` : `${field}第 ${record.index + 1} 项：`;
}
