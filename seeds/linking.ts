import { externalKey } from '../src/graph/externalIds.js';
import type { Site } from '../src/sites.js';
import { Groups } from './groups.js';
import { idOf } from './identity.js';
import type { Thing } from './statements.js';
import type { ThingType } from './told.js';

/** Sites that have one id for one work, the most trusted first; streaming services and others give one id to several seasons. */
const identifying: readonly Site[] = ['MAL', 'ANILIST', 'ANIDB', 'BANGUMI', 'ANNICT'];

/** What several sources say of one thing; the first statement is the most trusted. */
export interface Entity {
  readonly id: string;
  readonly type: ThingType;
  readonly told: readonly Thing[];
}

/** Things that share an id on an identifying site are one; so are things with the same reference. Statements come in order of trust. */
export function link(things: readonly Thing[]): readonly Entity[] {
  const groups = new Groups();
  for (const thing of things) {
    for (const key of keysOf(thing)) groups.join(thing.ref, key);
  }
  const told = grouped(things, ({ ref }) => groups.find(ref));
  return [...told.values()].flatMap((group) => entityOf(group));
}

function grouped<Value>(values: readonly Value[], by: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(by(value)) ?? [];
    group.push(value);
    groups.set(by(value), group);
  }
  return groups;
}

function keysOf({ type, ids }: Thing): readonly string[] {
  return type === 'Work' ? ids.filter(({ site }) => identifying.includes(site)).map(({ site, value }) => externalKey(site, value)) : [];
}

function entityOf(told: readonly Thing[]): readonly Entity[] {
  const [first] = told;
  return first ? [{ id: idOf(first.type, anchorOf(told)), type: first.type, told }] : [];
}

/** What an id is made of, so that it is the same after every load and on every machine: the best id elsewhere, else the curated key. */
function anchorOf(told: readonly Thing[]): string {
  const keys = told.flatMap(keysOf).sort();
  const best = identifying.flatMap((site) => keys.find((key) => key.startsWith(`${site}:`)) ?? [])[0];
  return best ?? told[0]?.ref ?? '';
}
