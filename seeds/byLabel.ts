import { typeOfId } from '../src/graph/ids.js';
import { grouped } from './grouped.js';
import type { ThingType } from './told.js';

/** Ids by the kind of thing that they speak of. */
export const byLabel = (ids: Iterable<string>): ReadonlyMap<ThingType, readonly string[]> => grouped(ids, labelOf);

/** The kind of thing that an id of ours speaks of. */
function labelOf(id: string): ThingType {
  const type = id.startsWith('cht_') ? 'Chart' : typeOfId(id);
  if (!type) throw new Error(`${id} is no id of ours.`);
  return type;
}
