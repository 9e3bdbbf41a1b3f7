import type { Ask } from '../ask.js';
import type { Catalogue, Known, KnownName } from '../catalogue.js';
import type { Hiding } from '../hiding.js';
import { languageOf } from '../language.js';
import { roleOf } from '../role.js';

/** Chinese titles of AniList that bangumi-data and bgmd write otherwise are asked of works that lack all that AniList tells. */
export function anilistChinese(catalogue: Catalogue): Hiding<Ask> {
  const works = catalogue.things.filter((work) => work.type === 'Work' && roleOf(work) === 'anilistChinese');
  const chosen = works.map((work) => ({ work, names: onlyOfAniList(work) })).filter(({ names }) => names.length > 0);
  return {
    asks: chosen.flatMap(({ work, names }) =>
      names
        .filter(({ folded }) => catalogue.named('Work', folded).length === 1)
        .map((name) => ({ text: name.text, year: work.year, truth: work.id, language: languageOf(name) })),
    ),
    hidden: new Map(chosen.map(({ work, names }) => [work.id, new Set(names.map(({ folded }) => folded))])),
  };
}

function onlyOfAniList({ names }: Known): readonly KnownName[] {
  const others = new Set(names.flatMap(({ source, folded }) => (source === 'anilist-chinese' ? [] : [folded])));
  const own = new Map(names.flatMap((name) => (name.source === 'anilist-chinese' && !others.has(name.folded) ? [[name.folded, name]] : [])));
  return [...own.values()];
}
