/** What a reader asks of the line that is registered. */
export interface LeafLine {
  readonly id: string;
  readonly rev: number;
  readonly at: string;
  readonly event: string;
  /** SHA-256 of its record, in hexadecimal. */
  readonly record: string;
}

/** Undefined for bytes that are no such line. How exactly it was written is held by its hash. */
export function leafLine(entry: Uint8Array): LeafLine | undefined {
  const value = objectIn(entry) as Partial<Readonly<Record<keyof LeafLine, unknown>>> | undefined;
  const record = /^sha256:([0-9a-f]{64})$/u.exec(String(value?.record))?.[1];
  if (!value || record === undefined || typeof value.id !== 'string' || typeof value.rev !== 'number')
    return undefined;
  return { id: value.id, rev: value.rev, at: String(value.at), event: String(value.event), record };
}

/** An object of JSON; undefined for other bytes. */
export function objectIn(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
