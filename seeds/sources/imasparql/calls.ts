import type { Reading } from '../../source.js';
import { linksOf, type Resource, textsOf } from './resources.js';
import { characterRef, charactersOf, rejected, type State } from './state.js';

/** What one character calls another, or themselves. */
export function* readCall(resource: Resource, state: State): Iterable<Reading> {
  const ends = [...linksOf(resource, 'imas:Source'), ...linksOf(resource, 'imas:Destination')];
  const { unknown } = charactersOf(resource, ends, state);
  yield* unknown;
  if (unknown.length > 0) return;
  const [caller, called, ...more] = ends;
  if (caller === undefined || called === undefined || more.length > 0) {
    yield rejected(resource, `A call has one imas:Source and one imas:Destination, but got ${ends.join(', ') || 'none'}.`);
    return;
  }
  yield {
    place: resource.place,
    told: {
      type: 'Character',
      record: `call:${resource.key}`,
      ref: characterRef(caller),
      names: [],
      ids: [],
      fields: {},
      facts: textsOf(resource, 'imas:Called').map((name) => ({ type: 'CALLS', other: characterRef(called), identity: { name } })),
    },
  };
}
