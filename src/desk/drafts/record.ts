import { z } from 'zod';
import type { DeskFinding } from '../../core/desk/api.ts';

const answerSchema = z.union([z.string(), z.array(z.string()), z.array(z.record(z.string(), z.string()))]);

/** Answers by label, as `core/drafting` has them. */
export const answersSchema = z.record(z.string(), answerSchema);

const actorSchema = z.object({ id: z.string(), name: z.string() });

const phases = ['draft', 'submitted', 'returned', 'approved', 'published'] as const;

/** As it was found; shown again and never looked into. */
const findingSchema = z.custom<DeskFinding>((value) => typeof value === 'object' && value !== null);

/** An attachment, its bytes in `files/`. */
const fileSchema = z.object({
  name: z.string(),
  /** As readers see it. */
  label: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** What was found in it when it was brought. */
  findings: z.array(findingSchema),
});

/**
 * `draft.json`: all that a clerk has written, so that one rename is one save. What a newer version of the program has
 * written beside it stays where it is.
 */
export const recordSchema = z.looseObject({
  /** Of this shape; raised by what an older program must not touch. */
  format: z.literal(1),
  key: z.string(),
  /** Rises with each save. */
  rev: z.int(),
  /** English id, and the term of the type: both stay readable when an upgrade has dropped the type. */
  category: z.string(),
  type: z.string(),
  related: z.string().optional(),
  /**
   * The file of the content folder that it was opened from: its path, its text as it was then, and whether it was taken
   * out of the folder since, because the draft was sent.
   */
  existing: z.object({ file: z.string(), text: z.string(), isAside: z.boolean().default(false) }).optional(),
  author: actorSchema,
  createdAt: z.string(),
  changedAt: z.string(),
  phase: z.enum(phases),
  approvals: z.int().default(0),
  reason: z.string().optional(),
  at: z.string().optional(),
  answers: answersSchema,
  body: z.string(),
  /** In the order in which readers see them. */
  files: z.array(fileSchema),
  /** By label: where a value was read in the document that was brought in. */
  sources: z.record(z.string(), z.string()).default({}),
  /** What that document says, which the clerk has not taken yet. */
  found: z.record(z.string(), z.object({ answer: answerSchema, words: z.string() })).default({}),
  /** Labels of which it says something that could not be read. */
  doubtful: z.array(z.string()).default([]),
  /** The document itself: its name as it came, and that in the folder of the draft. */
  original: z.object({ name: z.string(), file: z.string() }).optional(),
  /** What was published of it from here, where no repository remembers it. */
  published: z.object({ id: z.string(), digest: z.string(), at: z.string() }).optional(),
  returnedFields: z.array(z.object({ label: z.string(), reason: z.string() })).default([]),
});

export type DraftRecord = z.output<typeof recordSchema>;
export type FileRecord = z.output<typeof fileSchema>;
