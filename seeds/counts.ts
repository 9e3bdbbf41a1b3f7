/** What came of a load or of a part of it, in records; read = loaded + merged + open + rejected. */
export interface Counts {
  readonly read: number;
  /** Of things that only this source knew of when they came. */
  readonly loaded: number;
  /** Of things that were in the graph. */
  readonly merged: number;
  /** It is asked what they tell of, or of what they can't do without. */
  readonly open: number;
  readonly rejected: number;
  /** Of all of these, those that are new or say something else than before. */
  readonly changed: number;
  /** Records, of whatever source, that had waited for these. */
  readonly answered: number;
  /** Facts to things that no record tells of; the records count all the same. */
  readonly loose: number;
  readonly statements: number;
}

export const nothing: Counts = { read: 0, loaded: 0, merged: 0, open: 0, rejected: 0, changed: 0, answered: 0, loose: 0, statements: 0 };

export const sum = (one: Counts, other: Counts): Counts =>
  // They have the same names.
  Object.fromEntries(Object.entries(one).map(([name, count]) => [name, count + other[name as keyof Counts]])) as unknown as Counts;

/** With rows that could not even be read. */
export const withUnread = (counts: Counts, rows: number): Counts => ({ ...counts, read: counts.read + rows, rejected: counts.rejected + rows });
