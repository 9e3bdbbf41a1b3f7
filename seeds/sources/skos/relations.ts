import { MUSUBI, SKOS } from '../../../src/skos/vocabulary.js';
import { grouped } from '../../grouped.js';
import type { FactTold } from '../../told.js';
import { ownId } from './concepts.js';
import type { Node } from './nodes.js';
import { ringsIn } from './rings.js';

/** What concepts say of each other. */
export interface Relations {
  /** By the concept that tells them. */
  readonly facts: ReadonlyMap<string, readonly FactTold[]>;
  /** Terms of ours that facts lead from or to, and of which the document says nothing else. */
  readonly beyond: ReadonlySet<string>;
  readonly mistakes: readonly Mistake[];
}

interface Mistake {
  readonly concept: string;
  readonly reason: string;
}

interface Lead {
  readonly fact: Omit<FactTold, 'other'>;
  readonly from: string;
  readonly to: string;
  /** The word that tells it, and of which concept. */
  readonly word: string;
  readonly by: string;
}

/** SKOS says that terms are related, not how much: as likely a little as a lot. */
const strength = 0.5;

/** Relations between the concepts that can be taken, each told once, whichever of the two says it. */
export function relationsOf(concepts: readonly Node[]): Relations {
  const taken = new Set(concepts.map(({ id }) => id));
  const isKnown = (id: string) => taken.has(id) || ownId(id) !== undefined;
  const leads = leadsOf(concepts, taken);
  const known = leads.filter(({ from, to }) => isKnown(from) && isKnown(to));
  const rings = ringsIn(known.filter(({ fact }) => fact.type === 'BROADER'));
  const kept = known.filter(({ fact, from }) => fact.type !== 'BROADER' || !rings.has(from));
  const facts = [...grouped(kept, ({ from }) => from)].map(([from, own]) => [from, own.map(({ fact, to }) => ({ ...fact, other: to }))] as const);
  return {
    facts: new Map(facts),
    beyond: new Set(kept.flatMap(({ from, to }) => [from, to]).filter((id) => !taken.has(id))),
    mistakes: [...leads.filter((lead) => !known.includes(lead)).map(leadsNowhere), ...[...rings].map(leadsBack)],
  };
}

function leadsOf(concepts: readonly Node[], taken: ReadonlySet<string>): readonly Lead[] {
  const told = (word: string, iri: string, fact: Lead['fact']) =>
    concepts.flatMap(({ id, links }) => links(iri).map((to): Lead => ({ fact, from: id, to, word, by: id })));
  const leads = [
    ...told('skos:broader', `${SKOS}broader`, { type: 'BROADER' }),
    ...told('skos:narrower', `${SKOS}narrower`, { type: 'BROADER' }).map(turned),
    ...told('musubi:opposite', `${MUSUBI}opposite`, { type: 'OPPOSITE_OF' }).map((lead) => oneWay(lead, taken)),
    ...told('skos:related', `${SKOS}related`, { type: 'RELATED_TO', says: { strength } }).map((lead) => oneWay(lead, taken)),
  ];
  return [...new Map(leads.map((lead) => [`${lead.fact.type} ${lead.from} ${lead.to}`, lead])).values()];
}

const turned = (lead: Lead): Lead => ({ ...lead, from: lead.to, to: lead.from });

/** What holds both ways is told by the one that can be taken, of two by the first in the order of their IRIs. */
const oneWay = (lead: Lead, taken: ReadonlySet<string>): Lead => (taken.has(lead.to) && lead.to < lead.from ? turned(lead) : lead);

const leadsNowhere = ({ from, to, word, by }: Lead): Mistake => ({
  concept: by,
  reason: `${word} must lead to a skos:Concept that is in this file and can be taken, or to a term of Musubi (${MUSUBI}fac_…), but ${by} leads to ${from === by ? to : from}; add that one, or take this out.`,
});

const leadsBack = ([concept, ring]: readonly [string, readonly string[]]): Mistake => ({
  concept,
  reason: `A skos:Concept can't be broader than itself, but skos:broader leads ${ring.join(' → ')}; take one of these steps out.`,
});
