import { momentOf } from '../values.ts';
import { documentsOf } from '../documents.ts';
import { filled, joined, listIn, type Json } from '../json.ts';
import { officesOf } from '../parties.ts';
import { dateOf, labelled, type Statement } from '../statement.ts';
import { valueOfTender } from './tender.ts';

/** An announcement that is a document of the tender, with what it says that has no place of its own. */
export const setDocument =
  (documentType?: string, keys: readonly string[] = []) =>
  (statement: Statement): Json =>
    joined([
      officesOf(statement),
      { tender: { documents: documentsOf(statement, documentType, labelled(statement, keys)) } },
    ]);

/** A ceiling 最高投标限价 that is announced by itself: the value of the tender where no budget was stated. */
export function setCeiling(statement: Statement): Json {
  const has = (statement.known['tender'] as Json | undefined)?.['value'] !== undefined;
  const value = has ? undefined : valueOfTender(statement);
  return joined([setDocument('tenderNotice', ['priceCeilingFen'])(statement), { tender: filled({ value }) }]);
}

/** A suspension 暂停: OCDS has no such status, so the tender stays active and a milestone says so. */
export const setSuspension = (statement: Statement): Json =>
  joined([
    setDocument(undefined, ['suspendedAt', 'resumeAt', 'reason'])(statement),
    {
      tender: {
        milestones: [
          filled({
            id: `suspension:${statement.id}`,
            type: 'suspension',
            title: '暂停',
            description: labelled(statement, ['suspendedAt', 'reason']),
            dueDate: momentOf(dateOf(statement, 'resumeAt')),
            status: 'scheduled',
          }),
        ],
      },
    },
  ]);

/** A resumption 恢复: what was suspended goes on. */
export const setResumption = (statement: Statement): Json =>
  joined([setDocument(undefined, ['resumedAt', 'reason'])(statement), resumed(statement)]);

/** A correction 更正: a document; what it changes in another announcement is told apart. One may take up what was suspended. */
export const setCorrection = (statement: Statement): Json =>
  joined([
    setDocument('clarifications', ['reason'])(statement),
    ...(statement.resumes ? [resumed(statement)] : []),
  ]);

/** The suspensions that are over. */
function resumed(statement: Statement): Json {
  const dateMet = momentOf(dateOf(statement, 'resumedAt') ?? statement.announcement.publishedAt);
  const milestones = listIn(statement.known, 'tender', 'milestones')
    .filter(({ type, status }) => type === 'suspension' && status !== 'met')
    .map(({ id }) => ({ id, status: 'met', dateMet }));
  return { tender: { milestones } };
}
