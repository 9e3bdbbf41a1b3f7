import type { Statements } from '../../seeds/statements.js';

/** The first things of some statements, as many as are asked for, and what is said between these. */
export function part(all: Statements, count: number): Statements {
  const own = all.things.filter(({ source }) => source === 'curated').slice(0, count);
  const refs = new Set(own.map(({ ref }) => ref));
  const things = all.things.filter(({ ref }) => refs.has(ref));
  const isWithin = ({ from, to, says }: Statements['facts'][number]) =>
    [from, to, ...[says['works'] ?? []].flat()].every((ref) => refs.has(String(ref)));
  const tieUps = all.facts.filter(({ type, to }) => ['USES', 'FOR'].includes(type) && !refs.has(to)).map(({ from }) => from);
  const facts = all.facts.filter((fact) => isWithin(fact) && !tieUps.includes(fact.from));
  return { ...all, things: things.filter(({ ref }) => !tieUps.includes(ref)), facts };
}
