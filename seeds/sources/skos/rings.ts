import { grouped } from '../../grouped.js';

interface Step {
  readonly from: string;
  readonly to: string;
}

/** The way back to itself of each thing that steps lead back to, with that thing at both ends. */
export function ringsIn(steps: readonly Step[]): ReadonlyMap<string, readonly string[]> {
  const next = grouped(steps, ({ from }) => from);
  return new Map([...next.keys()].flatMap((start) => wayBack(start, next).map((way) => [start, way] as const)));
}

/** None, or the shortest: what is one step away is looked at before what is two. */
function wayBack(start: string, next: ReadonlyMap<string, readonly Step[]>): readonly (readonly string[])[] {
  const seen = new Set<string>();
  const ways = [[start]];
  for (const way of ways) {
    for (const { to } of next.get(way.at(-1) ?? '') ?? []) {
      if (to === start) return [[...way, to]];
      if (!seen.has(to)) ways.push([...way, to]);
      seen.add(to);
    }
  }
  return [];
}
