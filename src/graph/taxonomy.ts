import { z } from 'zod';
import type { Run } from './run.js';
import { NAME_KINDS } from './vocabulary.js';

/** A term of the taxonomy with all that is told of it: what leads to other terms by their ids, each once. */
export type Term = Readonly<z.output<typeof model>>;

/** As the API shows it, whichever source says so. */
const shown = '[factor.original, factor.english, factor.japanese, factor.zhHans, factor.zhHant, factor.ko]';

const others = (pattern: string) => `COLLECT { MATCH (factor)${pattern}(other:Factor) RETURN DISTINCT other.id AS id ORDER BY id }`;

const everyTerm = `
  MATCH (factor:Factor)
  RETURN {
    id: factor.id, facet: factor.facet, subFacet: factor.subFacet, definition: factor.definition, definitionJa: factor.definitionJa,
    words: coalesce(factor.words, []), shown: [form IN ${shown} WHERE form IS NOT NULL],
    names: COLLECT { MATCH (factor)-[named:NAMED]->(name:Name) WHERE NOT name.spoiler
      RETURN {text: name.text, language: name.language, kind: name.kind, source: named.source} },
    broader: ${others('-[:BROADER]->')},
    narrower: ${others('<-[:BROADER]-')},
    opposites: ${others('-[:OPPOSITE_OF]-')},
    related: ${others('-[:RELATED_TO]-')},
    sources: COLLECT { MATCH (factor)<-[:TELLS_OF]-(record:Record) MATCH (source:Source {key: record.source})
      WITH DISTINCT source ORDER BY source.key
      RETURN {key: source.key, title: source.title, licence: source.licence, url: source.url} }
  } AS term
  ORDER BY factor.facet, coalesce(factor.subFacet, ''), factor.id`;

const text = z.string().nullable();
const ids = z.array(z.string());
const model = z.object({
  id: z.string(),
  facet: z.string(),
  subFacet: text,
  definition: text,
  definitionJa: text,
  /** By which texts speak of it. */
  words: z.array(z.string()),
  /** The names of it that the API shows. */
  shown: z.array(z.string()),
  names: z.array(z.object({ text: z.string(), language: text, kind: z.enum(NAME_KINDS), source: z.string() })),
  broader: ids,
  narrower: ids,
  opposites: ids,
  related: ids,
  sources: z.array(z.object({ key: z.string(), title: z.string(), licence: z.string(), url: text })),
});

/** The whole taxonomy, by facet and sub-facet. */
export async function readTaxonomy(run: Run, signal: AbortSignal): Promise<readonly Term[]> {
  const rows = await run(everyTerm, {}, signal);
  return rows.map(([term]) => model.parse(term));
}
