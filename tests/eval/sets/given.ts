import type { Ask } from '../ask.js';
import type { Catalogue } from '../catalogue.js';
import { oneDrawn } from '../chance.js';
import { ownNames } from '../hiding.js';
import { languageOf } from '../language.js';
import { roleOf } from '../role.js';

/** Names as they stand in the graph: the official name of a work, where no other is officially called so, and one that it shares with none. */
export function given(catalogue: Catalogue): readonly Ask[] {
  return catalogue.things
    .filter((work) => work.type === 'Work' && roleOf(work) === 'intact')
    .flatMap((work) => {
      const official = work.names.find(({ kind }) => kind === 'OFFICIAL');
      const alone =
        official &&
        !catalogue
          .named('Work', official.folded)
          .some((other) => other !== work && other.names.some((name) => name.kind === 'OFFICIAL' && name.folded === official.folded));
      const own = oneDrawn(ownNames(catalogue, work), 'given', work.id);
      return [alone ? official : undefined, own].flatMap((name) =>
        name ? [{ text: name.text, year: work.year, truth: work.id, language: languageOf(name) }] : [],
      );
    });
}
