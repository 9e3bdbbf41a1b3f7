import type { Ask } from '../ask.js';
import type { Catalogue, Known } from '../catalogue.js';
import { oneDrawn } from '../chance.js';
import { distinctNames, type Hiding, ownNames } from '../hiding.js';
import { languageOf } from '../language.js';
import { roleOf } from '../role.js';

/** One name of a work is hidden with all its spellings and asked for: only the work's other names can tell it. */
export function alternatives(catalogue: Catalogue): Hiding<Ask> {
  const chosen = catalogue.things.flatMap((work) => (roleOf(work) === 'alternatives' && work.type === 'Work' ? choice(catalogue, work) : []));
  return {
    asks: chosen.map(({ ask }) => ask),
    hidden: new Map(chosen.map(({ id, folded }) => [id, new Set([folded])])),
  };
}

function choice(catalogue: Catalogue, work: Known) {
  const { id, year } = work;
  const name = distinctNames(work).length > 1 ? oneDrawn(ownNames(catalogue, work), 'alternatives', id) : undefined;
  return name ? [{ id, folded: name.folded, ask: { text: name.text, year, truth: id, language: languageOf(name) } }] : [];
}
