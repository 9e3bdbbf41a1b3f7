import { typeOfId } from '../../../src/graph/ids.js';
import { MUSUBI, SKOS } from '../../../src/skos/vocabulary.js';
import { grouped } from '../../grouped.js';
import type { NameTold, Told } from '../../told.js';
import type { Place } from './facets.js';
import type { Node, Text } from './nodes.js';
import { isBlank } from './titles.js';

/** The id of ours that an IRI tells; undefined where it is none of a term. */
export function ownId(iri: string): string | undefined {
  const id = iri.startsWith(MUSUBI) ? iri.slice(MUSUBI.length) : '';
  return typeOfId(id) === 'Factor' ? id : undefined;
}

/** A record of a term, by its IRI. */
export const termOf = (iri: string, told: Partial<Told>) => ({
  type: 'Factor',
  record: iri,
  ref: iri,
  names: [],
  ids: [],
  fields: {},
  facts: [],
  ...told,
});

/** Joins a record to the term of ours that its IRI tells. */
export function joinedTo(iri: string): Pick<Told, 'own'> {
  const own = ownId(iri);
  return own === undefined ? {} : { own };
}

/** What a concept says of itself. */
export function conceptOf(node: Node, { facet, subFacet }: Place): unknown {
  const words = [...new Set(node.texts(`${SKOS}hiddenLabel`).map(({ text }) => text))].toSorted();
  const definitions = node.texts(`${SKOS}definition`);
  const definition = sentences(definitions, ['en', null]);
  const definitionJa = sentences(definitions, ['ja']);
  return termOf(node.id, {
    ...joinedTo(node.id),
    names: namesOf(node),
    fields: {
      facet,
      ...(subFacet !== undefined && { subFacet }),
      ...(definition !== '' && { definition }),
      ...(definitionJa !== '' && { definitionJa }),
      ...(words.length > 0 && { words }),
    },
  });
}

const sentences = (texts: readonly Text[], languages: readonly (string | null)[]) =>
  texts
    .filter(({ language }) => languages.includes(language))
    .map(({ text }) => text)
    .join(' ');

/** The language of the name that a term goes by, where it has one in it: the taxonomy's own is English. */
const official = ['en', 'ja', null, 'zh-Hans', 'zh-Hant', 'ko'];

function namesOf(node: Node): NameTold[] {
  const preferred = node.texts(`${SKOS}prefLabel`);
  const first = official.flatMap((tag) => preferred.find(({ language }) => language === tag) ?? [])[0] ?? preferred[0];
  // A label whose language is told comes before the same one without.
  const alternatives = node.texts(`${SKOS}altLabel`).toSorted((one, other) => ((one.language ?? '') < (other.language ?? '') ? 1 : -1));
  return [
    ...preferred.map((each): NameTold => ({ ...each, kind: each === first ? 'OFFICIAL' : 'TRANSLATION' })),
    ...alternatives.map((each): NameTold => ({ ...each, kind: 'ALIAS' })),
  ];
}

/** Why a concept can't be taken, each a sentence; none where it can. */
export function mistakesOf(node: Node, places: readonly Place[]): readonly string[] {
  const { id, texts } = node;
  if (isBlank(id))
    return ['A skos:Concept must have an @id, so that it is the same one when it is loaded again, but this one has none; give it one.'];
  const preferred = texts(`${SKOS}prefLabel`);
  const twice = [...grouped(preferred, ({ language }) => language)].filter(([, labels]) => labels.length > 1);
  const tags = [...preferred, ...texts(`${SKOS}altLabel`)].flatMap(({ language }) => (language === null || isTag.test(language) ? [] : language));
  return [
    ...(preferred.length === 0 ? [`A skos:Concept must have a skos:prefLabel, but ${id} has none; give it one.`] : []),
    ...twice.map(
      ([language, labels]) =>
        `A skos:Concept has one skos:prefLabel a language, but ${id} has ${quoted(labels)} in ${language ?? 'no language'}; make all but one of them a skos:altLabel.`,
    ),
    ...[...new Set(tags)].map(
      (tag) => `A language is a BCP 47 tag such as ja or zh-Hans, but ${id} has labels in ${JSON.stringify(tag)}; write its tag.`,
    ),
    ...placeMistakes(id, places),
  ];
}

const isTag = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

const quoted = (labels: readonly Text[]) => labels.map(({ text }) => JSON.stringify(text)).join(' and ');

function placeMistakes(id: string, places: readonly Place[]): readonly string[] {
  if (places.length === 1) return [];
  return places.length === 0
    ? [`A skos:Concept must be in a skos:Collection or skos:ConceptScheme, which is its facet, but ${id} is in none; make it a skos:member of one.`]
    : [
        `A skos:Concept is in one facet, but ${id} is in ${places.map(placeText).join(' and in ')}; make it a skos:member of one skos:Collection only.`,
      ];
}

const placeText = ({ facet, subFacet }: Place) => (subFacet === undefined ? facet : `${facet} / ${subFacet}`);
