import type { Ask } from '../ask.js';
import type { Catalogue, Known } from '../catalogue.js';
import { oneDrawn } from '../chance.js';
import { namedSlugs } from '../data/lasercut.js';
import { fold } from '../fold.js';
import { distinctNames, type Hidden, type Hiding, ownNames } from '../hiding.js';
import { roleOf } from '../role.js';
import { isRomaji } from '../romaji.js';
import { slugOf } from '../slug.js';
import { absentWorks } from './absent.js';

/** A romaji alias of a work is hidden, and asked for as AnimeThemes would write it. */
export function slugs(catalogue: Catalogue): Hiding<Ask> {
  const works = catalogue.things.filter((work) => work.type === 'Work' && roleOf(work) === 'slugs' && distinctNames(work).length > 1);
  const chosen = works.flatMap((work) => {
    const { id, year } = work;
    const name = oneDrawn(romajiOf(catalogue, work), 'slugs', id);
    return name ? [{ id, folded: name.folded, ask: { text: slugOf(name.text), year, truth: id } }] : [];
  });
  return { asks: chosen.map(({ ask }) => ask), hidden: new Map(chosen.map(({ id, folded }) => [id, new Set([folded])])) };
}

const romajiOf = (catalogue: Catalogue, work: Known) => ownNames(catalogue, work).filter(({ text }) => isRomaji(text));

/** Slugs of AnimeThemes whose songs somebody else tied to an anime that is exactly one work of ours by its names. */
export function lasercutSlugs({ named }: Catalogue, hidden: ReadonlyMap<string, Hidden>): readonly Ask[] {
  return namedSlugs().flatMap(({ slug, names }) => {
    const works = new Set(names.flatMap((name) => named('Work', fold(name))));
    const [work] = works;
    return work && works.size === 1 && hidden.get(work.id) !== 'whole' ? [{ text: slug, year: work.year, truth: work.id }] : [];
  });
}

/** Slugs of the works that are hidden whole. */
export function absentSlugs(catalogue: Catalogue): readonly Ask[] {
  return absentWorks(catalogue).flatMap((work) =>
    romajiOf(catalogue, work).map(({ text }) => ({ text: slugOf(text), year: work.year, truth: null })),
  );
}
