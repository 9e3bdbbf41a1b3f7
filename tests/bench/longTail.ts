import type { Chance } from './chance.js';
import { asCypher } from './longTail/asCypher.js';
import { asGraphql } from './longTail/asGraphql.js';
import { asNeo4jGraphql } from './longTail/asNeo4jGraphql.js';
import { type Selection, selectionOf } from './longTail/selection.js';
import type { Operation } from './operation.js';
import { type Kind, kinds } from './world.js';

/** The long tail: a document for every number, each its own. */
export function documentOf(number: number): Operation {
  const selection = selectionOf(number);
  return {
    name: `T${number}`,
    title: `document ${number} of the long tail`,
    document: asGraphql(selection),
    variables: (world, chance) => ({ id: world.idOf(rootKind(selection), chance) }),
    raw: asCypher(selection),
    neo4jGraphql: asNeo4jGraphql(selection),
  };
}

function rootKind({ type }: Selection): Kind {
  const kind = kinds.find((each) => each === type.toLowerCase());
  if (!kind) throw new Error(`A document can't start from a ${type}. It starts from one of ${kinds.join(', ')}.`);
  return kind;
}

/** How many documents the mix draws from, some often, most of them once or a few times. */
const tailLength = 20_000;

/** Zipf's law with exponent 1: a number's likelihood falls as the number grows. */
export function drawNumber(chance: Chance): number {
  return Math.floor(tailLength ** chance());
}

/** Documents that nothing else asks for, so that they are new to every server. */
export function unseenNumbers(count: number, series: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (series + 1) * 1_000_000 + index);
}

const known = new Map<number, Operation>();

/** The document of a number, made once in a process. */
export function knownDocumentOf(number: number): Operation {
  const operation = known.get(number) ?? documentOf(number);
  known.set(number, operation);
  return operation;
}
