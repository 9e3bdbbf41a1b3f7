import type { Term } from '../graph/taxonomy.js';
import { scriptOf } from '../names/script.js';
import { labelsOf } from './labels.js';
import { context, encoded, NO_LANGUAGE, SPDX, sourceName } from './vocabulary.js';

type Node = Readonly<Record<string, unknown>>;
type Source = Term['sources'][number];

const scheme = 'musubi:kansei';
const iriOf = (id: string) => `musubi:${id}`;
const byKey = (one: Source, other: Source) => (one.key < other.key ? -1 : 1);
const iriOfSource = ({ key }: Source) => `musubi:${sourceName(key)}`;

/** The taxonomy as a SKOS concept scheme in JSON-LD 1.1: facets and sub-facets are collections, terms are concepts. The same taxonomy gives the same document. */
export function skosOf(terms: readonly Term[]): Node {
  const sources = [...new Map(terms.flatMap((term) => term.sources).map((source) => [source.key, source])).values()].toSorted(byKey);
  const nodes = [schemeOf(terms, sources), ...collectionsOf(terms), ...terms.map(conceptOf), ...sources.map(sourceOf)];
  return { '@context': { '@version': 1.1, ...context }, '@graph': nodes };
}

function schemeOf(terms: readonly Term[], sources: readonly Source[]): Node {
  return {
    '@id': scheme,
    '@type': 'ConceptScheme',
    title: { en: 'Kansei taxonomy of Musubi', ja: '結びの感性語彙' },
    ...someOf('source', sources.map(iriOfSource)),
    ...rightsOf(sources),
    ...someOf(
      'hasTopConcept',
      terms.filter(({ broader }) => broader.length === 0).map(({ id }) => iriOf(id)),
    ),
  };
}

/** A facet's members are its sub-facets and what is in none of them. */
function collectionsOf(terms: readonly Term[]): readonly Node[] {
  const facets = new Set(terms.map(({ facet }) => facet));
  return [...facets].flatMap((facet) => {
    const within = terms.filter((term) => term.facet === facet);
    const subFacets = [...new Set(within.flatMap(({ subFacet }) => subFacet ?? []))];
    const membersOf = (subFacet: string | null) => within.filter((term) => term.subFacet === subFacet).map(({ id }) => iriOf(id));
    return [
      collection(facetIri(facet), facet, [...subFacets.map((subFacet) => facetIri(facet, subFacet)), ...membersOf(null)]),
      ...subFacets.map((subFacet) => collection(facetIri(facet, subFacet), subFacet, membersOf(subFacet))),
    ];
  });
}

const facetIri = (...names: readonly string[]) => `musubi:facet/${names.map(encoded).join('/')}`;

/** Facets are named in English where nobody named them otherwise. */
const collection = (iri: string, name: string, members: readonly string[]): Node => ({
  '@id': iri,
  '@type': 'Collection',
  prefLabel: { [scriptOf(name, null) === 'Latn' ? 'en' : NO_LANGUAGE]: name },
  inScheme: scheme,
  member: members,
});

function conceptOf(term: Term): Node {
  const { id, definition, definitionJa, broader, narrower, related, opposites, sources } = term;
  return {
    '@id': iriOf(id),
    '@type': 'Concept',
    notation: id,
    inScheme: scheme,
    ...(broader.length === 0 && { topConceptOf: scheme }),
    ...labelsOf(term),
    ...((definition !== null || definitionJa !== null) && { definition: { en: definition ?? undefined, ja: definitionJa ?? undefined } }),
    ...someOf('broader', broader.map(iriOf)),
    ...someOf('narrower', narrower.map(iriOf)),
    ...someOf('related', related.map(iriOf)),
    ...someOf('opposite', opposites.map(iriOf)),
    ...someOf('source', sources.map(iriOfSource)),
    ...rightsOf(sources),
  };
}

const sourceOf = (source: Source): Node => ({
  '@id': iriOfSource(source),
  title: { [NO_LANGUAGE]: source.title },
  ...rightsOf([source]),
  ...(source.url !== null && { seeAlso: source.url }),
});

/** An SPDX identifier is told as the page of its licence, other words as they are. */
function rightsOf(sources: readonly Source[]): Node {
  const licences = [...new Set(sources.map(({ licence }) => licence))].filter((licence) => licence !== '' && licence !== untold).toSorted();
  const isLicence = (licence: string) => spdx.test(licence) || page.test(licence);
  return {
    ...someOf(
      'license',
      licences.filter(isLicence).map((licence) => (page.test(licence) ? licence : `${SPDX}${licence}`)),
    ),
    ...someOf(
      'rights',
      licences.filter((licence) => !isLicence(licence)),
    ),
  };
}

/** What loads of one's own files say where a file says nothing. */
const untold = 'not told';
const page = /^https?:\/\/\S+$/;
const spdx = /^(MIT|ISC|[A-Za-z0-9-]+-\d+\.\d+)$/;

const someOf = (word: string, values: readonly string[]): Node => (values.length === 0 ? {} : { [word]: values });
