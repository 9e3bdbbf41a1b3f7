/** The namespaces in which the taxonomy is exchanged. Ours is a URN: a term is called the same on every machine, wherever it is served. */
export const SKOS = 'http://www.w3.org/2004/02/skos/core#';
export const DCT = 'http://purl.org/dc/terms/';
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
export const MUSUBI = 'urn:musubi:';

/** Where SPDX describes the licence of an identifier. */
export const SPDX = 'https://spdx.org/licenses/';

/** A language map's key for what is in no language. */
export const NO_LANGUAGE = '@none';

const byLanguage = (id: string) => ({ '@id': id, '@container': '@language' }) as const;
const leadsTo = (id: string) => ({ '@id': id, '@type': '@id' }) as const;

/** The words of the document, for its `@context`. */
export const context = {
  skos: SKOS,
  dct: DCT,
  rdfs: RDFS,
  musubi: MUSUBI,
  ConceptScheme: 'skos:ConceptScheme',
  Concept: 'skos:Concept',
  Collection: 'skos:Collection',
  OrderedCollection: 'skos:OrderedCollection',
  notation: 'skos:notation',
  prefLabel: byLanguage('skos:prefLabel'),
  altLabel: byLanguage('skos:altLabel'),
  hiddenLabel: byLanguage('skos:hiddenLabel'),
  definition: byLanguage('skos:definition'),
  inScheme: leadsTo('skos:inScheme'),
  topConceptOf: leadsTo('skos:topConceptOf'),
  hasTopConcept: leadsTo('skos:hasTopConcept'),
  broader: leadsTo('skos:broader'),
  narrower: leadsTo('skos:narrower'),
  related: leadsTo('skos:related'),
  opposite: leadsTo('musubi:opposite'),
  member: leadsTo('skos:member'),
  memberList: { ...leadsTo('skos:memberList'), '@container': '@list' },
  title: byLanguage('dct:title'),
  source: leadsTo('dct:source'),
  license: leadsTo('dct:license'),
  rights: 'dct:rights',
  seeAlso: leadsTo('rdfs:seeAlso'),
} as const;

/** What a source is called there, with its key at the end. */
export const sourceName = (key: string) => `source:${encoded(key)}`;

/** Text as part of a URN. */
export const encoded = (text: string) => encodeURIComponent(text).replaceAll('%3A', ':');
