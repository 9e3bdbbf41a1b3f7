import { orderKeysOf } from '../../../src/graph/orderKeys.js';
import type { NodeTable, RelationshipTable } from '../../../src/neo4j/offlineImport.js';
import { type GeneratedName, generatedName } from '../generatedNames.js';
import { upTo } from '../graphWorld.js';
import { evenly, randomOf } from '../random.js';
import { allExpressed, campaign, campaignCount, type Kind, song, thingId } from './expressions.js';
import { type Taxonomy, taxonomy, termId } from './taxonomy.js';

/** So many songs, 10,000 campaigns, and what they express; its rows are made as they are asked for. */
export function graphOf(songs: number): { readonly nodes: readonly NodeTable[]; readonly relationships: readonly RelationshipTable[] } {
  const terms = taxonomy();
  return {
    nodes: [songTable(songs), campaigns, termTable(terms), nameTable(terms)],
    relationships: [
      { from: 'Factor', type: 'NAMED', to: 'Name', columns: { source }, rows: named(terms) },
      between(terms, 'BROADER', {}),
      between(terms, 'RELATED_TO', { strength: 'double' }),
      expresses(song, songs),
      expresses(campaign, campaignCount),
    ],
  };
}

const source = 'string';
const curated = { source: 'curated' };
const forms = { original: 'string', kana: 'string', romaji: 'string', orderName: 'string' } as const;

/** Its name in its three forms, and what else is said of it. */
function shown(label: Kind['label'], name: GeneratedName, more: Readonly<Record<string, string>>) {
  const fields = { ...name, ...more };
  return { ...fields, ...orderKeysOf(label, fields) };
}

const songTable = (count: number): NodeTable => ({
  label: 'Song',
  key: 'id',
  columns: { ...forms, released: 'string', language: 'string', orderReleased: 'string' },
  rows: songRows(count),
});

function* songRows(count: number) {
  for (const n of upTo(count)) {
    const released = String(2026 - evenly(randomOf('song', n), 60));
    yield { key: thingId(song, n), properties: shown('Song', generatedName('songs', n), { released, language: 'ja' }) };
  }
}

const campaigns: NodeTable = { label: 'Campaign', key: 'id', columns: { ...forms, start: 'string', orderStart: 'string' }, rows: campaignRows() };

function* campaignRows() {
  for (const n of upTo(campaignCount)) {
    const start = String(2026 - evenly(randomOf('campaign', n), 30));
    yield { key: thingId(campaign, n), properties: shown('Campaign', generatedName('campaigns', n), { start }) };
  }
}

const termTable = ({ terms }: Taxonomy): NodeTable => ({
  label: 'Factor',
  key: 'id',
  columns: { original: 'string', facet: 'string', subFacet: 'string', definition: 'string', definitionJa: 'string', words: 'string[]' },
  rows: terms.map(({ id, fields }) => ({ key: id, properties: fields })),
});

const nameTable = ({ terms }: Taxonomy): NodeTable => ({
  label: 'Name',
  key: 'key',
  columns: { text: 'string', language: 'string', kind: 'string', spoiler: 'boolean', rank: 'long' },
  rows: terms.flatMap(({ id, names }) =>
    names.map(({ text, language, kind, spoiler = false }, rank) => ({ key: `${id}.${rank}`, properties: { text, language, kind, spoiler, rank } })),
  ),
});

const named = ({ terms }: Taxonomy) =>
  terms.flatMap(({ id, names }) => names.map((_, rank) => ({ from: id, to: `${id}.${rank}`, properties: curated })));

const between = ({ facts }: Taxonomy, type: string, columns: RelationshipTable['columns']): RelationshipTable => ({
  from: 'Factor',
  type,
  to: 'Factor',
  columns: { ...columns, source },
  rows: facts.filter((fact) => fact.type === type).map(({ from, to, says }) => ({ from, to, properties: { ...says, ...curated } })),
});

const expresses = (kind: Kind, count: number): RelationshipTable => ({
  from: kind.label,
  type: 'EXPRESSES',
  to: 'Factor',
  columns: { weight: 'double', confidence: 'double', source },
  rows: expressesRows(kind, count),
});

function* expressesRows(kind: Kind, count: number) {
  for (const { n, terms } of allExpressed(kind, count)) {
    const from = thingId(kind, n);
    for (const { term, weight, confidence } of terms) {
      const properties = confidence === 1 ? { weight, source: 'curated' } : { weight, confidence, source: 'estimates' };
      yield { from, to: termId(term), properties };
    }
  }
}
