import { basename, extname } from 'node:path';
import { DCT, MUSUBI, RDFS, SKOS, SPDX, sourceName } from '../../src/skos/vocabulary.js';
import { rejection } from '../reading/parsed.js';
import type { DataSource, Reading, SourceTold } from '../source.js';
import { conceptOf, joinedTo, mistakesOf, ownId, termOf } from './skos/concepts.js';
import { placesIn } from './skos/facets.js';
import { type Node, type Nodes, readNodes } from './skos/nodes.js';
import { relationsOf } from './skos/relations.js';
import { titleIn } from './skos/titles.js';
import { toldOf } from './toldOf.js';

/** Terms of one's own as SKOS, a JSON-LD file of any shape: concepts are terms, the collections or schemes that they are in are facets. */
export const skos: DataSource = { key: 'skos', describe, read };

/** The file's one concept scheme tells of it; what the server has written of one such file is that file again. */
async function describe(path: string): Promise<SourceTold> {
  const nodes = await readNodes(path);
  conceptsIn(nodes, path);
  const name = basename(path, extname(path));
  const schemes = [...nodes.values()].filter(({ types }) => types.has(`${SKOS}ConceptScheme`));
  const [source, ...others] = new Set(schemes.flatMap(({ links }) => links(`${DCT}source`)));
  const again = others.length === 0 && source?.startsWith(ours) ? nodes.get(source) : undefined;
  const [scheme] = schemes.length === 1 ? schemes : [];
  const title = [again ?? scheme].flatMap((node) => (node && titleIn(node)) ?? [])[0];
  return {
    key: again ? decodeURIComponent(again.id.slice(ours.length - prefix.length)) : `${prefix}${name}`,
    title: title ?? name,
    licence: licenceOf(again ? [again] : schemes),
    url: again ? again.links(`${RDFS}seeAlso`)[0] : scheme && webPage(scheme.id),
  };
}

const prefix = 'skos:';
const ours = `${MUSUBI}${sourceName(prefix)}`;

const webPage = (iri: string) => (/^https?:/.test(iri) ? iri : undefined);

function licenceOf(nodes: readonly Node[]): string {
  const licences = nodes.flatMap(({ links, texts }) => [
    ...links(`${DCT}license`).map((iri) => (iri.startsWith(SPDX) ? iri.slice(SPDX.length) : iri)),
    ...[`${DCT}license`, `${DCT}rights`].flatMap((property) => texts(property).map(({ text }) => text)),
  ]);
  return [...new Set(licences)].join(' AND ') || 'not told';
}

/** The concepts first, those with an id of ours before others, which may be the same by their names; then what they say of each other. */
async function* read(path: string): AsyncGenerator<Reading> {
  const nodes = await readNodes(path);
  const file = basename(path);
  const placesOf = placesIn(nodes);
  const taken: Node[] = [];
  for (const concept of conceptsIn(nodes, path)) {
    const places = placesOf(concept);
    const mistakes = mistakesOf(concept, places);
    const [place] = places;
    if (place && mistakes.length === 0) {
      taken.push(concept);
      yield toldOf(`${file} ${concept.id}`, conceptOf(concept, place));
    } else yield { rejected: rejection(`${file} ${concept.id}`, mistakes.join(' '), labels(concept)) };
  }
  const { facts, beyond, mistakes } = relationsOf(taken);
  for (const { concept, reason } of mistakes) yield { rejected: rejection(`${file} ${concept}`, reason, labels(nodes.get(concept))) };
  for (const iri of beyond) yield toldOf(`${file} ${iri}`, termOf(iri, { ...joinedTo(iri), link: 'BY_ID', unknown: 'ASK' }));
  for (const [concept, told] of facts)
    yield toldOf(`${file} ${concept}`, termOf(concept, { record: `facts:${concept}`, facts: [...told], within: [concept] }));
}

function conceptsIn(nodes: Nodes, path: string): readonly Node[] {
  const concepts = [...nodes.values()].filter(({ types }) => types.has(`${SKOS}Concept`));
  if (concepts.length === 0)
    throw new Error(`A SKOS file must have a skos:Concept, but ${basename(path)} has none; see that its @context leads to ${SKOS}Concept.`);
  const isOurs = ({ id }: Node) => ownId(id) !== undefined;
  return [...concepts.filter(isOurs), ...concepts.filter((concept) => !isOurs(concept))];
}

const labels = (concept: Node | undefined) => concept?.texts(`${SKOS}prefLabel`) ?? [];
