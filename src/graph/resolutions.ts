import { z } from 'zod';
import type { Rule } from '../names/rules.js';
import { many } from './declare.js';
import type { NodeName } from './ids.js';
import type { RecordOf } from './records.js';
import { mostCandidates, type Resolved, type Status } from './resolve.js';
import { SEARCHABLE } from './search.js';

export const mostNames = 500;

/** Things as candidates: each thing with the name that it was found by, which may be the name of another part of its series. Asked as `thing name`. */
export const candidates = many(
  SEARCHABLE,
  `UNWIND $pairs AS @pair WITH @pair, split(@pair, ' ') AS @keys
   MATCH (@name:Name {key: @keys[1]})<-[@named:NAMED]-(@owner)
   CALL (@keys, @owner) {
     WITH @keys, @owner WHERE @owner.id = @keys[0] RETURN @owner AS @that
     UNION ALL WITH @keys, @owner WHERE @owner.id <> @keys[0] MATCH (@that:Work {id: @keys[0]}) RETURN @that
   }`,
  {
    row: { pair: [z.string(), '@pair'], matchedName: [z.looseObject({ type: z.literal('Name') }), 'RECORD(@named, Name)'] },
    key: '@pair',
    limit: mostNames * mostCandidates,
    given: ({ pairs }) => ({ pairs }),
  },
);

/** What one name means, with the records of what it may mean. */
export interface ResolutionRead {
  readonly input: string;
  readonly status: Status;
  readonly candidates: readonly CandidateRead[];
}

export interface CandidateRead {
  readonly node: RecordOf<NodeName>;
  readonly matchedName: { readonly type: 'Name' };
  readonly confidence: number;
  readonly rules: readonly Rule[];
}

interface CandidateRow {
  readonly node: RecordOf<NodeName>;
  readonly pair: string;
  readonly matchedName: { readonly type: 'Name' };
}

export const pairOf = ({ id, name }: { readonly id: string; readonly name: string }) => `${id} ${name}`;

/** Resolutions with the rows that were read for them; a thing that was taken away meanwhile is left out. */
export function withRows(
  inputs: readonly { readonly text: string }[],
  resolved: readonly Resolved[],
  rows: readonly CandidateRow[],
): readonly ResolutionRead[] {
  const byPair = new Map(rows.map((row) => [row.pair, row]));
  return resolved.map(({ status, candidates: found }, place) => ({
    input: inputs[place]?.text ?? '',
    status,
    candidates: found.flatMap((each) => {
      const row = byPair.get(pairOf(each));
      return row ? [{ node: row.node, matchedName: row.matchedName, confidence: each.confidence, rules: each.rules }] : [];
    }),
  }));
}
