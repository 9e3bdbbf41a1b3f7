import { fold } from '../src/names/fold.js';
import { hanKey } from '../src/names/han.js';
import { divide } from '../src/names/parts.js';
import { Groups } from './groups.js';
import type { Entity } from './linking.js';
import type { Fact } from './statements.js';

/**
 * Which works are parts of one series: those of one franchise, and those whose titles are the same but for the part that they name. What
 * comes out is the id that stands for the series, by the works' ids; works that stand alone are left out.
 */
export function seriesOf(entities: readonly Entity[], facts: readonly Fact[], idOf: (ref: string) => string): ReadonlyMap<string, string> {
  const works = entities.filter(({ type }) => type === 'Work');
  const groups = new Groups();
  for (const block of blocksOf(works).values()) joinAll(groups, [...block]);
  for (const { type, from, to } of facts) if (type === 'PART_OF') groups.join(idOf(to), idOf(from));
  const sizes = new Map<string, number>();
  for (const { id } of works) sizes.set(groups.find(id), (sizes.get(groups.find(id)) ?? 0) + 1);
  return new Map(works.flatMap(({ id }) => ((sizes.get(groups.find(id)) ?? 0) > 1 ? [[id, groups.find(id)] as const] : [])));
}

function blocksOf(works: readonly Entity[]): ReadonlyMap<string, ReadonlySet<string>> {
  const blocks = new Map<string, Set<string>>();
  for (const { id, told } of works) {
    for (const { text, kind, spoiler } of told.flatMap(({ names }) => names)) {
      if (spoiler || kind === 'ABBREVIATION') continue;
      const base = hanKey(fold(divide(text).base));
      if (lengthOf(base) >= shortest) blocks.set(base, (blocks.get(base) ?? new Set()).add(id));
    }
  }
  return blocks;
}

/** What is shared by more works than any series has is no series' name. */
const most = 80;

function joinAll(groups: Groups, [first, ...others]: readonly string[]): void {
  if (first === undefined || others.length >= most) return;
  for (const other of others) groups.join(first, other);
}

/** Shorter names are shared by chance. A Han character says as much as two letters. */
const shortest = 6;
const lengthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2fff' ? 2 : 1), 0);
