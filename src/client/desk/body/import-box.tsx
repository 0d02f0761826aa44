import { useState } from 'preact/hooks';
import type { Imported, Refusal } from '../../../core/desk/api.ts';
import type { Answer, Answers } from '../../../core/drafting/draft.ts';
import { DropZone } from '../files/drop-zone.tsx';
import type { DeskServer } from '../server/desk-server.ts';
import { refusalIn, Trouble } from '../server/loaded.tsx';

interface ImportProps {
  readonly draftKey: string;
  readonly server: DeskServer;
  readonly hasBody: boolean;
  readonly answers: Answers;
  readonly onBody: (body: string) => void;
  readonly onAnswer: (label: string, answer: Answer) => void;
}

/** 从 Word 导入: the agency's document becomes blocks; what was read in it is offered, field by field. */
export function ImportBox(props: ImportProps) {
  const { draftKey, server, hasBody, onBody } = props;
  const [imported, setImported] = useState<Imported>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setIsBusy] = useState(false);
  const [isTaken, setIsTaken] = useState(false);
  // Whether it opens by itself is settled once: it must not close under somebody's hands.
  const [hadBody] = useState(hasBody);
  const read = async (files: readonly File[]): Promise<void> => {
    setRefusal(undefined);
    setIsBusy(true);
    try {
      const got = await server.importDocument(draftKey, files[0]!);
      setImported(got);
      setIsTaken(!hasBody);
      if (!hasBody) onBody(got.body);
    } catch (error) {
      setRefusal(refusalIn(error));
    }
    setIsBusy(false);
  };
  return (
    <details class="box" open={!hadBody}>
      <summary>从 Word 文件导入</summary>
      <DropZone
        id="import-file"
        label="选一个 Word 文件"
        words="也可以把文件拖到这里"
        accept=".docx,.doc,.wps"
        isMultiple={false}
        onFiles={(files) => void read(files)}
      />
      <p role="status">{isBusy && '正在读文件……'}</p>
      {refusal && <Trouble refusal={refusal} />}
      {imported && !isTaken && (
        <p class="buttons">
          <span>正文里已经有字了。</span>
          <button
            type="button"
            onClick={() => {
              setIsTaken(true);
              onBody(imported.body);
            }}
          >
            换成文件里的
          </button>
        </p>
      )}
      {imported && <ReadFacts imported={imported} {...props} />}
    </details>
  );
}

function ReadFacts({ imported, answers, onAnswer }: ImportProps & { imported: Imported }) {
  const facts = Object.entries(imported.proposals);
  return (
    <>
      {imported.messages.map(({ severity, message }) => (
        <p key={message} class={`said said-${severity}`}>
          {message}
        </p>
      ))}
      {facts.length > 0 && (
        <ul class="rows" aria-label="从文件里读到的">
          {facts.map(([label, { answer, words }]) => (
            <li key={label} class="offer">
              <span>
                {label}：<strong>{typeof answer === 'string' ? answer : `${answer.length} 项`}</strong>
                <span class="quiet">（原文：{words}）</span>
              </span>
              {answers[label] === undefined ? (
                <button
                  type="button"
                  class="button-quiet"
                  aria-label={`采用：${label}`}
                  onClick={() => onAnswer(label, answer)}
                >
                  采用
                </button>
              ) : (
                <span class="quiet">已经填了</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
