import type { DataSource, Reading } from '../../seeds/source.js';
import type { Told } from '../../seeds/told.js';

export type Part = Partial<Told> & Pick<Told, 'type' | 'ref'>;

/** A record of which only what matters is given. */
export const told = ({ type, ref, ...rest }: Part): Told => ({ record: ref, names: [], ids: [], facts: [], fields: {}, ...rest, type, ref }) as Told;

export const named = (text: string, language = 'ja') => [{ text, kind: 'OFFICIAL' as const, language }];

/** A use of a song by a work. */
export const tieUp = (ref: string, song: string, work: string, sequence?: number) =>
  told({
    type: 'TieUp',
    ref,
    fields: { kind: 'OPENING', ...(sequence !== undefined && { sequence }) },
    within: [song, work],
    facts: [
      { type: 'USES', other: song },
      { type: 'FOR', other: work },
    ],
  });

/** A source that a test writes itself. */
export function source(key: string, records: readonly Told[], more: readonly Reading[] = []): DataSource {
  return {
    key,
    describe: () => ({ key, title: key, licence: 'CC0-1.0' }),
    *read() {
      for (const each of records) yield { place: `${key}:${each.record}`, told: each };
      yield* more;
    },
  };
}
