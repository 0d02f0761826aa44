import type { z } from 'zod';
import { Refused } from './refused.ts';

/**
 * What the page has sent, in the shape that was agreed.
 * @throws {Refused} 422
 */
export function parsed<S extends z.ZodType>(schema: S, json: unknown): z.output<S> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new Refused(422, { message: '办事台没有看懂网页发来的内容。', help: '刷新网页再试。' }, result.error);
}
