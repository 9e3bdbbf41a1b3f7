import type { Ask } from '../ask.js';
import type { Catalogue, Known } from '../catalogue.js';
import { distinctNames, type Hiding } from '../hiding.js';
import { languageOf } from '../language.js';
import { roleOf } from '../role.js';

/** Works that share no name with another are hidden whole and asked for by all their names: whatever is MATCHED is wrong. */
export function absent(catalogue: Catalogue): Hiding<Ask> {
  const works = absentWorks(catalogue);
  return {
    asks: works.flatMap((work) => distinctNames(work).map((name) => ({ text: name.text, year: work.year, truth: null, language: languageOf(name) }))),
    hidden: new Map(works.map(({ id }) => [id, 'whole'])),
  };
}

/** The works that are hidden whole. */
export function absentWorks(catalogue: Catalogue): readonly Known[] {
  return catalogue.things.filter(
    (work) => work.type === 'Work' && roleOf(work) === 'absent' && work.names.every(({ folded }) => catalogue.named('Work', folded).length === 1),
  );
}
