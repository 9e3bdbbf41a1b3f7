import type { TailField } from './model.js';

interface Group {
  /** The object of the schema that holds these fields; undefined for the thing itself. */
  readonly within: string | undefined;
  readonly fields: readonly TailField[];
}

/** The fields by the object they are a part of. */
export function groupedFields(fields: readonly TailField[]): readonly Group[] {
  const objects = [...new Set(fields.map(({ within }) => within))];
  return objects.map((within) => ({ within, fields: fields.filter((field) => field.within === within) }));
}
