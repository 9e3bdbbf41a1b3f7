import { below, type Chance, chanceFrom, oneOf, shuffled, some } from '../chance.js';
import { type TailEdge, type TailField, type TailTypeName, tailTypes } from './model.js';

/** What a document asks of one thing. */
export interface Selection {
  readonly type: TailTypeName;
  readonly fields: readonly TailField[];
  readonly edges: readonly SelectedEdge[];
}

export interface SelectedEdge {
  readonly edge: TailEdge;
  /** Of a page; undefined where the document leaves it out. */
  readonly first: number | undefined;
  /** Whether the relationship's own fact is asked for. */
  readonly said: boolean;
  readonly selection: Selection;
}

/** What a page holds where the document leaves `first` out. */
export const defaultFirst = 20;

const roots: readonly TailTypeName[] = ['Work', 'Song', 'Artist', 'Character'];
const deepest = 3;
/** 0 is for a document that leaves it out; who nests lists asks for few. */
const firstsOutside = [0, 2, 3, 5, 8, 10, 15];
const firstsInside = [2, 3, 5];

/** What the document of this number asks; the same in every process. */
export function selectionOf(number: number): Selection {
  const chance = chanceFrom(number * 31 + 7);
  return drawn(oneOf(chance, roots), 0, chance);
}

function drawn(type: TailTypeName, depth: number, chance: Chance): Selection {
  const { fields, edges } = tailTypes[type];
  const wanted = depth < deepest ? (depth === 0 ? 1 + below(chance, 3) : below(chance, 2)) : 0;
  const chosen = some(chance, fields, 0.4);
  return {
    type,
    fields: chosen.length > 0 ? chosen : [oneOf(chance, fields)],
    edges: shuffled(chance, edges)
      .slice(0, wanted)
      .map((edge) => selectedEdge(edge, depth, chance)),
  };
}

function selectedEdge(edge: TailEdge, depth: number, chance: Chance): SelectedEdge {
  return {
    edge,
    first: edge.take === 'page' ? oneOf(chance, depth === 0 ? firstsOutside : firstsInside) || undefined : undefined,
    said: edge.said !== undefined && chance() < 0.6,
    selection: drawn(edge.to, depth + 1, chance),
  };
}
