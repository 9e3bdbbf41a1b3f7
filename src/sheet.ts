import { facetIn } from './facets.js';
import { type Awaitable, all, then } from './graph/awaitable.js';
import type { Reader } from './graph/reader.js';
import type { RecordOf } from './graph/records.js';

/** What is said of a thing in one facet, as people read it. */
export interface SheetFacet {
  readonly facet: string;
  readonly parts: readonly SheetPart[];
}

export interface SheetPart {
  readonly subFacet: string | null;
  readonly terms: readonly RecordOf<'Expression'>[];
}

type Said = readonly RecordOf<'Expression'>[];

/** What is said of a thing (by facet, sub-facet and weight), grouped, with the facets' names in the reader's language. */
export function sheetOf(graph: Pick<Reader, 'read'>, said: Awaitable<Said>, lang: string | null | undefined): Awaitable<readonly SheetFacet[]> {
  return then(said, (terms) => then(all(terms.map((term) => graph.read(term, 'factor'))), (factors) => grouped(terms, factors, lang)));
}

function grouped(terms: Said, factors: readonly RecordOf<'Factor'>[], lang: string | null | undefined): readonly SheetFacet[] {
  const facets: { facet: string; parts: { subFacet: string | null; terms: RecordOf<'Expression'>[] }[] }[] = [];
  for (const [index, { facet, subFacet }] of factors.entries()) {
    const term = terms[index];
    if (!term) continue;
    const named = facetIn(facet, lang);
    if (facets.at(-1)?.facet !== named) facets.push({ facet: named, parts: [] });
    const parts = facets.at(-1)?.parts ?? [];
    const part = subFacet === null ? null : facetIn(subFacet, lang);
    if (parts.length === 0 || parts.at(-1)?.subFacet !== part) parts.push({ subFacet: part, terms: [] });
    parts.at(-1)?.terms.push(term);
  }
  return facets;
}
