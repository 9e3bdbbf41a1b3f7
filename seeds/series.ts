import { fold } from '../src/names/fold.js';
import { hanKey } from '../src/names/han.js';
import { lengthOf } from '../src/names/length.js';
import { divide } from '../src/names/parts.js';
import { Groups } from './groups.js';
import type { Entity } from './linking.js';
import type { Fact, FieldValue } from './statements.js';

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

/** Shorter names are shared by chance. */
const shortest = 6;

/** From here on many parts make a title theirs rather than one's. */
const many = 4;
const onScreen = new Set<FieldValue | undefined>(['ANIME', 'FILM', 'DRAMA']);

/** Works whose title is that of a whole series: 空の境界, a programme of 2013, after seven films of which each has a title of its own behind it. */
export function titlesOfSeries(entities: readonly Entity[], series: ReadonlyMap<string, string>): ReadonlySet<string> {
  const parts = new Map<string, Part[]>();
  for (const entity of entities) {
    const of = series.get(entity.id);
    if (of !== undefined) parts.set(of, [...(parts.get(of) ?? []), partOf(entity)]);
  }
  const found = [...parts.values()].flatMap((all) => all.filter((part) => isTitleOfAll(part, all)));
  return new Set(found.map(({ id }) => id));
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly isOnScreen: boolean;
}

function partOf({ id, told }: Entity): Part {
  const title = told.flatMap(({ names }) => names).find(({ kind }) => kind === 'OFFICIAL')?.text ?? '';
  const field = (name: string) => told.map(({ fields }) => fields[name]).find((value) => value != null);
  return { id, title: plain(divide(title).base), start: String(field('start') ?? '9999'), isOnScreen: onScreen.has(field('medium')) };
}

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();

function isTitleOfAll({ id, title, start }: Part, all: readonly Part[]): boolean {
  const begun = all.filter((other) => other.id !== id && other.isOnScreen && other.title !== title && other.title.startsWith(title));
  return title !== '' && begun.length >= many && begun.some((other) => other.start < start);
}
