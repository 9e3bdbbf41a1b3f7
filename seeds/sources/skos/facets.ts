import { SKOS } from '../../../src/skos/vocabulary.js';
import { grouped } from '../../grouped.js';
import type { Node, Nodes } from './nodes.js';
import { nameOf } from './titles.js';

/** Where a term stands in the taxonomy. */
export interface Place {
  readonly facet: string;
  readonly subFacet?: string;
}

/**
 * The places at which a document has a concept: its collection and the outermost that this one is in, else its concept scheme. A facet has
 * sub-facets, and these none: of collections in collections the first and the last count.
 */
export function placesIn(nodes: Nodes): (concept: Node) => readonly Place[] {
  const holders = holdersIn(nodes, ({ links }) => [...links(`${SKOS}member`), ...links(`${SKOS}memberList`)]);
  const tops = holdersIn(nodes, ({ links }) => links(`${SKOS}hasTopConcept`));
  const nameOfId = (id: string) => {
    const node = nodes.get(id);
    return node && nameOf(node);
  };
  return ({ id, links }) => {
    const chains = chainsTo(id, holders);
    const nearest = chains.filter(
      (chain) => !chains.some((other) => other.length > chain.length && chain.every((each, place) => other[place] === each)),
    );
    const schemes = [...links(`${SKOS}inScheme`), ...links(`${SKOS}topConceptOf`), ...(tops.get(id) ?? [])];
    const found = nearest.length > 0 ? nearest : schemes.map((scheme) => [scheme]);
    const places = found.flatMap((chain) => placeOf(nameOfId(chain[0] ?? ''), chain.length > 1 ? nameOfId(chain.at(-1) ?? '') : undefined));
    return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
  };
}

type Holders = ReadonlyMap<string, readonly string[]>;

function holdersIn(nodes: Nodes, heldBy: (node: Node) => readonly string[]): Holders {
  const pairs = [...nodes.values()].flatMap((node) => heldBy(node).map((held) => ({ held, by: node.id })));
  return new Map([...grouped(pairs, ({ held }) => held)].map(([held, by]) => [held, [...new Set(by.map((each) => each.by))]]));
}

/** The collections around something, the outermost first. Those that hold each other in a ring are in none. */
function chainsTo(id: string, holders: Holders, within: readonly string[] = []): readonly (readonly string[])[] {
  const around = (holders.get(id) ?? []).filter((holder) => !within.includes(holder));
  return around.flatMap((holder) => {
    const outer = chainsTo(holder, holders, [...within, holder]);
    if (outer.length > 0) return outer.map((chain) => [...chain, holder]);
    return holders.has(holder) ? [] : [[holder]];
  });
}

const placeOf = (facet: string | undefined, subFacet: string | undefined): readonly Place[] =>
  facet === undefined ? [] : [{ facet, ...(subFacet !== undefined && { subFacet }) }];
