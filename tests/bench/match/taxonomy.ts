import { curatedFacts } from '../../../seeds/facts.js';
import { factsFolder } from '../../../seeds/stamps.js';
import type { Fact, NameStatement, Thing } from '../../../seeds/statements.js';
import { prefixes } from '../../../src/graph/ids.js';

/** A term of the graph. The curated ones come first; those beyond them are called nothing that a text could say. */
export interface Term {
  readonly id: string;
  readonly fields: Thing['fields'];
  readonly names: readonly NameStatement[];
}

export interface Taxonomy {
  readonly terms: readonly Term[];
  /** What leads from a term to a term. */
  readonly facts: readonly (Pick<Fact, 'type' | 'says'> & { readonly from: string; readonly to: string })[];
}

export const termCount = 2_000;

export const termId = (n: number): string => `${prefixes.Factor}_${(n + 1).toString(36)}`;

/** The curated taxonomy, filled up with generated terms. */
export function taxonomy(): Taxonomy {
  const { things, facts } = curatedFacts(factsFolder);
  const curated = things.filter(({ type }) => type === 'Factor');
  const ids = new Map(curated.map(({ ref }, n) => [ref, termId(n)]));
  const terms = Array.from({ length: termCount }, (_, n): Term => ({ id: termId(n), ...(curated[n] ?? generated) }));
  return {
    terms: terms.map(({ id, fields, names }) => ({ id, fields: { original: names[0]?.text ?? id, ...fields }, names })),
    facts: facts
      .filter(({ type }) => type === 'BROADER' || type === 'RELATED_TO')
      .map(({ type, from, to, says }) => ({ type, says, from: ids.get(from) ?? '', to: ids.get(to) ?? '' })),
  };
}

const generated: Omit<Term, 'id'> = { fields: { facet: 'song impression' }, names: [] };
