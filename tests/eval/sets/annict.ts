import { externalKey } from '../../../src/graph/externalIds.js';
import { fold } from '../../../src/names/fold.js';
import type { Ask } from '../ask.js';
import type { Catalogue, Known } from '../catalogue.js';
import { type AnnictTitle, annictTitles } from '../data/annict.js';
import { type Hidden, isHidden } from '../hiding.js';

/** Titles as Annict writes them, of works in the graph that go by no such name there. */
export function annict(catalogue: Catalogue, hidden: ReadonlyMap<string, Hidden>): readonly Ask[] {
  return annictTitles().flatMap((row) => {
    const work = workOf(catalogue, row);
    if (!work || work.names.some(({ text }) => text === row.title) || isHidden(hidden, work, row.title)) return [];
    return [{ text: row.title, year: row.year ?? undefined, truth: work.id }];
  });
}

/** Titles of works that are on MyAnimeList, but not in the graph. */
export function annictAbsent(catalogue: Catalogue): readonly Ask[] {
  const titles = annictTitles().filter((row) => row.mal_id !== undefined && !workOf(catalogue, row) && !mayBeKnown(catalogue, row));
  return titles.map(({ title, year }) => ({ text: title, year: year ?? undefined, truth: null }));
}

const workOf = ({ identified }: Catalogue, { mal_id, annict_id }: AnnictTitle): Known | undefined =>
  (mal_id === undefined ? undefined : identified(externalKey('MAL', String(mal_id)))) ?? identified(externalKey('ANNICT', String(annict_id)));

/** A work that nobody gave its MyAnimeList id yet. */
const mayBeKnown = ({ named }: Catalogue, { title, year }: AnnictTitle) =>
  named('Work', fold(title)).some((work) => work.year === undefined || year === null || Math.abs(work.year - year) <= 1);
