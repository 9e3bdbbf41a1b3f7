import { identifyingIds, newIdOf } from '../../seeds/identity.js';
import type { Statements, Thing } from '../../seeds/statements.js';
import type { ThingType } from '../../seeds/told.js';

/** What several sources say of one thing; the first statement is the most trusted. */
export interface Entity {
  /** The id that the loader gives it. */
  readonly id: string;
  readonly type: ThingType;
  readonly told: readonly Thing[];
}

/** Things as the loader makes them of statements, one source after the other: those that share an id on an identifying site are one. */
export function link(statements: readonly Statements[]): readonly Entity[] {
  const entities = new Map<string, { id: string; type: ThingType; told: Thing[] }>();
  const byKey = new Map<string, string>();
  for (const { things, sources } of statements) {
    for (const thing of things) {
      const refs = sources[0]?.key ?? '';
      const keys = [`${refs} ${thing.ref}`, ...identifyingIds(thing.type, thing.ids).map((key) => `${thing.type} ${key}`)];
      const found = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
      // It may be two: that is asked.
      if (found.length > 1) continue;
      const id = found[0] ?? newIdOf(thing, refs);
      for (const key of keys) byKey.set(key, id);
      const known = entities.get(id) ?? { id, type: thing.type, told: [] };
      entities.set(id, known);
      known.told.push(thing);
    }
  }
  return [...entities.values()];
}
