import { isOfficialName, type SeenFact, saidBy } from '../src/graph/editing/facts.js';
import { filledFrom } from '../src/graph/editing/filling.js';
import { worksWith } from '../src/graph/editing/voices.js';
import { isMergeable, type Mergeable, typeOfId } from '../src/graph/ids.js';
import { orderKeysOf } from '../src/graph/orderKeys.js';
import type { Properties } from '../src/graph/properties.js';
import type { Merge } from './edits.js';
import type { NodeRow, RelationshipKind, RelationshipRow, Rows } from './rows.js';

/**
 * Rows as they are after these merges, by the same rules as an editor's merge in the graph (src/graph/editing/merge.ts): a load
 * after a merge changes nothing. Where only the dropped thing is still told of, it goes by the kept id.
 */
export function merged(rows: Rows, merges: readonly Merge[]): Rows {
  if (merges.length === 0) return rows;
  const merging = new Merging(rows, new Set(merges.flatMap(({ keep, drop }) => [keep, drop])));
  for (const { keep, drop } of merges) merging.merge(keep, drop);
  return merging.rows();
}

interface Fact {
  readonly kind: RelationshipKind;
  readonly row: RelationshipRow;
}

class Merging {
  private readonly nodes: Map<string, Map<string, NodeRow>>;
  /** Facts of things that no merge is about. */
  private readonly others = new Map<RelationshipKind, RelationshipRow[]>();
  private readonly kinds: readonly RelationshipKind[];
  /** Facts of those that one is about. */
  private touched: readonly Fact[];

  constructor({ nodes, relationships }: Rows, about: ReadonlySet<string>) {
    this.nodes = new Map([...nodes].map(([label, list]) => [label, new Map(list.map((row) => [row.key, row]))]));
    this.kinds = [...relationships.keys()];
    const touched: Fact[] = [];
    for (const [kind, list] of relationships) {
      const isTouched = (row: RelationshipRow) => about.has(row.from) || about.has(row.to);
      touched.push(...list.filter(isTouched).map((row) => ({ kind, row })));
      this.others.set(
        kind,
        list.filter((row) => !isTouched(row)),
      );
    }
    this.touched = touched;
  }

  merge(keep: string, drop: string): void {
    const type = typeOfId(drop);
    const things = this.nodes.get(type ?? '');
    const dropped = things?.get(drop);
    if (!isMergeable(type) || !things || !dropped) return;
    const kept = things.get(keep);
    things.delete(drop);
    const properties = kept ? this.filled(type, kept, dropped) : { ...dropped.properties, id: keep };
    this.moveFacts(keep, drop);
    things.set(keep, { key: keep, properties });
    if (type === 'Work') this.moveWork(keep, drop, properties);
  }

  rows(): Rows {
    const touched = (kind: RelationshipKind) => this.touched.filter((fact) => fact.kind === kind).map(({ row }) => row);
    return {
      nodes: new Map([...this.nodes].map(([label, things]) => [label, [...things.values()]])),
      relationships: new Map(this.kinds.map((kind) => [kind, [...(this.others.get(kind) ?? []), ...touched(kind)]])),
    };
  }

  private filled(type: Mergeable, kept: NodeRow, dropped: NodeRow): Properties {
    const fields = ({ key, properties }: NodeRow) => ({
      properties,
      titled: this.factsOf(key).some((fact) => isOfficialName(this.seenFrom(key, fact))),
    });
    const filled = filledFrom(type, fields(kept), fields(dropped));
    return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== null));
  }

  private moveFacts(keep: string, drop: string): void {
    const said = new Set(this.factsOf(keep).map((fact) => saidBy(this.seenFrom(keep, fact))));
    const own = this.touched.filter(({ row }) => row.from !== drop && row.to !== drop);
    const moved = this.factsOf(drop).flatMap((fact) => {
      const isSaid = said.has(saidBy(this.seenFrom(drop, fact)));
      if (isSaid && fact.kind.endsWith(' NAMED Name')) this.nodes.get('Name')?.delete(fact.row.to);
      const row = { ...fact.row, from: fact.row.from === drop ? keep : fact.row.from, to: fact.row.to === drop ? keep : fact.row.to };
      return isSaid || row.from === row.to ? [] : [{ ...fact, row }];
    });
    this.touched = [...own, ...moved];
  }

  /** What speaks of a work from afar: voices that are told for certain works, and the order of its tie-ups. */
  private moveWork(keep: string, drop: string, work: Properties): void {
    const voices: RelationshipKind = 'Artist VOICES Character';
    const moved = (row: RelationshipRow): RelationshipRow => {
      const { works } = row.properties;
      return Array.isArray(works) && works.some((each) => each === drop)
        ? { ...row, properties: { ...row.properties, works: worksWith(works.map(String), keep, drop) } }
        : row;
    };
    this.others.set(voices, (this.others.get(voices) ?? []).map(moved));
    this.touched = this.touched.map((fact) => (fact.kind === voices ? { ...fact, row: moved(fact.row) } : fact));
    const tieUps = this.nodes.get('TieUp');
    for (const { kind, row } of this.factsOf(keep)) {
      const tieUp = kind === 'TieUp FOR Work' ? tieUps?.get(row.from) : undefined;
      if (tieUp) tieUps?.set(tieUp.key, { ...tieUp, properties: { ...tieUp.properties, ...orderKeysOf('TieUp', {}, work['start'] ?? '') } });
    }
  }

  private factsOf(id: string): readonly Fact[] {
    return this.touched.filter(({ row }) => row.from === id || row.to === id);
  }

  private seenFrom(id: string, { kind, row }: Fact): SeenFact {
    const [, type = '', to] = kind.split(' ');
    const out = row.from === id;
    const name = to === 'Name' ? this.nodes.get('Name')?.get(row.to)?.properties : null;
    return { type, out, other: out ? row.to : row.from, properties: row.identity, name };
  }
}
