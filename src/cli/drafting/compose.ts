import { formOf } from '../../core/announcement/schema.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import { isPublishable } from '../../core/check.ts';
import { answerOf, ID_LABEL, specOf, understand } from '../../core/drafting/draft.ts';
import { SettingsError } from '../../settings.ts';
import type { Given } from './answers.ts';
import { Interview, type Revisers } from './interview.ts';
import { Draft } from './keep.ts';
import { make, Taken, write, type Made, type Room } from './make.ts';
import { missingAnswers } from './missing.ts';
import { Proposals } from '../../core/proposals/proposals.ts';
import { itemsToRevise } from './review.ts';
import type { Sources } from './sources.ts';
import { dim } from './dim.ts';
import { Back, isAtTerminal, Stopped, terminal } from './terminal.ts';

/**
 * From answers to a file that passes the check: asks for what is missing, tries the announcement in a trial folder,
 * shows it and writes it. Without a terminal it says what is missing. Returns 0 when it is written, 1 when the check
 * stands against it, 2 when something is missing or the clerk stopped. `revisers` ask again, by label, for what has
 * questions of its own.
 */
export async function compose(
  given: Given,
  room: Room,
  draft = new Draft(given.from, given.sources),
  revisers: Revisers = {},
): Promise<number> {
  return isAtTerminal() ? composeWithClerk(given, room, draft, revisers) : composeAlone(given, room, draft);
}

async function composeWithClerk(given: Given, room: Room, draft: Draft, revisers: Revisers): Promise<number> {
  const interview = new Interview(given, room, draft, revisers);
  try {
    let spec = await interview.fill();
    for (;;) {
      const made = make(interview.answers, interview.attachments, spec, room);
      if (made.findings.length > 0) terminal.show(made.text, '检查结果');
      const isReady = isPublishable(made.findings);
      if (isReady) terminal.show(withSources(made.summary, interview, given.sources), '将要发布');
      try {
        if (isReady && (given.yes || (await decide(made)))) {
          if (finish(made, room, draft)) return 0;
          await interview.revise(ID_LABEL);
        } else spec = await interview.revise(await chooseItem(interview, spec, made, given.sources));
      } catch (reason) {
        // Back from one answer that is revised: what it was stands, and the summary is shown again.
        if (!(reason instanceof Back)) throw reason;
        spec = specOf(interview.answers)!;
      }
    }
  } catch (reason) {
    if (!(reason instanceof Stopped)) throw reason;
    return stop(draft, interview);
  }
}

/** Whether to write it; what is not right is gone back to. */
async function decide({ file }: Made): Promise<boolean> {
  const answer = await terminal
    .choose(`写入 content/${file}？`, [
      { value: 'write', label: '写入' },
      { value: 'revise', label: '回去改一项' },
      { value: 'stop', label: '先不写，留着草稿' },
    ])
    .catch((reason: unknown) => {
      if (reason instanceof Back) return 'revise';
      throw reason;
    });
  if (answer === 'stop') throw new Stopped();
  return answer === 'write';
}

/** Beside each line of a summary whose answer is the document's, where it stands there. */
function withSources(summary: string, { answers }: Interview, sources: Sources | undefined): string {
  if (!sources) return summary;
  return summary
    .split('\n')
    .map((line) => {
      const label = /^(\S+)(?: {2}|$)/u.exec(line)?.[1];
      const source = label === undefined ? undefined : sources.sourceOf(label, answers[label]);
      return source === undefined ? line : `${line}  ${dim(`← ${source}`)}`;
    })
    .join('\n');
}

async function chooseItem(
  interview: Interview,
  spec: TypeSpec,
  made: Made,
  sources: Sources | undefined,
): Promise<string> {
  const errors = made.findings.filter(({ severity }) => severity === 'error');
  const codes = [...new Set(errors.map(({ code }) => code))].join('、');
  const question = errors.length > 0 ? `还不能发布（${codes}）。改哪一项？` : '改哪一项？';
  return terminal.choose(question, itemsToRevise(interview, spec, errors, sources));
}

/** Writes it, unless another announcement has taken its name meanwhile. */
function finish(made: Made, room: Room, draft: Draft): boolean {
  try {
    write(made, room.contentDir);
  } catch (reason) {
    if (!(reason instanceof Taken)) throw reason;
    terminal.warn(`content/${made.file} 已经有了，没有改动它。换一个标识。`);
    return false;
  }
  draft.remove();
  terminal.close(written(made));
  return true;
}

function stop(draft: Draft, { answers, attachments }: Interview): number {
  terminal.close(`没有写入。${keptIn(draft.save(answers, attachments))}`);
  return 2;
}

/** How to go on with a draft. */
export const keptIn = (path: string): string => `草稿存在 ${path}，接着写：npm run new -- --from ${path}`;

function composeAlone(given: Given, room: Room, draft: Draft): number {
  const missing = missingAnswers(given.answers, room);
  if (missing !== undefined) {
    console.error(missing);
    if (given.sources) console.error(`\n${keptIn(draft.save(given.answers, given.attachments))}`);
    return 2;
  }
  const spec = specOf(given.answers)!;
  const understood = Object.fromEntries(
    Object.entries(given.answers).map(([label, answer]) => {
      const field = formOf(spec).find((one) => one.label === label);
      const read = field && understand(field, answer);
      return [label, read && 'answer' in read ? read.answer : answer];
    }),
  );
  const id = answerOf(understood, ID_LABEL) ?? new Proposals(room.archive, spec, room.now).id(understood);
  if (id === undefined) throw new SettingsError('没有可以参照的标识，请写 --id，例如 --id gm-tz-2026-001');
  const made = make({ ...understood, [ID_LABEL]: id }, given.attachments, spec, room);
  process.stdout.write(made.text);
  if (!isPublishable(made.findings)) {
    const path = draft.save(given.answers, given.attachments);
    console.error(`没有写入。答案存在 ${path}，改好后：npm run new -- --from ${path}`);
    return 1;
  }
  try {
    write(made, room.contentDir);
  } catch (reason) {
    if (!(reason instanceof Taken)) throw reason;
    throw new SettingsError(`content/${made.file} 已经有了，没有改动它。换一个标识再写。`);
  }
  draft.remove();
  console.log(written(made));
  return 0;
}

const written = ({ id, file }: Made): string =>
  `已写入 content/${file}\n   看看网页上的样子：npm run preview -- ${id}`;
