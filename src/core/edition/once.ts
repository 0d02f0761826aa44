import type { Answers } from './questions.ts';

/** Makes what is asked for under a name once, and gives the same from then on. */
export function onceByName(): Answers['once'] {
  const made = new Map<string, unknown>();
  return <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  };
}
