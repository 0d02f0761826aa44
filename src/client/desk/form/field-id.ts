/** The id of the control of a field, or of a part of one of its records; `record` counts from 0. */
export const fieldId = (label: string, record?: number, part?: string): string =>
  ['field', label, record, part].filter((one) => one !== undefined).join('-');
