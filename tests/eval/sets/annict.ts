import { externalKey } from '../../../src/graph/externalIds.js';
import type { Ask } from '../ask.js';
import type { Catalogue, Known } from '../catalogue.js';
import { type AnnictTitle, annictTitles } from '../data/annict.js';
import { fold } from '../fold.js';
import { type Hidden, isHidden } from '../hiding.js';

/** Titles as Annict writes them, of works in the graph that go by no such name there. */
export function annict(catalogue: Catalogue, hidden: ReadonlyMap<string, Hidden>): readonly Ask[] {
  return annictTitles().flatMap((row) => {
    const work = workOf(catalogue, row);
    const usable =
      work && !work.names.some(({ text }) => text === row.title) && !isDisputed(catalogue, row, work) && !isHidden(hidden, work, row.title);
    return usable ? [{ text: row.title, year: row.year ?? undefined, truth: work.id }] : [];
  });
}

/** Titles of works that are on MyAnimeList, but not in the graph. */
export function annictAbsent(catalogue: Catalogue): readonly Ask[] {
  const titles = annictTitles().filter((row) => row.mal_id !== undefined && !workOf(catalogue, row) && !mayBeKnown(catalogue, row));
  return titles.map(({ title, year }) => ({ text: title, year: year ?? undefined, truth: null }));
}

const workOf = ({ identified }: Catalogue, { mal_id, annict_id }: AnnictTitle): Known | undefined =>
  (mal_id === undefined ? undefined : identified(externalKey('MAL', String(mal_id)))) ?? identified(externalKey('ANNICT', String(annict_id)));

/** The id says one work, the title another of the same year: MyAnimeList has one id for films that come in parts. */
const isDisputed = ({ named }: Catalogue, { title, year }: AnnictTitle, work: Known) =>
  named('Work', fold(title)).some((other) => other.id !== work.id && other.year === year);

/** A work that nobody gave its MyAnimeList id yet, or one of the same title. */
const mayBeKnown = ({ named }: Catalogue, { title }: AnnictTitle) => named('Work', fold(title)).length > 0;
