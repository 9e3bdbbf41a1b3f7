import type { Statements, Thing } from '../../seeds/statements.js';
import type { Catalogue, Known, KnownName } from './catalogue.js';
import { fold } from './fold.js';

/** What a graph is to lack of a thing: some of its names by their folded keys, or all of it. */
export type Hidden = ReadonlySet<string> | 'whole';

/** What is asked of a set, and what has to be hidden for it, by id. */
export interface Hiding<Asked> {
  readonly asks: readonly Asked[];
  readonly hidden: ReadonlyMap<string, Hidden>;
}

/** The statements of the catalogue without what is hidden. Of things that are hidden whole no fact may speak. */
export function without({ statements, things }: Catalogue, hidden: ReadonlyMap<string, Hidden>): readonly Statements[] {
  const idOf = new Map(things.flatMap(({ id, refs }) => refs.map((ref): [string, string] => [ref, id])));
  const hiddenOf = ({ ref }: Thing) => hidden.get(idOf.get(ref) ?? '');
  return statements.map((each) => ({ ...each, things: each.things.flatMap((thing) => withoutHidden(thing, hiddenOf(thing))) }));
}

function withoutHidden(thing: Thing, hidden: Hidden | undefined): readonly Thing[] {
  if (hidden === 'whole') return [];
  return [hidden ? { ...thing, names: thing.names.filter(({ text }) => !hidden.has(fold(text))) } : thing];
}

/** Names of a thing that do not fold to the same, each as the most trusted source tells it. */
export const distinctNames = ({ names }: Known): readonly KnownName[] => [...new Map(names.toReversed().map((name) => [name.folded, name])).values()];

/** Those of them that no other thing of its type has. */
export const ownNames = (catalogue: Catalogue, thing: Known): readonly KnownName[] =>
  distinctNames(thing).filter(({ folded }) => catalogue.named(thing.type, folded).length === 1);

/** Whether a graph lacks this name of a thing. */
export function isHidden(hidden: ReadonlyMap<string, Hidden>, { id }: Known, text: string): boolean {
  const of = hidden.get(id);
  return of === 'whole' || of?.has(fold(text)) === true;
}
